import type { PremisesTable } from '../premises/premises-table.ts';
import type { CrispTruth } from './crisp-truth.ts';
import { emptyTally, placesOf, type Tally } from './tally.ts';

/** Counts a crisp truth per place. low = mid = high: nothing is estimated; *not known* is counted apart. */
export function countCrisp(
  truth: CrispTruth,
  premises: PremisesTable,
  wardOf: Int32Array,
  wards: number,
): Tally {
  const places = placesOf(wards);
  const tally = emptyTally(places);
  const { units } = premises;
  const addBits = (bits: number, first: number, list: Float64Array): void => {
    for (let left = bits; left !== 0; left &= left - 1) {
      const i = first + 31 - Math.clz32(left & -left);
      list[wardOf[i] < 0 ? places.outside : wardOf[i]] += units ? units[i] : 1;
    }
  };
  const { mid, notKnown } = tally;
  for (let w = 0; w < truth.isTrue.length; w++) {
    const inside = Math.min(32, premises.count - (w << 5));
    const all = inside === 32 ? -1 : (1 << inside) - 1;
    addBits(truth.isTrue[w] & all, w << 5, mid);
    addBits(~truth.known[w] & all, w << 5, notKnown);
  }
  for (const list of [mid, notKnown]) {
    let sum = 0;
    for (let place = 0; place <= places.outside; place++) sum += list[place];
    list[places.total] = sum;
  }
  tally.low.set(mid);
  tally.high.set(mid);
  return tally;
}
