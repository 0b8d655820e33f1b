import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBit } from '../../../src/domain/coverage/bitset.ts';
import {
  askedRows,
  type Delivery,
  deliveryOf,
  type RecipeGround,
  recipeGround,
  technologiesOf,
} from '../../../src/domain/evaluation/recipe-ground.ts';
import { crispTruth } from '../../../src/domain/not-spots/crisp-truth.ts';
import { parseRecipe } from '../../../src/domain/not-spots/parse-recipe.ts';
import { resolveRecipe } from '../../../src/domain/not-spots/resolve-recipe.ts';
import { coverageOf, placeAlong, RECIPES } from '../../builders/judged-plans.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';

const COVERAGE = coverageOf({
  fenline: ['no', 'yes', 'no', 'unknown', 'no'],
  corvid: ['no', 'no', 'yes', 'no', 'no'],
  fiveG: ['no', 'no', 'no', 'no', 'yes'],
  radio: ['no', 'no', 'no', 'no', 'unknown'],
});
const WORDS: readonly ThreeValues[] = ['yes', 'no', 'unknown'];
const ROWS = askedRows([0, 1, 2, 3, 4].map((at) => placeAlong(at)));

function ground(text: string): RecipeGround {
  return recipeGround({ id: 'r', name: 'R', text }, COVERAGE, ROWS);
}

function said({ notSpot, notKnown }: RecipeGround): string[] {
  return ROWS.rows.map((_, at) => (hasBit(notKnown, at) ? 'unknown' : hasBit(notSpot, at) ? 'yes' : 'no'));
}

function lifted(text: string, delivery: Delivery): boolean[] {
  const own = ground(text);
  return ROWS.rows.map((_, at) => own.isLiftedBy(delivery, at));
}

describe('a definition over the premises asked', () => {
  it('says what it is before anything is built, not known where its layers are silent', () => {
    expect(said(ground('no gigabit'))).toEqual(['yes', 'no', 'no', 'unknown', 'yes']);
    expect(said(ground('no gigabit and no 5g'))).toEqual(['yes', 'no', 'no', 'unknown', 'no']);
  });

  it('is lifted by what reaches its technology, and not by a slower link', () => {
    expect(lifted('no gigabit', 'fibre')).toEqual([true, true, true, true, true]);
    expect(lifted('no gigabit', 1000)).toEqual([true, true, true, true, true]);
    expect(lifted('no gigabit', 300)).toEqual([false, true, true, false, false]);
    expect(lifted('no radio', 10)).toEqual([true, true, true, true, true]);
    expect(lifted('no radio', 'fibre')).toEqual([false, false, false, false, false]);
  });

  it('has one supplier more where suppliers are counted, and leaves another company’s own layer as it is', () => {
    expect(lifted('gigabit < 2 operators', 'fibre')).toEqual([false, true, true, false, false]);
    expect(lifted('no gigabit-fenline', 'fibre')).toEqual([false, true, false, false, false]);
    expect(lifted('no 5g', 'fibre')).toEqual([false, false, false, false, true]);
  });

  it('takes who is covered with high but not very high confidence for a not-spot perhaps, and lifts nobody by it', () => {
    const layers = (['high', 'very-high'] as const).map((confidence) =>
      layerOf({ key: `5g-${confidence}`, technology: '5g', confidence }),
    );
    const [high, veryHigh] = layers;
    const answers = new Map([
      [high.id, crispOf(['yes', 'yes', 'no'])],
      [veryHigh.id, crispOf(['yes', 'no', 'no'])],
    ]);
    const rows = askedRows([0, 1, 2].map((at) => placeAlong(at)));
    const own = recipeGround({ id: 'r', name: 'R', text: 'no 5g' }, { ...COVERAGE, layers, answers }, rows);
    expect(own.why).toBeNull();
    expect([0, 1, 2].map((at) => hasBit(own.notSpot, at))).toEqual([false, true, true]);
    expect([0, 1, 2].map((at) => own.isLiftedBy('fibre', at))).toEqual([true, false, false]);
  });

  it('gathers the rows asked, in their order', () => {
    const rows = askedRows([placeAlong(3), placeAlong(1, { rows: [1, 4] })]);
    const own = recipeGround({ id: 'r', name: 'R', text: 'no gigabit' }, COVERAGE, rows);
    expect(rows).toEqual({ rows: [3, 1, 4], starts: [0, 1, 3] });
    expect([0, 1, 2].map((at) => hasBit(own.notSpot, at))).toEqual([false, false, true]);
  });

  it('says why it says nothing of single premises', () => {
    expect(ground('no ultrafast').why).toMatch(/no layer or technology called "ultrafast"/);
    const shares = layerOf({ key: 'superfast', shape: 'shares', name: 'Superfast by area' });
    const coverage = {
      ...COVERAGE,
      layers: [...COVERAGE.layers, shares],
      answers: new Map([...COVERAGE.answers, [shares.id, sharesOf([0, 0, 0, 0, 0], [40])] as const]),
    };
    const own = recipeGround({ id: 'r', name: 'R', text: 'no superfast' }, coverage, ROWS);
    expect(own.why).toBe('Superfast by area gives shares of areas, which say nothing of single premises.');
  });

  it('knows what a rate reaches', () => {
    expect([1800, 1000, 999.9, 300, 99, 30, 29, 10, 9].map(deliveryOf)).toEqual([
      1000, 1000, 300, 300, 30, 30, 10, 10, 0,
    ]);
    expect(technologiesOf(30)).toEqual(['radio', 'fwa', 'superfast', 'decent']);
    expect(technologiesOf(0)).toEqual(['radio']);
    expect(technologiesOf('fibre')).not.toContain('radio');
  });

  it('agrees with a count in which the plan is one more company’s layer', () => {
    const words = fc.array(fc.tuple(...[0, 1, 2, 3].map(() => fc.constantFrom(...WORDS))), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(...RECIPES), (rows, recipe) => {
        const of = (layer: number): ThreeValues[] => rows.map((row) => row[layer]);
        const coverage = coverageOf({ fenline: of(0), corvid: of(1), fiveG: of(2), radio: of(3) });
        const own = recipeGround(recipe, coverage, askedRows(rows.map((_, at) => placeAlong(at))));
        const plan = layerOf({ key: 'plan', technology: 'gigabit', operator: 'The plan' });
        const node = parseRecipe(recipe.text);
        const { isTrue, known } = crispTruth(
          node,
          resolveRecipe(node, [...coverage.layers, plan]),
          new Map([...coverage.answers, [plan.id, crispOf(rows.map(() => 'yes'))]]),
          rows.length,
        );
        for (const at of rows.keys())
          expect(own.isLiftedBy('fibre', at)).toBe(hasBit(known, at) && !hasBit(isTrue, at));
      }),
    );
  });
});
