import { planAnswers } from '../stores/derived/plan-answers.ts';
import { briefKey, type PlanKeyGroup, planKey } from '../stores/derived/plan-key.ts';
import type { PlanLook } from '../stores/derived/plan-looks.ts';
import type { AppContext } from './app-context.ts';
import { openedPlan, shownDesigns } from './find-plan.ts';
import { planPicture } from './plan-picture.ts';

/** The key of what the maps draw of the open plan now; null: they draw nothing of it. */
export function shownPlanKey(context: AppContext): {
  /** In a line. */
  readonly brief: readonly PlanLook[];
  readonly groups: readonly PlanKeyGroup[];
  /** That what is drawn is not of the plan as it now is; null: it is. */
  readonly earlier: string | null;
} | null {
  const plan = openedPlan(context);
  const left = planPicture(context, 'left');
  if (!plan || !left) return null;
  const { topic } = context.view.getState().interventions;
  const right = topic === 'duel' ? planPicture(context, 'right') : null;
  const shown = shownDesigns(context, plan);
  const unit = shown ? planAnswers(shown.designs).unit : 'premises';
  const pictures = right ? [left, right] : [left];
  return {
    brief: briefKey(pictures),
    groups: planKey(pictures, unit),
    earlier: left.isEarlier ? 'As it was before the last change.' : null,
  };
}
