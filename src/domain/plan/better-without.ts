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
  const without = then && later && earlierDesign(withWaived(later, asked), asked);
  if (!without || !isBetter(standingOf(without, asked), standingOf(then, asked))) return null;
  return without;
}

/** The design with what may have been waived in its streets since: a piece says no more what was. Of a street restricted in part, all of it. */
function withWaived(design: PlanDesign, { dig }: AskedPlan): PlanDesign {
  if (!design.trench || !dig) return design;
  const { barriers, barrierIds } = dig.network;
  const byStreet = new Map<string, string[]>();
  for (const at of new Set(barrierIds)) {
    const { id, place, kind } = barriers[at];
    if (kind === 'lane rental' || kind === 'traffic-sensitive street')
      byStreet.set(place, [...(byStreet.get(place) ?? []), id]);
  }
  const pieces = design.trench.pieces.map((piece) => {
    const more = piece.street === null ? [] : (byStreet.get(piece.street) ?? []);
    return more.length === 0 ? piece : { ...piece, barriers: [...new Set([...piece.barriers, ...more])] };
  });
  return { ...design, trench: { ...design.trench, pieces } };
}
