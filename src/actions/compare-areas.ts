import type { NeedChoice } from '../domain/need/need-choice.ts';
import type { NeedColumn } from '../domain/need/need-columns.ts';
import { today } from '../domain/project/today.ts';
import { firstNeed, NO_NEED, readNeed } from '../stores/derived/need-text.ts';
import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** Compares areas as the view asks, once the project is counted as it now stands. */
export async function compareAreas(context: AppContext): Promise<void> {
  const { status, countedVersion } = context.analysis.getState();
  if (status === 'working' || countedVersion !== context.project.getState().version) return;
  await runStudy(context, 'comparison', comparisonAsked(context));
}

/** The day that a comparison made now is as of. */
export function comparedOn(): string {
  return today();
}

/** The question that the view asks. */
export function comparisonAsked(context: AppContext): { readonly authority: string | null } {
  return { authority: context.view.getState().compare.authority };
}

/** Compares wards by something else. */
export function setCompareMeasure(context: AppContext, measure: string): void {
  const { compare } = context.view.getState();
  context.view.setState({ compare: { ...compare, measure } });
}

/** Takes all that is loaded as this authority's; null: as the files tell. */
export function setCompareAuthority(context: AppContext, authority: string | null): void {
  const { compare } = context.view.getState();
  context.view.setState({ compare: { ...compare, authority } });
}

/** Weighs not-spots by a column; null: by none. One step of undo. */
export function setNeed(context: AppContext, need: NeedChoice | null): void {
  const { project, change } = context.project.getState();
  const { compare } = context.view.getState();
  context.view.setState({ compare: { ...compare, need: need ? null : NO_NEED } });
  if (JSON.stringify(project.need ?? null) === JSON.stringify(need)) return;
  change(need ? `Need by ${need.column}` : 'No need weights', { kind: 'set-need', need });
}

/**
 * Takes up the need that the address asks for, once its table is loaded; where nobody chose any, the first that the loaded
 * tables offer, once for each table. Each is one step of undo; none where another tab has the work.
 */
export function takeNeed(context: AppContext, columns: readonly NeedColumn[]): void {
  const { project, readOnly } = context.project.getState();
  if (readOnly) return;
  const { compare } = context.view.getState();
  const before = offered.get(context.project) ?? new Set<string>();
  const fresh = columns.filter(({ contentId, problem }) => problem === null && !before.has(contentId));
  offered.set(context.project, new Set([...before, ...fresh.map(({ contentId }) => contentId)]));
  if (compare.need !== null && compare.need !== NO_NEED) {
    const asked = readNeed(compare.need, columns);
    // Its table may still come.
    if (asked) setNeed(context, asked);
    return;
  }
  if (project.need || compare.need === NO_NEED) return;
  const first = firstNeed(fresh);
  if (first) setNeed(context, first);
}

/** Tables whose need was offered in this session, by what was open. */
const offered = new WeakMap<object, ReadonlySet<string>>();
