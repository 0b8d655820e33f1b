import type { RateCard, Spread } from '../cost/rate-card.ts';
import { NO_SPREAD } from '../cost/spread.ts';
import { worksOfPiece } from '../cost/works-of-piece.ts';
import type { Built } from './built-together.ts';
import type { TrenchTree } from './trench-tree.ts';

/** Weeks from the decision at which a trench leads to each place and hub, and at which all of it is dug. */
export interface TrenchTimes {
  /** By place in `fibre`: where the way to it were dug before all else. */
  readonly soonestToFibre: readonly number[];
  /** By hub; null: no trench leads to it. */
  readonly soonestToHub: readonly (number | null)[];
  /** The same as it is dug: towards one after the other. */
  readonly dugToFibre: readonly number[];
  readonly dugToHub: readonly (number | null)[];
  readonly end: number;
}

/** Days of digging each piece by one gang. */
export function diggingDays({ pieces }: Pick<Built, 'pieces'>, rates: RateCard): Spread[] {
  return pieces.map((piece) => worksOfPiece(piece, rates)?.days ?? NO_SPREAD);
}

/**
 * Digs towards one place or hub after the other: who waits for least first, of those the nearest by weeks of digging; what leads
 * up to a stretch that waits is dug meanwhile. All gangs dig the same way. What leads to nobody comes last.
 */
export function trenchTimes(
  { pieces, fibre, hubs }: Pick<Built, 'pieces' | 'fibre' | 'hubs'>,
  { nodes, nodeAt }: TrenchTree,
  {
    from,
    notBefore,
    weeks,
  }: {
    /** Week at which digging may begin. */
    readonly from: number;
    /** By piece: the week before which it must not be dug; 0: `from` alone counts. */
    readonly notBefore: readonly number[];
    /** By piece: weeks of digging by all gangs. */
    readonly weeks: readonly number[];
  },
): TrenchTimes {
  const soonest: number[] = [];
  const waits: number[] = [];
  const long: number[] = [];
  for (const { before, piece } of nodes) {
    const [was, waited, dug] = before < 0 ? [from, from, 0] : [soonest[before], waits[before], long[before]];
    const must = piece < 0 ? 0 : notBefore[piece];
    const own = piece < 0 ? 0 : weeks[piece];
    soonest.push(Math.max(was, must) + own);
    waits.push(Math.max(waited, must));
    long.push(dug + own);
  }
  const hasTrench = hubs.map(({ backhaul }) => backhaul.kind === 'trench' && pieces.length > 0);
  const ofFibre = fibre.map(nodeAt);
  const ofHubs = hubs.map(({ roof }, hub) => (hasTrench[hub] ? nodeAt(roof) : -1));
  const targets = [...new Set([...ofFibre, ...ofHubs])]
    .filter((node) => node >= 0)
    .sort((one, other) => waits[one] - waits[other] || long[one] - long[other] || one - other);
  const dugAt = new Float64Array(pieces.length).fill(-1);
  const reached = new Map<number, number>();
  let now = from;
  for (const target of targets) {
    let until = from;
    const own: number[] = [];
    for (let node = target; node >= 0; node = nodes[node].before) {
      const { piece } = nodes[node];
      if (piece < 0) break;
      if (dugAt[piece] >= 0) {
        until = dugAt[piece];
        break;
      }
      own.push(piece);
    }
    // What leads up to a stretch that waits is dug meanwhile.
    for (const piece of own.reverse()) {
      if (weeks[piece] > 0) now = Math.max(now, until, notBefore[piece]) + weeks[piece];
      until = weeks[piece] > 0 ? now : Math.max(until, notBefore[piece]);
      dugAt[piece] = until;
    }
    reached.set(target, until);
  }
  const doneOf = (node: number): number => reached.get(node) ?? from;
  const rest = pieces.flatMap((_, piece) => (dugAt[piece] < 0 ? [piece] : []));
  for (const piece of rest.sort((one, other) => notBefore[one] - notBefore[other] || one - other))
    if (weeks[piece] > 0) now = Math.max(now, notBefore[piece]) + weeks[piece];
  const end = targets.reduce((latest, target) => Math.max(latest, doneOf(target)), now);
  return {
    soonestToFibre: ofFibre.map((node) => soonest[node] ?? from),
    soonestToHub: ofHubs.map((node, hub) => (hasTrench[hub] ? (soonest[node] ?? from) : null)),
    dugToFibre: ofFibre.map(doneOf),
    dugToHub: ofHubs.map((node, hub) => (hasTrench[hub] ? doneOf(node) : null)),
    end,
  };
}
