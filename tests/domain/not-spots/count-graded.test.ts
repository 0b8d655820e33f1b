import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import { ROW_SHARE } from '../../../src/domain/not-spots/count-shares.ts';
import { countAt } from '../../../src/domain/not-spots/ward-rows.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const wards = areasOf([{ code: 'E05999801', rings: [rectangle(0, 0, 1, 1)] }]);
const layers = [
  layerOf({ key: '5g-plover-high', technology: '5g', operator: 'Plover', confidence: 'high' }),
  layerOf({ key: '5g-plover-very-high', technology: '5g', operator: 'Plover', confidence: 'very-high' }),
  layerOf({ key: '5g-dunlin', technology: '5g', operator: 'Dunlin' }),
];
type Row = readonly [ThreeValues, ThreeValues, ThreeValues];

function count(rows: readonly Row[], recipeText: string) {
  const analysis = analyse({
    premises: premisesOf(rows.map(() => ({ lon: 0, lat: 0 }))),
    wards,
    membership: { wardOf: new Int32Array(rows.length), overlapped: 0 },
    layers,
    answers: new Map(layers.map((layer, i) => [layer.id, crispOf(rows.map((row) => row[i]))])),
    recipeText,
    notes: [],
  });
  return { ...countAt(analysis.notSpots, 0), analysis };
}

describe('crisp coverage at high and at very high confidence', () => {
  test('very high is covered, high only is perhaps: low, middle and high', () => {
    const rows: Row[] = [
      ['yes', 'yes', 'no'],
      ['yes', 'no', 'no'],
      ['yes', 'no', 'no'],
      ['no', 'no', 'no'],
      ['unknown', 'no', 'no'],
      ['yes', 'no', 'yes'],
    ];
    const { low, mid, high, notKnown, analysis } = count(rows, 'no 5g');
    expect([low, mid, high, notKnown]).toEqual([1, 2, 3, 1]);
    expect([...analysis.rowState].map((state) => state === ROW_SHARE)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(analysis.rowChance[1]).toBe(50);
    expect(analysis.notes.map((note) => note.kind)).toContain('confidence-range');
  });

  test('one operator at two confidences is one operator', () => {
    const rows: Row[] = [['yes', 'yes', 'no']];
    expect(count(rows, '5g < 2 operators')).toMatchObject({ low: 1, high: 1 });
    expect(count(rows, '5g-very-high').analysis.notes).toEqual([]);
  });

  test('every way of covering the premises between lies within the band', () => {
    const answer = fc.constantFrom<ThreeValues>('yes', 'no');
    const row = fc.tuple(answer, answer, answer).map(([a, b, c]): Row => [a, a === 'yes' ? b : 'no', c]);
    const recipes = [
      'no 5g',
      '5g < 2 operators',
      'partial 5g',
      '5g and 5g < all operators',
      'not (no 5g or 5g < 2)',
    ];
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...recipes),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (rows, recipe, coin) => {
          const band = count(rows, recipe);
          const settled = rows.map(([high, veryHigh, other], i): Row => {
            const covered = veryHigh === 'yes' || (high === 'yes' && coin[i]) ? 'yes' : 'no';
            return [covered, covered, other];
          });
          const truth = count(settled, recipe);
          expect(truth.low).toBe(truth.high);
          expect(band.low).toBeLessThanOrEqual(truth.low);
          expect(band.high).toBeGreaterThanOrEqual(truth.high);
        },
      ),
    );
  });

  test('beside shares the premises between are perhaps too', () => {
    const rows = ['yes', 'yes', 'no', 'no'] as const;
    const gigabit = layerOf({ key: 'gigabit', shape: 'shares' });
    const analysis = analyse({
      premises: premisesOf(rows.map(() => ({ lon: 0, lat: 0 }))),
      wards,
      membership: { wardOf: new Int32Array(4), overlapped: 0 },
      layers: [...layers.slice(0, 2), gigabit],
      answers: new Map<string, ReturnType<typeof crispOf> | ReturnType<typeof sharesOf>>([
        [layers[0].id, crispOf(rows)],
        [layers[1].id, crispOf(['yes', 'no', 'no', 'no'])],
        ['gigabit', sharesOf([0, 0, 0, 0], [0])],
      ]),
      recipeText: 'no 5g and no gigabit',
      notes: [],
    });
    expect(countAt(analysis.notSpots, 0)).toMatchObject({ low: 2, mid: 2.5, high: 3, notKnown: 0 });
  });
});
