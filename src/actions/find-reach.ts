import type { ReachAnswer, ReachQuestion } from '../domain/radio/reach-answer.ts';
import { linkEndOf } from '../stores/derived/link-end-of.ts';
import type { AppContext } from './app-context.ts';
import { isAnswered, runStudy } from './run-study.ts';

/** The mast curve goes to so many metres: longer masts on roofs are towers. */
export const MOST_REACH_MAST_METRES = 30;

/** What the view asks of the chosen site; null: none is chosen. */
export function reachQuestion(context: AppContext): ReachQuestion | null {
  const { siteId, radiusMetres } = context.view.getState().rooftops;
  if (siteId === null) return null;
  const site = linkEndOf(context.project.getState().project, { kind: 'site', siteId });
  return site ? { site, radiusMetres, mostMastMetres: MOST_REACH_MAST_METRES } : null;
}

/** Finds the reach of the chosen site, unless it is there or being found. */
export async function findReach(context: AppContext): Promise<void> {
  const question = reachQuestion(context);
  if (question) await runStudy(context, 'reach', question);
}

/** Whether the reach that was found last is of the chosen site as it now stands. */
export function isReachCurrent(context: AppContext): boolean {
  const question = reachQuestion(context);
  return question !== null && isAnswered(context, 'reach', question);
}

/** The reach to show while its topic is open: the last found of the chosen site's place, also while another is being found. */
export function shownReach(context: AppContext): ReachAnswer | null {
  const { page, rooftops } = context.view.getState();
  if (page !== 'rooftops' || rooftops.topic !== 'reach') return null;
  const { answer, status } = context.studies.reach.getState();
  const question = reachQuestion(context);
  if (!answer || !question || (status !== 'ready' && status !== 'working')) return null;
  return answer.site.lon === question.site.lon && answer.site.lat === question.site.lat ? answer : null;
}
