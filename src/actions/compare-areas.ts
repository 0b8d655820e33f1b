import type { NeedChoice } from '../domain/need/need-choice.ts';
import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** Compares areas as the view asks, once the project is counted as it now stands. */
export async function compareAreas(context: AppContext): Promise<void> {
  const { status, countedVersion } = context.analysis.getState();
  if (status === 'working' || countedVersion !== context.project.getState().version) return;
  await runStudy(context, 'comparison', comparisonAsked(context));
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
  if (JSON.stringify(project.need ?? null) === JSON.stringify(need)) return;
  change(need ? `Need by ${need.column}` : 'No need weights', { kind: 'set-need', need });
}
