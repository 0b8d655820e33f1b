import type { SeesQuestion } from '../domain/radio/sees-answer.ts';
import { premisesKey } from '../stores/derived/find-premises-key.ts';
import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** What is asked of the premises that is chosen; null: none is. Of several rows chosen together it is the first. */
export function seesQuestion(context: AppContext): SeesQuestion | null {
  const { premises } = context.view.getState();
  if (!premises || premises.of !== premisesKey(context.project.getState().project)) return null;
  if (premises.asked) {
    const { title, lon, lat } = premises.asked;
    return { kind: 'place', name: title, lon, lat };
  }
  const [row] = premises.rows;
  return row === undefined ? null : { kind: 'premises', row };
}

/** Finds what the chosen premises sees, unless it is there or being found. */
export async function findSeenSites(context: AppContext): Promise<void> {
  const question = seesQuestion(context);
  if (question && context.project.getState().project.sites.length > 0)
    await runStudy(context, 'sees', question);
}
