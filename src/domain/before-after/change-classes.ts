import { placesOf } from '../not-spots/tally.ts';
import type { CountComparison } from './compare-counts.ts';

/**
 * What a ward's change is on a map: −3 … 3 steps of its difference as a share of its units (less than 0: fewer
 * not-spots), 'not-known' where either side does not know more than half of it, 'not-ranked' where a side ranks no wards.
 */
export type ChangeClass = -3 | -2 | -1 | 0 | 1 | 2 | 3 | 'not-known' | 'not-ranked';

export interface ChangeClasses {
  /** Upper ends of the three steps to each side, as shares 0 … 1: readable numbers of the series 1, 2, 5, 10. */
  readonly edges: readonly [number, number, number];
  /** In the order of the wards. */
  readonly classes: readonly ChangeClass[];
}

/** The class of every ward's change. Both directions have the same steps, which end at the first number that holds all. */
export function changeClasses(comparison: CountComparison): ChangeClasses {
  const { wardCodes, units, before, after, difference, ranksWards } = comparison;
  const shares = wardCodes.map((_, ward) => (units[ward] === 0 ? 0 : difference.mid[ward] / units[ward]));
  const most = shares.reduce((highest, share) => Math.max(highest, Math.abs(share)), 0);
  const found = SERIES.findIndex((edge) => edge >= most - GUARD);
  const top = found < 0 ? SERIES.length - 1 : Math.max(STEPS - 1, found);
  const edges = [SERIES[top - 2], SERIES[top - 1], SERIES[top]] as const;
  const classes = shares.map((share, ward): ChangeClass => {
    const notKnown = Math.max(before.notKnown[ward], after.notKnown[ward]);
    if (units[ward] === 0 || notKnown > units[ward] / 2) return 'not-known';
    return ranksWards ? stepOf(share, edges) : 'not-ranked';
  });
  return { edges, classes };
}

/**
 * Wards in which any not-spot came or went (what became known or unknown among them), those whose difference is not 0, and
 * those in which only what is known changed.
 */
export function changedWards(comparison: CountComparison): {
  readonly moved: number;
  readonly more: number;
  readonly fewer: number;
  readonly knownOnly: number;
} {
  const { wardCodes, difference } = comparison;
  const { wards } = placesOf(wardCodes.length);
  let [moved, more, fewer, knownOnly] = [0, 0, 0, 0];
  for (let ward = 0; ward < wards; ward++) {
    const here = difference.mid[ward];
    if (here > 0) more++;
    if (here < 0) fewer++;
    const change = changeAt(comparison, ward);
    if (change === 'not-spots') moved++;
    if (change === 'known-only') knownOnly++;
  }
  return { moved, more, fewer, knownOnly };
}

/** What changed at a place: not-spots came or went, only what is known changed, or nothing did. */
export function changeAt(
  { difference, moves }: CountComparison,
  place: number,
): 'not-spots' | 'known-only' | 'none' {
  const { became, ceased, becameKnown, ceasedKnown, knownNow, unknownNow } = moves;
  const moved = became[place] + ceased[place] + becameKnown[place] + ceasedKnown[place];
  if (difference.mid[place] !== 0 || moved > 0) return 'not-spots';
  return knownNow[place] + unknownNow[place] > 0 ? 'known-only' : 'none';
}

const STEPS = 3;
const SERIES = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** A share that equals an edge but for rounding belongs to the step that ends there. */
const GUARD = 1e-9;

function stepOf(share: number, edges: readonly number[]): ChangeClass {
  if (share === 0) return 0;
  const step = edges.findIndex((edge) => Math.abs(share) <= edge + GUARD);
  const size = step < 0 ? STEPS : step + 1;
  return (share < 0 ? -size : size) as ChangeClass;
}
