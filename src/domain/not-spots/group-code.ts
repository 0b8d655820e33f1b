import { hasBit } from '../coverage/bitset.ts';
import type { CrispAnswers, LayerAnswers } from '../coverage/layer-answers.ts';
import type { LayerGroup } from './resolve-recipe.ts';

/** What one operator's layers say of one premises. */
export const COVERED = 0;
export const NOT_COVERED = 1;
export const NOT_KNOWN = 2;
export const BY_SHARE = 3;
/** Covered at high confidence but not at very high, by a footprint or a record. */
export const PERHAPS = 4;
export const PERHAPS_OR_SHARE = 5;
/** How many codes there are. */
export const CODES = 6;

/** The code of one group at one row. Throws where a layer has no answers. */
export function groupCode(
  group: LayerGroup,
  answers: ReadonlyMap<string, LayerAnswers>,
  row: number,
): number {
  let unknown = false;
  let share = false;
  let perhaps = false;
  const crisp = crispRange(group, answers);
  for (const layer of group.layers) {
    const answer = answers.get(layer.id);
    if (!answer) throw new Error(`Layer "${layer.key}" has no answers.`);
    if (crisp && (answer === crisp.high || answer === crisp.veryHigh)) continue;
    if (answer.kind === 'share') {
      if (answer.area[row] < 0) unknown = true;
      else share = true;
    } else if (hasBit(answer.covered, row)) return COVERED;
    else if (!hasBit(answer.known, row)) unknown = true;
  }
  if (crisp) {
    if (hasBit(crisp.veryHigh.covered, row)) return COVERED;
    const coveredAtHigh = hasBit(crisp.high.covered, row);
    if (!coveredAtHigh && !hasBit(crisp.high.known, row)) unknown = true;
    else if (coveredAtHigh && !hasBit(crisp.veryHigh.known, row)) unknown = true;
    else perhaps = coveredAtHigh;
  }
  if (unknown) return NOT_KNOWN;
  if (share) return perhaps ? PERHAPS_OR_SHARE : BY_SHARE;
  return perhaps ? PERHAPS : NOT_COVERED;
}

function crispRange(
  { range }: LayerGroup,
  answers: ReadonlyMap<string, LayerAnswers>,
): { high: CrispAnswers; veryHigh: CrispAnswers } | null {
  const high = range && answers.get(range.high.id);
  const veryHigh = range && answers.get(range.veryHigh.id);
  return high?.kind === 'crisp' && veryHigh?.kind === 'crisp' ? { high, veryHigh } : null;
}
