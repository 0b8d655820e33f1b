import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';

/**
 * Counts per place: wards in the order of the AreaTable, then "outside every ward", then the total. Every array has
 * `wards + 2` entries, in units.
 */
export interface Tally {
  /** Units for which the question is answered yes: bounds and expectation, *not known* left out. */
  readonly low: Float64Array;
  readonly mid: Float64Array;
  readonly high: Float64Array;
  readonly notKnown: Float64Array;
}

/** Where counts of wards, outside and total stand. */
export interface Places {
  readonly wards: number;
  readonly outside: number;
  readonly total: number;
  readonly length: number;
}

export function placesOf(wards: number): Places {
  return { wards, outside: wards, total: wards + 1, length: wards + 2 };
}

export function emptyTally(places: Places): Tally {
  return {
    low: new Float64Array(places.length),
    mid: new Float64Array(places.length),
    high: new Float64Array(places.length),
    notKnown: new Float64Array(places.length),
  };
}

/** Rows per place. */
export function tallyRows(wardOf: Int32Array, wards: number): Float64Array {
  const places = placesOf(wards);
  const rows = new Float64Array(places.length);
  for (const ward of wardOf) rows[ward < 0 ? places.outside : ward]++;
  rows[places.total] = wardOf.length;
  return rows;
}

/** Units per place. */
export function tallyUnits(premises: PremisesTable, wardOf: Int32Array, wards: number): Float64Array {
  const places = placesOf(wards);
  const units = new Float64Array(places.length);
  for (let i = 0; i < premises.count; i++) {
    const here = unitsAt(premises, i);
    units[wardOf[i] < 0 ? places.outside : wardOf[i]] += here;
    units[places.total] += here;
  }
  return units;
}
