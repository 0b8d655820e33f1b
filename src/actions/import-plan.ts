import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { Studies } from '../workers/studies.ts';
import type { AppContext } from './app-context.ts';
import { addFoundPlan } from './edit-plans.ts';
import { findPlan } from './find-plan.ts';
import { openInterventionTopic, openPlan } from './set-interventions-view.ts';

/** What became of a file of a plan. */
export type PlanImported =
  | {
      readonly state: 'taken';
      readonly fileName: string;
      readonly name: string;
      /** The project has it already, figure by figure: it was opened, and nothing was added. */
      readonly wasThere: boolean;
    }
  | { readonly state: 'refused'; readonly message: string };

/** The same for a file that was dropped or chosen among others: a refusal stands among what became of the files. */
export async function takePlan(context: AppContext, file: File): Promise<void> {
  const outcome = await importPlan(context, file);
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

/** Largest file of a plan: three designs of some ten thousand premises. */
const MOST_BYTES = 100_000_000;

/** True for a plan that Notspot wrote: as its first bytes say. */
export async function isPlanFile(file: File): Promise<boolean> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .text()
    .catch(() => '');
  return /^\s*\{[^[]*?"notspot_plan"\s*:/.test(head);
}

/** Within these stands the member that makes it one: writers put it first. */
const HEAD_BYTES = 1000;

/**
 * Adds the plan of a file, as one step of undo, and opens it; one that the project has already is opened alone. Never
 * rejects: what is wrong with a file is said with file, place, reason and remedy, and nothing of it is taken.
 */
export async function importPlan(context: AppContext, file: File): Promise<PlanImported> {
  if (file.size > MOST_BYTES)
    return refused(
      `${file.name} is above ${MOST_BYTES / 1_000_000} MB: plans are far smaller. Give another file.`,
    );
  const { project, readOnly } = context.project.getState();
  if (readOnly)
    return refused(`${file.name}: this work is being changed in another tab. Give the file there.`);
  const text = await file.text().catch(() => null);
  if (text === null) return refused(`${file.name} could not be read. Choose it again.`);
  const question = { text, fileName: file.name };
  const settled = (await context.compute.run((api, job, onStep) =>
    api.study(job, 'read-plan', project, question, onStep),
  )) as Settled<Studies['read-plan']['answer']>;
  if (settled.state === 'cancelled') return refused(`Reading ${file.name} was cancelled.`);
  if (settled.state === 'failed')
    return refused(
      settled.name === 'PlanRefused'
        ? settled.message
        : `${file.name} could not be read: ${settled.message} Choose it again.`,
    );
  const { plan, device, fictional, isThere } = settled.value;
  if (fictional !== project.fictional) return refused(mixedWords(file.name, fictional));
  if (isThere) {
    openInterventionTopic(context, 'duel');
    openPlan(context, plan.id);
  }
  const id = isThere ? plan.id : addFoundPlan(context, plan, device);
  return {
    state: 'taken',
    fileName: file.name,
    name: findPlan(context, id)?.name ?? plan.name,
    wasThere: isThere,
  };
}

function mixedWords(fileName: string, fictional: boolean): string {
  return fictional
    ? `${fileName} is a plan in the fictional demo borough, which never mixes with real data. Open the demo borough first.`
    : `${fileName} is a plan for real premises, and the demo borough is fictional. Open your own work first.`;
}

function refused(message: string): PlanImported {
  return { state: 'refused', message };
}
