import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { Studies } from '../workers/studies.ts';
import type { AppContext } from './app-context.ts';
import { addFoundDesign } from './edit-designs.ts';
import { findDesign } from './find-design.ts';
import { openDesign, openInterventionTopic } from './set-interventions-view.ts';

/** What became of a file of a design. */
export type DigImported =
  | {
      readonly state: 'taken';
      readonly fileName: string;
      readonly name: string;
      /** The project has it already, figure by figure: it was opened, and nothing was added. */
      readonly wasThere: boolean;
    }
  | { readonly state: 'refused'; readonly message: string };

/** The same for a file that was dropped or chosen among others: a refusal stands among what became of the files. */
export async function takeDig(context: AppContext, file: File): Promise<void> {
  const outcome = await importDig(context, file);
  if (outcome.state === 'taken') return;
  const { report } = refuseFile(file, [{ code: 'FILE_CORRUPT', message: outcome.message }]);
  context.imports.setState(({ status, files }) => ({
    status: 'done',
    files: [...(status === 'done' ? files : []), { report, contentId: null, role: null, why: '' }],
    problem: null,
    step: null,
    cancel: null,
  }));
}

/** Largest file of a design: some hundred thousand pieces. */
const MOST_BYTES = 100_000_000;

/** True for a design that Notspot wrote: as its first bytes say. */
export async function isDigFile(file: File): Promise<boolean> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .text()
    .catch(() => '');
  return /^\s*\{[^[]*?"notspot_dig"\s*:/.test(head);
}

/** Within these stands the member that makes it one: writers put it first. */
const HEAD_BYTES = 1000;

/**
 * Adds the design of a file, as one step of undo, and opens it; one that the project has already is opened alone. Never
 * rejects: what is wrong with a file is said with file, place, reason and remedy, and nothing of it is taken.
 */
export async function importDig(context: AppContext, file: File): Promise<DigImported> {
  if (file.size > MOST_BYTES)
    return refused(
      `${file.name} is above ${MOST_BYTES / 1_000_000} MB: designs are far smaller. Give another file.`,
    );
  const { project, readOnly } = context.project.getState();
  if (readOnly)
    return refused(`${file.name}: this work is being changed in another tab. Give the file there.`);
  const text = await file.text().catch(() => null);
  if (text === null) return refused(`${file.name} could not be read. Choose it again.`);
  const question = { text, fileName: file.name };
  const settled = (await context.compute.run((api, job, onStep) =>
    api.study(job, 'read-dig', project, question, onStep),
  )) as Settled<Studies['read-dig']['answer']>;
  if (settled.state === 'cancelled') return refused(`Reading ${file.name} was cancelled.`);
  if (settled.state === 'failed')
    return refused(
      settled.name === 'DigRefused'
        ? settled.message
        : `${file.name} could not be read: ${settled.message} Choose it again.`,
    );
  const { design, fictional, isThere } = settled.value;
  if (fictional !== project.fictional) return refused(mixedWords(file.name, fictional));
  if (isThere) {
    openInterventionTopic(context, 'dig');
    openDesign(context, design.id);
  }
  const id = isThere ? design.id : addFoundDesign(context, design);
  return {
    state: 'taken',
    fileName: file.name,
    name: findDesign(context, id)?.name ?? design.name,
    wasThere: isThere,
  };
}

function mixedWords(fileName: string, fictional: boolean): string {
  return fictional
    ? `${fileName} is a design in the fictional demo borough, which never mixes with real data. Open the demo borough first.`
    : `${fileName} is a design of real streets, and the demo borough is fictional. Open your own work first.`;
}

function refused(message: string): DigImported {
  return { state: 'refused', message };
}
