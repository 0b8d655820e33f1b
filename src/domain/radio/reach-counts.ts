import { ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../not-spots/count-shares.ts';
import { countsAsGigabit } from './link-meter.ts';
import { type MastCurve, REACH_QUALITIES, type ReachCount, type ReachRows } from './reach-answer.ts';

type Counted = Pick<ReachRows, 'units' | 'notSpot' | 'notSpotChance'>;

/** Counts of a reach's rows, in units, never in rows. */
export function reachCounts(rows: ReachRows): {
  byQuality: ReachCount[];
  all: ReachCount;
  served: ReachCount;
  gigabit: ReachCount;
} {
  const { quality, megabitsPerSecond } = rows;
  const where = (holds: (at: number) => boolean): ReachCount => countWhere(rows, holds);
  const isServed = (at: number): boolean => isServedQuality(quality[at]);
  return {
    byQuality: REACH_QUALITIES.map((_, code) => where((at) => quality[at] === code)),
    all: where(() => true),
    served: where(isServed),
    gigabit: where((at) => isServed(at) && countsAsGigabit(megabitsPerSecond[at])),
  };
}

/** Whether a quality code is one of those that count as served. */
export function isServedQuality(code: number): boolean {
  return REACH_QUALITIES[code] === 'clear' || REACH_QUALITIES[code] === 'marginal';
}

function countWhere({ units, notSpot, notSpotChance }: Counted, holds: (at: number) => boolean): ReachCount {
  const count = { units: 0, notSpots: 0, expectedNotSpots: 0, notKnown: 0 };
  for (let at = 0; at < units.length; at++) {
    if (!holds(at)) continue;
    count.units += units[at];
    if (notSpot[at] === ROW_YES) count.notSpots += units[at];
    if (notSpot[at] === ROW_SHARE) count.expectedNotSpots += (units[at] * notSpotChance[at]) / 100;
    if (notSpot[at] === ROW_NOT_KNOWN) count.notKnown += units[at];
  }
  return count;
}

/** Grows the curve place by place. */
export class MastCurveBuilder {
  private readonly askedMetres: number;
  private readonly served: Float64Array;
  private readonly newlyServed: Float64Array;
  private readonly expected: Float64Array;

  constructor(askedMetres: number, mostMetres: number) {
    this.askedMetres = askedMetres;
    this.served = new Float64Array(mostMetres + 1);
    this.newlyServed = new Float64Array(mostMetres + 1);
    this.expected = new Float64Array(mostMetres + 1);
  }

  /** Adds a row that is served from the masts marked 1. */
  add(servedBy: Uint8Array, { units, notSpot, notSpotChance }: Counted, at: number): void {
    for (let metres = 0; metres < servedBy.length; metres++) {
      if (servedBy[metres] === 0) continue;
      this.served[metres] += units[at];
      if (notSpot[at] === ROW_YES) this.newlyServed[metres] += units[at];
      if (notSpot[at] === ROW_SHARE) this.expected[metres] += (units[at] * notSpotChance[at]) / 100;
    }
  }

  finish(): MastCurve {
    const { askedMetres, served, newlyServed, expected } = this;
    return { askedMetres, served, newlyServed, expectedNewlyServed: expected };
  }
}
