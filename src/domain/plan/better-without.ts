import type { AskedPlan } from './asked-plan.ts';
import { isBetter, standingOf } from './design-pence.ts';
import { earlierDesign } from './earlier-design.ts';
import type { PlanDesign } from './plan-design.ts';

/**
 * A design found later as it would be built without the levers pulled since, where it is better than the one of then even so: what
 * it gains no lever brings. null: it is no better, or must not be built without them. @param asked under the levers of then
 */
export function betterWithout(
  then: PlanDesign | null,
  later: PlanDesign | null,
  asked: AskedPlan,
): PlanDesign | null {
  const without = then && later && earlierDesign(later, asked);
  if (!without || !isBetter(standingOf(without, asked), standingOf(then, asked))) return null;
  return without;
}
