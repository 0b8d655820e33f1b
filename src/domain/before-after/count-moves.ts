import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../not-spots/count-shares.ts';
import type { Places } from '../not-spots/tally.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import { pairOf, type RowAnswers } from './row-change.ts';

/**
 * Units that moved between two counts, per place. Where no row has only a chance (`expected` 0):
 * before + became + becameKnown − ceased − ceasedKnown = after, and not known before − knownNow + unknownNow = not known after.
 */
export interface Moves {
  /** Covered before, a not-spot after. */
  readonly became: Float64Array;
  /** A not-spot before, covered after. */
  readonly ceased: Float64Array;
  /** A not-spot on both sides. */
  readonly stayed: Float64Array;
  /** Not known before, a not-spot after. */
  readonly becameKnown: Float64Array;
  /** A not-spot before, not known after. */
  readonly ceasedKnown: Float64Array;
  /** Not known before, anything known after. */
  readonly knownNow: Float64Array;
  /** Known before, not known after. */
  readonly unknownNow: Float64Array;
  /** Known as a chance only on at least one side, whatever the other knows. */
  readonly expected: Float64Array;
}

/** Counts the moves per place: `placeOf` numbers a row's place, −1 is outside. The total is the last place. */
export function countMoves(
  { before, after, premises }: { before: RowAnswers; after: RowAnswers; premises: PremisesTable },
  placeOf: Int32Array,
  places: Places,
): Moves {
  const pairs = new Float64Array(places.length * PAIRS);
  for (let row = 0; row < premises.count; row++) {
    const place = placeOf[row] < 0 ? places.outside : placeOf[row];
    pairs[place * PAIRS + pairOf(before.rowState[row], after.rowState[row])] += unitsAt(premises, row);
  }
  for (let place = 0; place <= places.outside; place++)
    for (let pair = 0; pair < PAIRS; pair++)
      pairs[places.total * PAIRS + pair] += pairs[place * PAIRS + pair];
  const sum = (...wanted: readonly number[]): Float64Array => {
    const list = new Float64Array(places.length);
    for (let place = 0; place < list.length; place++)
      for (const pair of wanted) list[place] += pairs[place * PAIRS + pair];
    return list;
  };
  const known = [ROW_NO, ROW_YES, ROW_SHARE];
  const withChance = [ROW_NOT_KNOWN, ...known].flatMap((state) => [
    pairOf(ROW_SHARE, state),
    pairOf(state, ROW_SHARE),
  ]);
  return {
    became: sum(pairOf(ROW_NO, ROW_YES)),
    ceased: sum(pairOf(ROW_YES, ROW_NO)),
    stayed: sum(pairOf(ROW_YES, ROW_YES)),
    becameKnown: sum(pairOf(ROW_NOT_KNOWN, ROW_YES)),
    ceasedKnown: sum(pairOf(ROW_YES, ROW_NOT_KNOWN)),
    knownNow: sum(...known.map((state) => pairOf(ROW_NOT_KNOWN, state))),
    unknownNow: sum(...known.map((state) => pairOf(state, ROW_NOT_KNOWN))),
    expected: sum(...new Set(withChance)),
  };
}

/** Pairs of a state before and a state after. */
const PAIRS = 16;
