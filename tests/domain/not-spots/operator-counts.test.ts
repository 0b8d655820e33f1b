import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayerRecord } from '../../../src/domain/coverage/layer.ts';
import type { LayerAnswers, ShareAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import { countAt } from '../../../src/domain/not-spots/ward-rows.ts';
import { layerOf } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const COLUMNS = ['4G_prem_out_0', '4G_prem_out_1', '4G_prem_out_2', '4G_prem_out_3'];
const wards = areasOf([{ code: 'E05999801', rings: [rectangle(0, 0, 1, 1)] }]);

/** Premises with so many operators each, in one area whose exact shares are published (step 0). */
function sharesOf(operators: readonly number[], numbers = COLUMNS.length): ShareAnswers {
  const exactly = Array.from({ length: numbers }, (_, n) =>
    Float64Array.of((100 * operators.filter((one) => one === n).length) / operators.length),
  );
  return {
    kind: 'share',
    area: new Int32Array(operators.length),
    codes: ['E08000001'],
    percent: Float64Array.of(100 - exactly[0][0]),
    step: 0,
    exactly,
    unitsInArea: Float64Array.of(operators.length),
  };
}

function count(layers: readonly LayerRecord[], answers: readonly LayerAnswers[], recipeText: string) {
  const rows = (answers[0] as ShareAnswers).area.length;
  const analysis = analyse({
    premises: premisesOf(Array.from({ length: rows }, () => ({ lon: 0, lat: 0 }))),
    wards,
    membership: { wardOf: new Int32Array(rows), overlapped: 0 },
    layers,
    answers: new Map(layers.map((layer, i) => [layer.id, answers[i]])),
    recipeText,
    notes: [],
  });
  return { ...countAt(analysis.notSpots, 2), analysis };
}

const mobile = layerOf({ key: '4g', shape: 'shares', column: COLUMNS[0], operatorColumns: COLUMNS });

describe('shares by number of operators', () => {
  const people = [0, 0, 1, 1, 1, 2, 3, 3, 3, 3];
  test.each([
    ['total 4g', 2],
    ['no 4g', 2],
    ['4g < 2 operators', 5],
    ['4g < all operators', 6],
    ['4g and 4g < all operators', 4],
    ['partial 4g not-spot', 4],
    ['4g = 2 operators', 1],
    ['4g >= 1 operators', 8],
    ['4g > 3 operators', 0],
    ['total 4g or 4g >= all operators', 6],
  ])('%s: %i of ten, exactly', (recipe, expected) => {
    const { low, mid, high } = count([mobile], [sharesOf(people)], recipe);
    expect([low, mid, high]).toEqual([expected, expect.closeTo(expected, 9), expected]);
  });

  test('any recipe about one layer equals a count of the premises themselves', () => {
    const atom = fc.tuple(fc.constantFrom('<', '<=', '=', '>=', '>'), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 40 }),
        atom,
        atom,
        fc.constantFrom('and', 'or'),
        (operators, one, other, join) => {
          const recipe = `4g ${one.join(' ')} ${join} not (4g ${other.join(' ')})`;
          const holds = (n: number, [sign, k]: [string, number]): boolean =>
            sign === '<'
              ? n < k
              : sign === '<='
                ? n <= k
                : sign === '='
                  ? n === k
                  : sign === '>'
                    ? n > k
                    : n >= k;
          const expected = operators.filter((n) => {
            const [a, b] = [holds(n, one), !holds(n, other)];
            return join === 'and' ? a && b : a || b;
          }).length;
          const { low, mid, high } = count([mobile], [sharesOf(operators)], recipe);
          expect([low, high]).toEqual([expected, expected]);
          expect(mid).toBeCloseTo(expected, 6);
        },
      ),
    );
  });

  test('rounding widens by half a step for each column that is added, the fewer of both ways', () => {
    const rounded = { ...sharesOf(people), step: 1 };
    const wide = (recipe: string) => {
      const { low, high } = count([mobile], [rounded], recipe);
      return [low, high];
    };
    expect(wide('total 4g')).toEqual([1, 3]);
    expect(wide('4g < all operators')).toEqual([5, 7]);
  });

  test('an area where a number is not known is not known', () => {
    const unknown = sharesOf(people);
    unknown.area.fill(-1);
    expect(count([mobile], [unknown], 'total 4g')).toMatchObject({ low: 0, high: 0, notKnown: 10 });
  });

  test('the operators are counted, though nobody names them', () => {
    const { analysis } = count([mobile], [sharesOf(people)], 'total 4g');
    const [tally] = analysis.operators;
    expect(tally.operators).toHaveLength(3);
    expect(tally.atLeast.map(({ mid }) => Math.round(mid[2]))).toEqual([8, 5, 4]);
  });
});

describe('two confidences', () => {
  const high = layerOf({
    key: '5g-high',
    technology: '5g',
    confidence: 'high',
    shape: 'shares',
    operatorColumns: COLUMNS,
  });
  const veryHigh = layerOf({ ...high, key: '5g-very-high', id: '5g-very-high', confidence: 'very-high' });

  test('the truth between them lies within the band, whatever the premises', () => {
    const person = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3));
    const recipes = ['total 5g', 'partial 5g', '5g < 2 operators', '5g = 1 operators', '5g < all operators'];
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...recipes),
        (people, recipe) => {
          const sorted = people.map((numbers) => numbers.toSorted((a, b) => a - b));
          const [least, truth, most] = [0, 1, 2].map((i) => sorted.map((numbers) => numbers[i]));
          const band = count([veryHigh, high], [sharesOf(least), sharesOf(most)], recipe);
          const exact = count([mobile], [sharesOf(truth)], recipe.replaceAll('5g', '4g'));
          expect(band.low).toBeLessThanOrEqual(exact.low);
          expect(band.high).toBeGreaterThanOrEqual(exact.high);
          expect(band.mid).toBeGreaterThanOrEqual(band.low - 1e-9);
          expect(band.mid).toBeLessThanOrEqual(band.high + 1e-9);
        },
      ),
    );
  });

  test('plain shares: very high to high, the middle half-way, and it is said', () => {
    const at = (percent: number): ShareAnswers => ({
      ...sharesOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      exactly: undefined,
      percent: Float64Array.of(percent),
    });
    const plain = [veryHigh, high].map((layer) => ({ ...layer, operatorColumns: undefined }));
    const { low, mid, high: most, analysis } = count(plain, [at(20), at(60)], 'no 5g');
    expect([low, mid, most]).toEqual([4, 6, 8]);
    expect(analysis.notes.map((note) => note.kind)).toContain('confidence-range');
  });
});
