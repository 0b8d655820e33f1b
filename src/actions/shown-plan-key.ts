import { planAnswers } from '../stores/derived/plan-answers.ts';
import { briefKey, type PlanKeyGroup, planKey } from '../stores/derived/plan-key.ts';
import type { PlanLook } from '../stores/derived/plan-looks.ts';
import type { AppContext } from './app-context.ts';
import { openedPlan, shownDesigns } from './find-plan.ts';
import { planPicture } from './plan-picture.ts';
import { shownComparison } from './shown-comparison.ts';
import { shownCrossover } from './shown-crossover.ts';

/** The key of what the maps draw of the open plan now; null: they draw nothing of it. */
export function shownPlanKey(context: AppContext): {
  /** In a line. */
  readonly brief: readonly PlanLook[];
  readonly groups: readonly PlanKeyGroup[];
  readonly notes: readonly string[];
} | null {
  const plan = openedPlan(context);
  const left = planPicture(context, 'left');
  if (!plan || !left) return null;
  const { topic } = context.view.getState().interventions;
  const right = topic === 'duel' ? planPicture(context, 'right') : null;
  const shown = shownDesigns(context, plan);
  const unit = shown ? planAnswers(shown.designs).unit : 'premises';
  const isEarlier =
    topic === 'cheapest'
      ? shownCrossover(context, plan)?.isEarlier
      : topic === 'compare-plans'
        ? shownComparison(context)?.isEarlier
        : shown?.isEarlier;
  const pictures = right ? [left, right] : [left];
  return {
    brief: briefKey(pictures),
    groups: planKey(pictures, unit),
    notes: isEarlier ? ['As it was before the last change.'] : [],
  };
}
