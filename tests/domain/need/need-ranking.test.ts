import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import type { NeedChoice } from '../../../src/domain/need/need-choice.ts';
import { type NeedRanking, rankByNeed } from '../../../src/domain/need/need-ranking.ts';
import { type NeedWeights, needWeights } from '../../../src/domain/need/need-weights.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import type { Prepared } from '../../../src/domain/project/prepared.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';
import { projectOf } from '../../builders/project.ts';
import { tableOf } from '../../builders/tables.ts';

const WARDS = ['E05999801', 'E05999802', 'E05999803'];
const wards = areasOf(WARDS.map((code, i) => ({ code, rings: [rectangle(i, 0, i + 1, 1)] })));

interface Row {
  readonly ward: number;
  readonly units: number;
  readonly gigabit: ThreeValues;
  readonly area: number;
}

/** Rows counted by "no gigabit and no 5g": gigabit crisp, 5G a share of areas. */
function countOf(rows: readonly Row[]) {
  const layers = [layerOf({ key: 'gigabit' }), layerOf({ key: '5g', shape: 'shares' })];
  const premises = premisesOf(rows.map(({ units }) => ({ lon: 0, lat: 0, units })));
  const shares = sharesOf(
    rows.map(({ area }) => area),
    [25, 60, 100],
  );
  shares.unitsInArea.fill(0);
  for (const { area, units } of rows) if (area >= 0) shares.unitsInArea[area] += units;
  const input = {
    premises,
    wards,
    membership: { wardOf: Int32Array.from(rows, ({ ward }) => ward), overlapped: 0 },
    answers: new Map<string, LayerAnswers>([
      ['gigabit', crispOf(rows.map(({ gigabit }) => gigabit))],
      ['5g', shares],
    ]),
    notes: [],
  };
  const analysis = analyse({ ...input, layers, recipeText: 'no gigabit and no 5g' });
  const prepared = { ...input, joins: [], ways: new Map(), uses: null } as unknown as Prepared;
  return { analysis, prepared, project: projectOf({ layers }) };
}

function ranked(rows: readonly Row[], weights: readonly number[]): NeedRanking {
  const steps = rankByNeed({ ...countOf(rows), weights: Float64Array.from(weights) });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function weighed(choice: Partial<NeedChoice>, lines: readonly string[], rows: readonly Row[]): NeedWeights {
  const { prepared } = countOf(rows);
  const steps = needWeights(
    { contentId: 'n', codeColumn: 'ward', column: 'need', where: [], higherMeansMore: true, ...choice },
    tableOf('need.csv', ['ward', 'need'], lines),
    { ...prepared, lookups: [], loadedAreas: [], ownAreas: null },
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const someRows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    ward: fc.integer({ min: -1, max: 2 }),
    units: fc.integer({ min: 1, max: 9 }),
    gigabit: fc.constantFrom<ThreeValues>('yes', 'no', 'unknown'),
    area: fc.integer({ min: -1, max: 2 }),
  }),
  { minLength: 1, maxLength: 30 },
);
const weight = fc.integer({ min: 0, max: 400 }).map((value) => value / 100);

