import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayerRecord } from '../../../src/domain/coverage/layer.ts';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import type { Analysis } from '../../../src/domain/not-spots/analysis.ts';
import { notSpotFigure } from '../../../src/domain/not-spots/headline.ts';
import { RecipeError } from '../../../src/domain/not-spots/recipe.ts';
import { wardRows } from '../../../src/domain/not-spots/ward-rows.ts';
import { EMPTY_PROJECT } from '../../../src/stores/project-store.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const wards = areasOf(
  ['E05999001', 'E05999002', 'E05999003'].map((code) => ({ code, rings: [rectangle(0, 0, 1, 1)] })),
);

const LAYERS: readonly LayerRecord[] = [
  layerOf({ key: 'gigabit' }),
  layerOf({ key: '5g-one', technology: '5g', operator: 'one' }),
  layerOf({ key: '5g-two', technology: '5g', operator: 'two' }),
  layerOf({ key: '5g-two-very-high', technology: '5g', operator: 'two', confidence: 'very-high' }),
];

function count(
  layers: readonly LayerRecord[],
  answers: readonly LayerAnswers[],
  wardOf: readonly number[],
  recipeText: string,
  units?: readonly number[],
): Analysis {
  return analyse({
    premises: premisesOf(wardOf.map((_, i) => ({ lon: 0, lat: 0, units: units?.[i] }))),
    wards,
    membership: { wardOf: Int32Array.from(wardOf), overlapped: 0 },
    layers,
    answers: new Map(layers.map((layer, i) => [layer.id, answers[i]])),
    recipeText,
    notes: [],
  });
}

// An independent reading of a few recipes: Kleene's three values, row by row.
type Truth = boolean | null;
const truthOf = (value: ThreeValues): Truth => (value === 'unknown' ? null : value === 'yes');
const any = (...parts: Truth[]): Truth => (parts.includes(true) ? true : parts.includes(null) ? null : false);
const all = (...parts: Truth[]): Truth =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;
const not = (part: Truth): Truth => (part === null ? null : !part);
const RECIPES: Record<string, (row: Truth[]) => Truth> = {
  'no gigabit': ([g]) => not(g),
  'no gigabit and no 5g': ([g, a, b, c]) => all(not(g), not(any(a, b, c))),
  '5g < 2 operators': ([, a, b, c]) => not(all(a, any(b, c))),
  '5g < all operators': ([, a, b, c]) => not(all(a, any(b, c))),
  '5g = 1 operator': ([, a, b, c]) => all(any(a, any(b, c)), not(all(a, any(b, c)))),
  'gigabit or not (5g-one and 5g-two)': ([g, a, b]) => any(g, not(all(a, b))),
  'no 5g-very-high': ([, , , c]) => not(c),
  '5g > 5': () => false,
};

const value = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');
const rows = fc.array(
  fc.record({
    ward: fc.integer({ min: -1, max: 2 }),
    units: fc.integer({ min: 0, max: 9 }),
    values: fc.tuple(value, value, value, value),
  }),
  {
    minLength: 1,
    maxLength: 100,
  },
);

describe('counts equal a reading row by row', () => {
  test.each(Object.keys(RECIPES))('%s', (recipe) => {
    fc.assert(
      fc.property(rows, (list) => {
        const answers = LAYERS.map((_, k) => crispOf(list.map((row) => row.values[k])));
        const analysis = count(
          LAYERS,
          answers,
          list.map((row) => row.ward),
          recipe,
          list.map((row) => row.units),
        );
        const yes = [0, 0, 0, 0, 0];
        const unknown = [0, 0, 0, 0, 0];
        for (const row of list) {
          const truth = RECIPES[recipe](row.values.map(truthOf));
          const target = truth === true ? yes : truth === null ? unknown : null;
          if (!target) continue;
          target[row.ward < 0 ? 3 : row.ward] += row.units;
          target[4] += row.units;
        }
        expect([...analysis.notSpots.mid]).toEqual(yes);
        expect([...analysis.notSpots.low]).toEqual(yes);
        expect([...analysis.notSpots.high]).toEqual(yes);
        expect([...analysis.notSpots.notKnown]).toEqual(unknown);
      }),
      { numRuns: 60 },
    );
  });
});

