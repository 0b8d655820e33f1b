import { midOf } from '../plan/design-pence.ts';
import type { Built } from './built-together.ts';
import type { TrenchTree } from './trench-tree.ts';

/** Lead-ins of a trench, which are priced for all served whoever takes the service. Mid pence over the whole term. */
export interface LeadInsOf {
  /** Units that a lead-in serves. */
  readonly units: number;
  readonly pence: number;
  /** What they would come to, each dug only where at least one of its units takes the service: an expectation. */
  readonly takenPence: number;
}

/**
 * Each unit takes the service or not by itself (assumed): a lead-in to n of them is dug with a chance of 1 − (1 − t)^n. Those of
 * hubs are dug in any case. Take-up 0 to 100.
 */
export function leadInsOf(
  { pieces, fibre, hubs }: Built,
  tree: TrenchTree,
  takeUpPercent: number,
): LeadInsOf {
  const at = new Map<number, number>();
  const pieceTo = (place: { readonly lon: number; readonly lat: number }): number => {
    const node = tree.nodeAt(place);
    const piece = node < 0 ? -1 : tree.nodes[node].piece;
    return piece >= 0 && pieces[piece].kind === 'lead-in' ? piece : -1;
  };
  for (const place of fibre) {
    const piece = pieceTo(place);
    if (piece >= 0) at.set(piece, (at.get(piece) ?? 0) + place.units);
  }
  const ofHubs = new Set(hubs.map(({ roof }) => pieceTo(roof)));
  let [units, pence, takenPence] = [0, 0, 0];
  for (const [piece, behind] of at) {
    const own = midOf(pieces[piece]);
    units += behind;
    pence += own;
    takenPence += ofHubs.has(piece) ? own : own * (1 - noneOf(behind, takeUpPercent));
  }
  return { units, pence, takenPence: Math.round(takenPence) };
}

/** The chance that none of so many takes it, by multiplying: the same to the last bit on every machine, which powers need not be. */
function noneOf(units: number, takeUpPercent: number): number {
  let none = 1;
  for (let unit = 0; unit < units; unit++) none *= 1 - takeUpPercent / 100;
  return none;
}
