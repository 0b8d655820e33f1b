import { madeOfChanges } from '../../domain/plan/made-of.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import type { PlanState } from '../plan-store.ts';
import { fingerprintNow } from './plan-stale.ts';

/** Whether a plan differs from what it was before a lever was pulled by levers alone: what else changed since would be taken for the lever's doing. */
export function isByLeverAlone(
  { question, before }: Pick<NonNullable<PlanState['busted']>, 'question' | 'before'>,
  plan: Plan,
  project: Project,
): boolean {
  const changed = madeOfChanges(before.madeOf, fingerprintNow(plan, project));
  return question === plan.question && changed.every((what) => what === 'what is asked');
}
