import { emptyBits } from '../coverage/bitset.ts';
import type { CrispAnswers } from '../coverage/layer-answers.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { countCrisp } from './count-crisp.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES, type ShareCount } from './count-shares.ts';
import { crispTruth } from './crisp-truth.ts';
import { MIDDLE_PART } from './middle-part.ts';
import type { RecipeNode } from './recipe.ts';
import type { ResolvedNames } from './resolve-recipe.ts';

/**
 * Counts a recipe of crisp layers of which some come at two confidences. Low: true however the premises between the two
 * are covered. High: true in some way. Not known: the layers do not say, whichever confidence is taken. The rows between
 * have state ROW_SHARE and a chance of MIDDLE_PART.
 */
export function countGraded(
  node: RecipeNode,
  names: ResolvedNames,
  answers: ReadonlyMap<string, CrispAnswers>,
  premises: PremisesTable,
  wardOf: Int32Array,
  wards: number,
): ShareCount {
  const truths = (['sure', 'high', 'very-high'] as const).map((grade) =>
    crispTruth(node, names, answers, premises.count, grade),
  );
  const [sure, atHigh, atVeryHigh] = truths;
  const perhaps = emptyBits(premises.count);
  const known = emptyBits(premises.count);
  for (let w = 0; w < perhaps.length; w++) {
    perhaps[w] = ~sure.known[w] & atHigh.known[w] & atVeryHigh.known[w];
    known[w] = sure.known[w] | perhaps[w];
  }
  const tally = countCrisp({ isTrue: sure.isTrue, known }, premises, wardOf, wards);
  const between = countCrisp({ isTrue: perhaps, known }, premises, wardOf, wards);
  for (let place = 0; place < tally.low.length; place++) {
    tally.mid[place] += MIDDLE_PART * between.mid[place];
    tally.high[place] += between.mid[place];
  }
  const state = new Uint8Array(premises.count);
  const chance = new Uint8Array(premises.count);
  for (let w = 0; w < perhaps.length; w++) {
    const [yes, between, told] = [sure.isTrue[w], perhaps[w], known[w]];
    // ROW_NO is 0, as the array is: most words of a borough are of one answer.
    if ((yes | between | ~told) === 0) continue;
    for (let i = w << 5; i < Math.min(premises.count, (w + 1) << 5); i++) {
      const bit = 1 << (i & 31);
      if (between & bit) {
        state[i] = ROW_SHARE;
        chance[i] = 100 * MIDDLE_PART;
      } else state[i] = yes & bit ? ROW_YES : told & bit ? ROW_NO : ROW_NOT_KNOWN;
    }
  }
  return { tally, state, chance };
}
