import { hasBit } from '../coverage/bitset.ts';
import type { LayerAnswers, ShareAnswers } from '../coverage/layer-answers.ts';
import type { LayerGroup } from '../not-spots/resolve-recipe.ts';
import { bandOfPart, shareInterval } from '../not-spots/share-band.ts';

/**
 * What is known of one premises. `perhaps`: predicted at high, but not at very high confidence. `share`: only the share
 * of its area is known, never this premises.
 */
export type RowAnswer = 'yes' | 'perhaps' | 'no' | 'share' | 'not-known';

/** The answer of one layer for one row. A share that leaves none of its area's premises out, or all, is an answer. */
export function layerRowAnswer(answers: LayerAnswers, row: number): RowAnswer {
  if (answers.kind === 'share') return shareRowAnswer(answers, row);
  if (hasBit(answers.covered, row)) return 'yes';
  return hasBit(answers.known, row) ? 'no' : 'not-known';
}

/** The answer of one operator, or of one layer of no operator, for one row: it covers where any of its layers does. */
export function groupRowAnswer(
  group: LayerGroup,
  answers: ReadonlyMap<string, LayerAnswers>,
  row: number,
): RowAnswer {
  const answerOf = (id: string): RowAnswer => {
    const found = answers.get(id);
    return found ? layerRowAnswer(found, row) : 'not-known';
  };
  const { range } = group;
  const parts = group.layers
    .filter((layer) => layer !== range?.high && layer !== range?.veryHigh)
    .map((layer) => answerOf(layer.id));
  if (range) {
    const sure = answerOf(range.veryHigh.id);
    const likely = answerOf(range.high.id);
    // Very high confidence lies within high: what is not even predicted at high is not covered.
    parts.push(sure === 'yes' ? 'yes' : likely === 'yes' ? 'perhaps' : likely === 'no' ? 'no' : likely);
  }
  return anyOf(parts);
}

/** Whether any of several covers: the surest yes; else what is still open; no only where all say no. */
export function anyOf(parts: readonly RowAnswer[]): RowAnswer {
  for (const answer of ['yes', 'perhaps', 'not-known', 'share'] as const)
    if (parts.includes(answer)) return answer;
  return parts.length > 0 ? 'no' : 'not-known';
}

function shareRowAnswer({ area, percent, step, unitsInArea }: ShareAnswers, row: number): RowAnswer {
  const at = area[row];
  if (at < 0 || Number.isNaN(percent[at])) return 'not-known';
  const units = unitsInArea[at];
  const { low, high } = bandOfPart(shareInterval(percent[at], step, units), units, units);
  if (units > 0 && low >= units) return 'yes';
  return high <= 0 ? 'no' : 'share';
}
