import { holdsPoint, type PolygonIndex } from '../geo/polygon-index.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { type Bitset, emptyBits } from './bitset.ts';
import type { CrispAnswers } from './layer-answers.ts';

/**
 * Covered: inside a footprint or on its edge. Not covered: elsewhere within the layer's extent. Not known: outside it.
 * `extent` has a bit per premises. Premises [from, to) are filled into `answers`, so that a caller can go in chunks;
 * `from` is a multiple of 32.
 */
export function answerFromPolygons(
  index: PolygonIndex,
  extent: Bitset,
  premises: PremisesTable,
  answers: CrispAnswers,
  chunk: { readonly from: number; readonly to: number },
): void {
  const { lon, lat } = premises;
  for (let word = chunk.from >>> 5; word < (chunk.to + 31) >>> 5; word++) {
    const last = Math.min(chunk.to, (word << 5) + 32);
    let covered = 0;
    for (let i = word << 5; i < last; i++) if (holdsPoint(index, lon[i], lat[i])) covered |= 1 << (i & 31);
    answers.covered[word] = covered;
    answers.known[word] = covered | extent[word];
  }
}

/** Answers with nothing known yet. */
export function noAnswers(count: number): CrispAnswers {
  return { kind: 'crisp', covered: emptyBits(count), known: emptyBits(count) };
}
