import type { ChosenQuestion } from '../domain/dig/chosen-premises.ts';
import type { DigGround } from '../domain/dig/dig-ground.ts';
import type { Project } from '../domain/project/project.ts';
import type { ResultStore } from '../stores/result-store.ts';
import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** Counts the premises of a choice, unless it is counted already over the same data and definition. */
export async function findDigPremises(context: AppContext, question: ChosenQuestion): Promise<void> {
  const { project } = context.project.getState();
  const { datasets, layers, recipes, view } = project;
  await findOnce(
    context.studies['dig-premises'],
    [datasets, layers, recipes, view, JSON.stringify(question)],
    () => runStudy(context, 'dig-premises', question),
  );
}

/** Finds what lies around the premises that were counted last, unless that is known of the same files. */
export async function findDigGround(context: AppContext): Promise<void> {
  const { project } = context.project.getState();
  if (!hasStreets(project)) return;
  const box = context.studies['dig-premises'].getState().answer?.box ?? null;
  await findOnce(context.studies['dig-ground'], [project.datasets, box?.join(' ')], () =>
    runStudy(context, 'dig-ground', { box }),
  );
}

/** Whether streets are loaded: without them nothing can be dug. */
function hasStreets({ datasets }: Pick<Project, 'datasets'>): boolean {
  return datasets.some(({ role }) => role === 'streets');
}

/** What lies around the premises, while the Interventions page is open. */
export function shownGround(context: AppContext): DigGround | null {
  const { answer, status } = context.studies['dig-ground'].getState();
  const isShown = context.view.getState().page === 'interventions';
  return isShown && (status === 'ready' || status === 'working') ? answer : null;
}

/** The version of the project grows with every edit of a design: these depend on a part of it only. */
async function findOnce<Question, Answer>(
  store: ResultStore<Question, Answer>,
  of: readonly unknown[],
  find: () => Promise<void>,
): Promise<void> {
  const before = asked.get(store);
  const { status } = store.getState();
  const isAsked = before?.length === of.length && before.every((value, i) => value === of[i]);
  if (isAsked && (status === 'working' || status === 'ready')) return;
  asked.set(store, of);
  await find();
}

const asked = new WeakMap<object, readonly unknown[]>();
