import { type Bitset, emptyBits, fullBits } from '../coverage/bitset.ts';
import type { CrispAnswers, LayerAnswers } from '../coverage/layer-answers.ts';
import type { RecipeNode } from './recipe.ts';
import type { LayerGroup, ResolvedNames } from './resolve-recipe.ts';

/** Three-valued truth per premises (Kleene): yes = isTrue; no = known without isTrue; not known = neither. */
export interface CrispTruth {
  readonly isTrue: Bitset;
  readonly known: Bitset;
}

/**
 * How a pair of confidences is read: 'high' and 'very-high' take that layer's word; with 'sure' premises covered at high
 * confidence only are not known.
 */
export type Grade = 'high' | 'very-high' | 'sure';

/** The recipe's truth for every premises, by whole words of bits. All answers must be crisp. */
export function crispTruth(
  node: RecipeNode,
  names: ResolvedNames,
  answers: ReadonlyMap<string, LayerAnswers>,
  count: number,
  grade: Grade = 'high',
): CrispTruth {
  switch (node.kind) {
    case 'at-least': {
      const groups = names.get(node.name) ?? [];
      const needed = node.count === 'all' ? groups.length : node.count;
      return atLeast(
        groups.map((group) => groupTruth(group, answers, count, grade)),
        needed,
        count,
      );
    }
    case 'not': {
      const inner = crispTruth(node.node, names, answers, count, grade);
      const isTrue = emptyBits(count);
      for (let w = 0; w < isTrue.length; w++) isTrue[w] = inner.known[w] & ~inner.isTrue[w];
      return { isTrue, known: inner.known };
    }
    case 'and':
    case 'or': {
      const parts = node.nodes.map((part) => crispTruth(part, names, answers, count, grade));
      return atLeast(parts, node.kind === 'and' ? parts.length : 1, count);
    }
  }
}

/** A group covers where any of its layers does, and is known where one covers or all are known. */
function groupTruth(
  group: LayerGroup,
  answers: ReadonlyMap<string, LayerAnswers>,
  count: number,
  grade: Grade,
): CrispTruth {
  const { range } = group;
  const layers = range
    ? group.layers.filter((layer) => layer !== range.high && layer !== range.veryHigh)
    : group.layers;
  const parts = layers.map((layer): CrispTruth => {
    const answer = answers.get(layer.id) as CrispAnswers;
    return { isTrue: answer.covered, known: answer.known };
  });
  if (range) {
    const [high, veryHigh] = [range.high, range.veryHigh].map(
      (layer) => answers.get(layer.id) as CrispAnswers,
    );
    parts.push(rangeTruth(high, veryHigh, grade));
  }
  return parts.length === 1 ? parts[0] : atLeast(parts, 1, count);
}

/** What is covered at very high confidence is at high, and what is not covered at high is not at very high. */
function rangeTruth(high: CrispAnswers, veryHigh: CrispAnswers, grade: Grade): CrispTruth {
  const isTrue = new Uint32Array(high.covered.length);
  const known = new Uint32Array(high.covered.length);
  for (let w = 0; w < isTrue.length; w++) {
    const never = high.known[w] & ~high.covered[w];
    isTrue[w] = grade === 'high' ? high.covered[w] | veryHigh.covered[w] : veryHigh.covered[w];
    known[w] = isTrue[w] | never | (grade === 'very-high' ? veryHigh.known[w] : 0);
  }
  return { isTrue, known };
}

/** At least `needed` of the parts are true; known where the parts not known cannot change it. */
function atLeast(parts: readonly CrispTruth[], needed: number, count: number): CrispTruth {
  if (needed <= 0) return { isTrue: fullBits(count), known: fullBits(count) };
  // sure[k], maybe[k]: bits where more than k of the parts so far are, or may be, true.
  const sure = Array.from({ length: needed }, () => emptyBits(count));
  const maybe = Array.from({ length: needed }, () => emptyBits(count));
  const perhaps = emptyBits(count);
  for (const { isTrue, known } of parts) {
    for (let w = 0; w < perhaps.length; w++) perhaps[w] = isTrue[w] | ~known[w];
    for (let k = needed - 1; k > 0; k--) {
      addBoth(sure[k], sure[k - 1], isTrue);
      addBoth(maybe[k], maybe[k - 1], perhaps);
    }
    addBoth(sure[0], isTrue, isTrue);
    addBoth(maybe[0], perhaps, perhaps);
  }
  const isTrue = sure[needed - 1];
  const known = maybe[needed - 1];
  const tail = fullBits(count);
  for (let w = 0; w < known.length; w++) {
    isTrue[w] &= tail[w];
    known[w] = (isTrue[w] | ~known[w]) & tail[w];
  }
  return { isTrue, known };
}

/** Adds the bits that both others have: whole lists of words at a time, which is what makes it quick. */
function addBoth(to: Bitset, one: Bitset, other: Bitset): void {
  for (let w = 0; w < to.length; w++) to[w] |= one[w] & other[w];
}
