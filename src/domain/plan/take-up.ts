import type { Spread } from '../cost/rate-card.ts';
import { mapSpread, NO_SPREAD } from '../cost/spread.ts';
import type { Lever } from './lever.ts';
import type { PlanCard } from './plan-card.ts';
import type { PlanQuestion } from './plan-question.ts';
import { leversInForce } from './pulled-for.ts';

/**
 * Per cent of those served that take the service: what is asked, and the points that gathered demand adds while its lever is in
 * force; never beyond 100. Hubs are sized, and designs compared, by the middle; bills have all three.
 */
export function takeUpOf(
  { takeUpPercent, worksFrom }: Pick<PlanQuestion, 'takeUpPercent' | 'worksFrom'>,
  levers: readonly Lever[],
  { items }: Pick<PlanCard, 'items'>,
): Spread {
  const isGathered = leversInForce(levers, worksFrom).some(({ kind }) => kind === 'demand aggregation');
  const gathered = isGathered ? items.percentMoreTakeUpByAggregation.value : NO_SPREAD;
  return mapSpread(gathered, (points) => Math.min(100, takeUpPercent + points));
}
