import { hasBit } from './bitset.ts';
import type { LayerAnswers } from './layer-answers.ts';

/** A layer's answer for one row: yes, no, not known, or the share of its area in percent. */
export function layerAnswerAt(
  answers: LayerAnswers,
  row: number,
): 'covered' | 'not covered' | 'not known' | number {
  if (answers.kind === 'share')
    return answers.area[row] < 0 ? 'not known' : answers.percent[answers.area[row]];
  if (hasBit(answers.covered, row)) return 'covered';
  return hasBit(answers.known, row) ? 'not covered' : 'not known';
}
