import { type Bitset, emptyBits } from '../coverage/bitset.ts';
import type { CrispAnswers } from '../coverage/layer-answers.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { countCrisp } from './count-crisp.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES, type ShareCount } from './count-shares.ts';
import { crispTruth } from './crisp-truth.ts';
import { MIDDLE_PART } from './middle-part.ts';
import type { RecipeNode } from './recipe.ts';
import type { ResolvedNames } from './resolve-recipe.ts';
import type { Tally } from './tally.ts';

/** What a recipe of layers at two confidences says of each premises. */
export interface GradedTruth {
  /** True however the premises between the two confidences are covered. */
  readonly sure: Bitset;
  /** True with one confidence, and not with the other. */
  readonly perhaps: Bitset;
  readonly known: Bitset;
}

/**
 * Counts a recipe of crisp layers of which some come at two confidences. Low: true however the premises between the two
 * are covered. High: true in some way. Not known: the layers do not say, whichever confidence is taken.
 */
export function countGraded(
  { sure, perhaps, known }: GradedTruth,
  premises: PremisesTable,
  wardOf: Int32Array,
  wards: number,
): Tally {
  const tally = countCrisp({ isTrue: sure, known }, premises, wardOf, wards);
  const between = countCrisp({ isTrue: perhaps, known }, premises, wardOf, wards);
  for (let place = 0; place < tally.low.length; place++) {
    tally.mid[place] += MIDDLE_PART * between.mid[place];
    tally.high[place] += between.mid[place];
  }
  return tally;
}

/** The recipe's truth for every premises. Some of its layers come at two confidences. */
export function gradedTruth(
  node: RecipeNode,
  names: ResolvedNames,
  answers: ReadonlyMap<string, CrispAnswers>,
  count: number,
): GradedTruth {
  const truths = (['sure', 'high', 'very-high'] as const).map((grade) =>
    crispTruth(node, names, answers, count, grade),
  );
  const [sure, atHigh, atVeryHigh] = truths;
  const perhaps = emptyBits(count);
  const known = emptyBits(count);
  for (let w = 0; w < perhaps.length; w++) {
    perhaps[w] = ~sure.known[w] & atHigh.known[w] & atVeryHigh.known[w];
    known[w] = sure.known[w] | perhaps[w];
  }
  return { sure: sure.isTrue, perhaps, known };
}

/** The answer of each row: the rows between have state ROW_SHARE and a chance of MIDDLE_PART. */
export function gradedRows(
  { sure, perhaps, known }: GradedTruth,
  count: number,
): Pick<ShareCount, 'state' | 'chance'> {
  const state = new Uint8Array(count);
  const chance = new Uint8Array(count);
  for (let w = 0; w < perhaps.length; w++) {
    const [yes, between, told] = [sure[w], perhaps[w], known[w]];
    // ROW_NO is 0, as the array is: most words of a borough are of one answer.
    if ((yes | between | ~told) === 0) continue;
    for (let i = w << 5; i < Math.min(count, (w + 1) << 5); i++) {
      const bit = 1 << (i & 31);
      if (between & bit) {
        state[i] = ROW_SHARE;
        chance[i] = 100 * MIDDLE_PART;
      } else state[i] = yes & bit ? ROW_YES : told & bit ? ROW_NO : ROW_NOT_KNOWN;
    }
  }
  return { state, chance };
}