describe('not-spots weighed by need', () => {
  it('are the same with equal weights, and then nobody moves', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const {
          plain,
          weighted,
          wards: moved,
        } = ranked(
          rows,
          rows.map(() => 1),
        );
        expect([...weighted]).toEqual([...plain]);
        expect(moved.every(({ move }) => move === 0)).toBe(true);
        expect([...plain]).toEqual([...countOf(rows).analysis.notSpots.mid]);
      }),
    );
  });

  it('are the sum of weights over not-spot units, with those of shares by their chance', () => {
    const chance = [0.75, 0.4, 0];
    fc.assert(
      fc.property(someRows, fc.infiniteStream(weight), (rows, stream) => {
        const weights = rows.map(() => stream.next().value as number);
        const expected = new Float64Array(5);
        rows.forEach(({ ward, units, gigabit, area }, i) => {
          // Not known without an area, unless gigabit alone rules it out.
          if (gigabit !== 'no' || area < 0) return;
          const here = units * weights[i] * chance[area];
          expected[ward < 0 ? 3 : ward] += here;
          expected[4] += here;
        });
        const { weighted } = ranked(rows, weights);
        for (const [place, value] of expected.entries()) expect(weighted[place]).toBeCloseTo(value, 6);
      }),
    );
  });

  it('have the same ranks when all weights are scaled', () => {
    fc.assert(
      fc.property(someRows, fc.infiniteStream(weight), fc.constantFrom(0.5, 2, 4), (rows, stream, scale) => {
        const weights = rows.map(() => stream.next().value as number);
        const one = ranked(rows, weights);
        const other = ranked(
          rows,
          weights.map((value) => value * scale),
        );
        expect(other.wards.map(({ weighted }) => weighted?.rank)).toEqual(
          one.wards.map(({ weighted }) => weighted?.rank),
        );
      }),
    );
  });

  it('leave rows without a value out of both rankings, and count them apart', () => {
    const rows: Row[] = [
      { ward: 0, units: 3, gigabit: 'no', area: 0 },
      { ward: 1, units: 4, gigabit: 'no', area: 0 },
      { ward: 1, units: 4, gigabit: 'no', area: 0 },
    ];
    const { plain, withoutValue, units, wards: moved } = ranked(rows, [2, Number.NaN, 1]);
    expect([plain[0], plain[1]]).toEqual([2.25, 3]);
    expect([withoutValue[0], withoutValue[1], withoutValue[4]]).toEqual([0, 3, 3]);
    expect([units[1], moved[2].plain]).toEqual([4, null]);
    // Of ward 0's 2.25 with weight 2, 4.5 outweigh ward 1's 3: up one place.
    expect(moved.map(({ move }) => move)).toEqual([1, -1, 0]);
  });
});

describe('the weight of a row', () => {
  const rows: Row[] = [
    { ward: 0, units: 6, gigabit: 'no', area: 0 },
    { ward: 1, units: 2, gigabit: 'no', area: 0 },
    { ward: 2, units: 1, gigabit: 'no', area: 0 },
    { ward: -1, units: 1, gigabit: 'no', area: 0 },
  ];

  it('is its value by the mean of units that have one: the weights of units sum to their number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (values, up) => {
          if (values.every((value) => value === 0)) return;
          const { weights, unitsWithValue, unitsWithout } = weighed(
            { higherMeansMore: up },
            WARDS.map((code, i) => `${code},${values[i]}`),
            rows,
          );
          const sum = rows.reduce(
            (all, { units }, i) => all + (Number.isNaN(weights[i]) ? 0 : units * weights[i]),
            0,
          );
          expect(sum).toBeCloseTo(unitsWithValue, 9);
          expect([unitsWithValue, unitsWithout]).toEqual([9, 1]);
          expect(Number.isNaN(weights[3])).toBe(true);
          const order = [0, 1, 2].toSorted((one, other) => weights[one] - weights[other]);
          for (let i = 1; i < 3; i++)
            expect((up ? 1 : -1) * (values[order[i]] - values[order[i - 1]])).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('is not known where a code is lacking, stands twice with two values, or holds no number', () => {
    const found = weighed({}, ['E05999801,5', 'E05999802,1', 'E05999802,2', 'E05999803,n/a'], rows);
    expect([...found.weights].map(Number.isNaN)).toEqual([false, true, true, true]);
    expect([found.unreadable, found.unitsWithout]).toEqual([2, 4]);
  });

  it('is refused in words for values below zero, zeros alone, and codes of somewhere else', () => {
    const all = (value: string): string[] => WARDS.map((code) => `${code},${value}`);
    expect(() => weighed({}, ['E05999801,5', 'E05999802,-1.6', 'E05999803,1'], rows)).toThrow(/below zero/);
    expect(() => weighed({}, all('0'), rows)).toThrow(/zero/);
    expect(() => weighed({}, ['E01999801,5', 'E01999802,3'], rows)).toThrow(/Nothing leads/);
  });
});
