import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import { givenAway } from '../workers/given-away.ts';
import type { Studies } from '../workers/studies.ts';
import type { AppContext } from './app-context.ts';

/** What became of a file that Notspot wrote. */
export type WrittenImported =
  | {
      readonly state: 'taken';
      readonly fileName: string;
      readonly name: string;
      /** The project has it already, figure by figure: it was opened, and nothing was added. */
      readonly wasThere: boolean;
    }
  | { readonly state: 'refused'; readonly message: string };

/** A kind of file that Notspot writes of one thing of a project, and reads back. */
export interface WrittenKind<Reading extends 'read-dig' | 'read-plan'> {
  /** The member that makes it one: writers put it first. */
  readonly mark: string;
  readonly reading: Reading;
  /** The name of the error that a file is refused with. */
  readonly refusal: string;
  /** "plans" */
  readonly many: string;
  /** What a file of the demo borough is, and one of real data: "is a plan for real premises". */
  readonly fictional: string;
  readonly real: string;
  /** Adds it as one step of undo and opens it, or opens the one that is there; its name in the project. */
  readonly take: (context: AppContext, answer: Studies[Reading]['answer']) => string;
}

/**
 * Adds the thing of a file, as one step of undo, and opens it; one that the project has already is opened alone. Never
 * rejects: what is wrong with a file is said with file, place, reason and remedy, and nothing of it is taken.
 */
export async function importWritten<Reading extends 'read-dig' | 'read-plan'>(
  context: AppContext,
  kind: WrittenKind<Reading>,
  file: File,
  options: JobOptions = {},
): Promise<WrittenImported> {
  if (file.size > MOST_BYTES)
    return refused(
      `${file.name} is above ${MOST_BYTES / 1_000_000} MB: ${kind.many} are far smaller. Give another file.`,
    );
  const { project, readOnly } = context.project.getState();
  if (readOnly)
    return refused(`${file.name}: this work is being changed in another tab. Give the file there.`);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused(`${file.name} could not be read. Choose it again.`);
  const settled = (await context.compute.run(
    (api, job, onStep) =>
      api.study(job, kind.reading, project, givenAway({ bytes, fileName: file.name }, [bytes]), onStep),
    options,
  )) as Settled<Studies[Reading]['answer']>;
  if (settled.state === 'cancelled') return refused(`Reading ${file.name} was cancelled.`);
  if (settled.state === 'failed')
    return refused(
      settled.name === kind.refusal
        ? settled.message
        : `${file.name} could not be read: ${settled.message} Choose it again.`,
    );
  const { fictional, isThere } = settled.value;
  if (fictional !== project.fictional)
    return refused(
      fictional
        ? `${file.name} ${kind.fictional}, which never mixes with real data. Open the demo borough first.`
        : `${file.name} ${kind.real}, and the demo borough is fictional. Open your own work first.`,
    );
  const name = kind.take(context, settled.value);
  return { state: 'taken', fileName: file.name, name, wasThere: isThere };
}

/** The same for a file that was dropped or chosen among others: a refusal stands among what became of the files. */
export async function takeWritten<Reading extends 'read-dig' | 'read-plan'>(
  context: AppContext,
  kind: WrittenKind<Reading>,
  file: File,
): Promise<void> {
  const outcome = await importWritten(context, kind, file);
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

/** True for a file that Notspot wrote with this mark: as its first bytes say. */
export async function isWritten({ mark }: { readonly mark: string }, file: File): Promise<boolean> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .text()
    .catch(() => '');
  const [beforeMembers] = head.split('[', 1);
  return /^\s*\{/.test(head) && new RegExp(`"${mark}"\\s*:`).test(beforeMembers);
}

/** Largest file: a design of some hundred thousand pieces, or three designs for some ten thousand premises. */
const MOST_BYTES = 100_000_000;

/** Within these stands the mark. */
const HEAD_BYTES = 1000;

function refused(message: string): WrittenImported {
  return { state: 'refused', message };
}