test('every unit is in exactly one class of every layer, and wards with outside sum to the total', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const answers = LAYERS.map((_, k) => crispOf(list.map((row) => row.values[k])));
      const analysis = count(
        LAYERS,
        answers,
        list.map((row) => row.ward),
        'no gigabit',
        list.map((row) => row.units),
      );
      const lines = wardRows(analysis);
      const total = lines[lines.length - 1];
      expect(lines.slice(0, -1).reduce((sum, line) => sum + line.units, 0)).toBe(total.units);
      for (const line of lines) {
        for (const covered of line.covered.values()) {
          expect(covered.mid).toBeGreaterThanOrEqual(0);
          expect(covered.mid + covered.notKnown).toBeLessThanOrEqual(line.units);
        }
      }
      LAYERS.forEach((layer) => {
        const sum = lines
          .slice(0, -1)
          .reduce((sum, line) => sum + (line.covered.get(layer.id)?.mid ?? Number.NaN), 0);
        expect(sum).toBe(total.covered.get(layer.id)?.mid);
      });
    }),
  );
});

test('covering one more premises never makes a not-spot', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.integer({ min: 0, max: 3 }), (list, pick, layer) => {
      const before = LAYERS.map((_, k) => crispOf(list.map((row) => row.values[k])));
      const after = LAYERS.map((_, k) =>
        crispOf(list.map((row, i) => (k === layer && i === pick % list.length ? 'yes' : row.values[k]))),
      );
      const wardOf = list.map((row) => row.ward);
      for (const recipe of ['no gigabit', 'no gigabit and no 5g', '5g < 2 operators']) {
        const then = count(LAYERS, before, wardOf, recipe).notSpots;
        const now = count(LAYERS, after, wardOf, recipe).notSpots;
        expect(now.mid[4]).toBeLessThanOrEqual(then.mid[4]);
      }
    }),
  );
});

