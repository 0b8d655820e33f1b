import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBits, hasBit, setBit } from '../../../src/domain/coverage/bitset.ts';
import type { CrispAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { crispTruth } from '../../../src/domain/not-spots/crisp-truth.ts';
import { parseRecipe } from '../../../src/domain/not-spots/parse-recipe.ts';
import { resolveRecipe } from '../../../src/domain/not-spots/resolve-recipe.ts';
import { layerOf } from '../../builders/layers.ts';

const OPERATORS = ['a', 'b', 'c', 'd'];
const ANSWERS = ['yes', 'no', 'not known'] as const;
type Answer = (typeof ANSWERS)[number];

/** How many operators surely cover, and how many may. */
function counts(row: readonly Answer[]): [number, number] {
  return [row.filter((one) => one === 'yes').length, row.filter((one) => one !== 'no').length];
}

function answersOf(rows: readonly (readonly Answer[])[], operator: number): CrispAnswers {
  const covered = emptyBits(rows.length);
  const known = emptyBits(rows.length);
  rows.forEach((row, i) => {
    if (row[operator] === 'yes') setBit(covered, i);
    if (row[operator] !== 'not known') setBit(known, i);
  });
  return { kind: 'crisp', covered, known };
}

test('whole words of bits say of every row what its answers say by themselves', () => {
  const row = fc.array(fc.constantFrom(...ANSWERS), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 4 }), (rows, k) => {
      const layers = OPERATORS.map((operator) =>
        layerOf({ key: `5g-${operator}`, technology: '5g', operator }),
      );
      const answers = new Map(layers.map((layer, i) => [layer.id, answersOf(rows, i)]));
      const node = parseRecipe(`5g < ${k} operators`);
      const truth = crispTruth(node, resolveRecipe(node, layers), answers, rows.length);
      rows.forEach((one, i) => {
        const [sure, maybe] = counts(one);
        const expected = maybe < k ? [true, true] : sure >= k ? [false, true] : [false, false];
        expect([hasBit(truth.isTrue, i), hasBit(truth.known, i)]).toEqual(expected);
      });
      // Bits past the last row stay 0: they are counted by words.
      const last = truth.isTrue.length - 1;
      const beyond = rows.length % 32 === 0 ? 0 : -1 << (rows.length % 32);
      expect([truth.isTrue[last] & beyond, truth.known[last] & beyond]).toEqual([0, 0]);
    }),
    { numRuns: 300 },
  );
});
