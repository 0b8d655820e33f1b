import type { Analysis } from '../../src/domain/not-spots/analysis.ts';
import { placesOf } from '../../src/domain/not-spots/tally.ts';

export interface WardSeed {
  readonly name?: string;
  readonly units: number;
  readonly notSpots: number;
  readonly notKnown?: number;
}

/** An analysis whose wards are W01, W02 …, nothing outside them, exact counts, and no rows. */
export function analysisOf(wards: readonly WardSeed[], rest: Partial<Analysis> = {}): Analysis {
  const places = placesOf(wards.length);
  const column = (value: (ward: WardSeed) => number): Float64Array => {
    const values = new Float64Array(places.length);
    wards.forEach((ward, i) => {
      values[i] = value(ward);
      values[places.total] += value(ward);
    });
    return values;
  };
  const mid = column((ward) => ward.notSpots);
  return {
    recipeText: 'no gigabit',
    recipeWords: 'no gigabit',
    unit: 'premises',
    wardCodes: wards.map((_, i) => `W${String(i + 1).padStart(2, '0')}`),
    wardNames: wards.map((ward, i) => ward.name ?? `Ward ${i + 1}`),
    units: column((ward) => ward.units),
    rowsAt: column((ward) => ward.units),
    layers: [],
    operators: [],
    notSpots: { low: mid, mid, high: mid, notKnown: column((ward) => ward.notKnown ?? 0) },
    rowState: new Uint8Array(0),
    rowChance: new Uint8Array(0),
    rows: 0,
    notes: [],
    ranksWards: true,
    joins: [],
    byUse: null,
    ...rest,
  };
}
