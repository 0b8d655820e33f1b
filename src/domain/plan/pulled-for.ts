import type { BarrierKind } from './barrier.ts';
import { isInForce } from './is-in-force.ts';
import type { Lever } from './lever.ts';

/** Levers that stand on a day (ISO). */
export function leversInForce(levers: readonly Lever[], day: string): readonly Lever[] {
  return levers.filter((lever) => isInForce(lever, day));
}

/** Whether a lever is pulled for a place (id of a roof or street) against a kind of barrier. */
export function isPulledFor({ removes, places }: Lever, kind: BarrierKind, place: string): boolean {
  return removes.includes(kind) && (places === null || places.includes(place));
}
