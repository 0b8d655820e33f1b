import type { RoofRanking } from '../domain/plan/barrier-ledger.ts';
import type { Intervention } from '../domain/plan/intervention.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanDesign } from '../domain/plan/plan-design.ts';
import { INTERVENTION_TEXT } from '../stores/derived/intervention-text.ts';
import { planAnswers } from '../stores/derived/plan-answers.ts';
import { planChanges } from '../stores/derived/plan-changes.ts';
import { changeMarks, crossoverMarks, designMarks, type PlanMark } from '../stores/derived/plan-marks.ts';
import { type PlanRoof, planRoofs } from '../stores/derived/plan-roofs.ts';
import { isOfPlanNow, isPlanStale } from '../stores/derived/plan-stale.ts';
import type { InterventionTopic } from '../stores/view-store.ts';
import type { AppContext } from './app-context.ts';
import { openedPlan, shownDesigns } from './find-plan.ts';
import { shownComparison } from './shown-comparison.ts';
import { shownCrossover } from './shown-crossover.ts';

/** What one map draws of the open plan. */
export interface PlanPicture {
  /** What it shows, for its name: "rooftop radio". */
  readonly words: string;
  /** Whether that is of the plan, or of what lies under it, as it was before. */
  readonly isEarlier: boolean;
  /** Its trench, hubs and links; null: premises only. */
  readonly design: PlanDesign | null;
  readonly marks: readonly PlanMark[];
  readonly roofs: readonly PlanRoof[];
}

/** Whether a topic of the Interventions page is drawn as the open plan; the others are about a dig. */
export function isPlanTopic(topic: InterventionTopic): boolean {
  return topic !== 'dig' && topic !== 'rates';
}

/** What a map draws of the open plan, on the left of the swipe (or alone) or on its right; null: there is nothing yet. */
export function planPicture(context: AppContext, side: 'left' | 'right'): PlanPicture | null {
  const plan = openedPlan(context);
  if (!plan) return null;
  const { topic, sides } = context.view.getState().interventions;
  if (topic === 'cheapest') return cheapestPicture(context, plan);
  if (topic === 'compare-plans') {
    const compared = shownComparison(context);
    if (compared) {
      const marks = changeMarks(planChanges(compared.answer, 1).places);
      const { isEarlier } = compared;
      return { words: 'what changes from plan to plan', isEarlier, design: null, marks, roofs: NO_ROOFS };
    }
  }
  return designPicture(context, plan, sides[side]);
}

function cheapestPicture(context: AppContext, plan: Plan): PlanPicture | null {
  const shown = shownCrossover(context, plan);
  if (!shown) return null;
  const marks = crossoverMarks(shown.crossover);
  const { isEarlier } = shown;
  return { words: 'the cheapest for each premises', isEarlier, design: null, marks, roofs: NO_ROOFS };
}

function designPicture(context: AppContext, plan: Plan, kind: Intervention): PlanPicture | null {
  const shown = shownDesigns(context, plan);
  if (!shown) return null;
  const design = shown.designs.outcomes.find((one) => one.kind === kind)?.design ?? null;
  return {
    words: INTERVENTION_TEXT[kind].name.toLowerCase(),
    isEarlier: shown.isEarlier || isPlanStale(plan, context.project.getState().project),
    design,
    marks: designMarks(planAnswers(shown.designs), kind),
    roofs: planRoofs(design?.radio ?? null, rankingOf(context, plan)),
  };
}

/** The council's roofs as they are ranked for this plan as it now is, where they are; their bars are drawn. */
function rankingOf(context: AppContext, plan: Plan): RoofRanking | null {
  const { answer } = context.studies['roof-ranking'].getState();
  return answer && isOfPlanNow(answer, plan, context.project.getState().project) ? answer : null;
}

const NO_ROOFS: readonly PlanRoof[] = [];
