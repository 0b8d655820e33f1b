import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SetAlgebra, surfaceTruth } from '../../../src/domain/areas/surface-truth.ts';
import { hasBit } from '../../../src/domain/coverage/bitset.ts';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { crispTruth } from '../../../src/domain/not-spots/crisp-truth.ts';
import { parseRecipe } from '../../../src/domain/not-spots/parse-recipe.ts';
import { resolveRecipe } from '../../../src/domain/not-spots/resolve-recipe.ts';
import { crispOf, layerOf, type ThreeValues } from '../../builders/layers.ts';

const YES_OR_NO: SetAlgebra<boolean> = {
  none: false,
  all: true,
  or: (one, other) => one || other,
  and: (one, other) => one && other,
  minus: (one, other) => one && !other,
};

const LAYERS = [
  layerOf({ key: 'gigabit' }),
  layerOf({ key: '5g-plover', technology: '5g', operator: 'Plover' }),
  layerOf({ key: '5g-dunlin', technology: '5g', operator: 'Dunlin' }),
  layerOf({ key: '4g-high', technology: '4g', confidence: 'high' }),
  layerOf({ key: '4g-very-high', technology: '4g', confidence: 'very-high' }),
  layerOf({ key: '5g-stint', technology: '5g', operator: 'Stint' }),
];
const RECIPES = [
  'no gigabit and no 5g',
  'no gigabit or no 4g',
  '5g >= 2 operators',
  'partial 5g',
  'not (gigabit and 4g) or no 5g',
  'no 4g and 5g < all',
];

describe('surfaceTruth', () => {
  it('answers at every place as the count does for premises, by every recipe and confidence', () => {
    const value = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');
    const values = fc.array(value, { minLength: LAYERS.length, maxLength: LAYERS.length });
    const grade = fc.constantFrom('sure' as const, 'high' as const, 'very-high' as const);
    fc.assert(
      fc.property(values, fc.constantFrom(...RECIPES), grade, (layerValues, recipe, confidence) => {
        const node = parseRecipe(recipe);
        const names = resolveRecipe(node, LAYERS);
        const answers = new Map(
          LAYERS.map((layer, i): [string, LayerAnswers] => [layer.id, crispOf([layerValues[i]])]),
        );
        const counted = crispTruth(node, names, answers, 1, confidence);
        const ofLayer = (id: string) => {
          const said = layerValues[LAYERS.findIndex((layer) => layer.id === id)];
          return { isTrue: said === 'yes', isFalse: said === 'no' };
        };
        expect(surfaceTruth(node, names, ofLayer, YES_OR_NO, confidence)).toEqual({
          isTrue: hasBit(counted.isTrue, 0),
          isFalse: hasBit(counted.known, 0) && !hasBit(counted.isTrue, 0),
        });
      }),
      { numRuns: 2000 },
    );
  });
});