describe('shares', () => {
  const layer = layerOf({ key: 'gigabit', shape: 'shares' });

  test('an area across two wards: each ward has its band, the total its own', () => {
    // 10 units, 60 % gigabit: 4 of 10 without. Ward 0 holds 7 of them, ward 1 holds 3.
    const analysis = count(
      [layer],
      [sharesOf(Array(10).fill(0), [60])],
      [0, 0, 0, 0, 0, 0, 0, 1, 1, 1],
      'no gigabit',
    );
    const at = (place: number) =>
      [analysis.notSpots.low[place], analysis.notSpots.mid[place], analysis.notSpots.high[place]].map(
        (n) => Math.round(n * 1e9) / 1e9,
      );
    expect([at(0), at(1), at(4)]).toEqual([
      [1, 2.8, 4],
      [0, 1.2, 3],
      [4, 4, 4],
    ]);
  });

  test('a point in no area, or in one without a share, is not known', () => {
    const analysis = count([layer], [sharesOf([0, -1], [100])], [0, 0], 'no gigabit');
    expect([analysis.notSpots.mid[0], analysis.notSpots.notKnown[0], analysis.rowState[1]]).toEqual([
      0, 1, 2,
    ]);
  });

  test('the rounding of the file widens the band', () => {
    const exact = count([layer], [sharesOf(Array(100).fill(0), [50])], Array(100).fill(0), 'no gigabit');
    const rounded = count([layer], [sharesOf(Array(100).fill(0), [50], 1)], Array(100).fill(0), 'no gigabit');
    expect([exact.notSpots.low[4], exact.notSpots.high[4]]).toEqual([50, 50]);
    expect([rounded.notSpots.low[4], rounded.notSpots.high[4]]).toEqual([49, 51]);
  });

  test('two shares on one area combine by Fréchet bounds, mid as if independent', () => {
    const layers = [layer, layerOf({ key: 'superfast', shape: 'shares' })];
    const area = Array(100).fill(0);
    const analysis = count(
      layers,
      [sharesOf(area, [40]), sharesOf(area, [30])],
      Array(100).fill(0),
      'no gigabit and no superfast',
    );
    expect(
      [analysis.notSpots.low[0], analysis.notSpots.mid[0], analysis.notSpots.high[0]].map(Math.round),
    ).toEqual([30, 42, 60]);
    expect(analysis.notes.map((note) => note.kind)).toContain('shares-combined');
  });

  test('a footprint decides where it can, the share only the rest', () => {
    const layers = [layer, layerOf({ key: '5g' })];
    const answers = [sharesOf([0, 0, 0, 0], [50]), crispOf(['yes', 'yes', 'no', 'unknown'])];
    const analysis = count(layers, answers, [0, 0, 0, 0], 'no gigabit and no 5g');
    // Two rows have 5G: no not-spots. One has none: gigabit decides, two of four have it. One is not known.
    expect([
      analysis.notSpots.low[0],
      analysis.notSpots.mid[0],
      analysis.notSpots.high[0],
      analysis.notSpots.notKnown[0],
    ]).toEqual([0, 0.5, 1, 1]);
    expect([...analysis.rowState]).toEqual([0, 0, 3, 2]);
  });

  test('the band holds for every way the units could be spread', () => {
    const unit = fc.record({
      ward: fc.integer({ min: -1, max: 2 }),
      area: fc.integer({ min: 0, max: 3 }),
      has: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 80 }), (units) => {
        const percent = [0, 1, 2, 3].map((a) => {
          const here = units.filter((u) => u.area === a);
          return here.length ? (100 * here.filter((u) => u.has).length) / here.length : 0;
        });
        const analysis = count(
          [layer],
          [
            sharesOf(
              units.map((u) => u.area),
              percent,
            ),
          ],
          units.map((u) => u.ward),
          'no gigabit',
        );
        for (let place = 0; place < 5; place++) {
          const here = units.filter((u) => place === 4 || (u.ward < 0 ? 3 : u.ward) === place);
          const truth = here.filter((u) => !u.has).length;
          expect(analysis.notSpots.low[place]).toBeLessThanOrEqual(truth);
          expect(analysis.notSpots.high[place]).toBeGreaterThanOrEqual(truth);
        }
        expect(analysis.notSpots.low[4]).toBe(analysis.notSpots.high[4]);
      }),
    );
  });

  test('a share of premises taken for postcodes is said to be assumed', () => {
    const answers = new Map([[layer.id, sharesOf([0], [50])]]);
    const premises = premisesOf([{ lon: 0, lat: 0 }], 'postcodes');
    const membership = { wardOf: Int32Array.of(0), overlapped: 0 };
    const analysis = analyse({
      premises,
      wards,
      membership,
      layers: [layer],
      answers,
      recipeText: 'no gigabit',
      notes: [],
    });
    const { assumptions, rowsUsed } = notSpotFigure(analysis, EMPTY_PROJECT, 1);
    expect([
      assumptions
        .map((one) => one.text)
        .join()
        .includes('taken to hold for postcodes'),
      rowsUsed,
    ]).toEqual([true, 0]);
  });

  test('shares coarser than wards rank no wards, and say so', () => {
    const analysis = count([layer], [sharesOf([0, 0, 0], [50])], [0, 1, 2], 'no gigabit');
    expect(analysis.ranksWards).toBe(false);
    expect(analysis.notes.map((note) => note.kind)).toContain('coarse-shares');
  });
});

test('an unknown name fails by name and says what is there', () => {
  expect(() => count(LAYERS, [], [], 'no gigabyte')).toThrow(RecipeError);
  expect(() => count(LAYERS, [], [], 'no gigabyte')).toThrow(/"gigabyte".*gigabit, 5g/);
});

test('a technology names all its layers, though one of them has it as its key', () => {
  const layers = [
    layerOf({ key: 'gigabit' }),
    layerOf({ key: 'gigabit-b', technology: 'gigabit', operator: 'b' }),
  ];
  const analysis = count(layers, [crispOf(['no', 'yes']), crispOf(['yes', 'no'])], [0, 0], 'no gigabit');
  expect(analysis.notSpots.mid[0]).toBe(0);
});
