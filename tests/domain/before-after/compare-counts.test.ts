import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeClasses, changedWards } from '../../../src/domain/before-after/change-classes.ts';
import { type CountComparison, compareCounts } from '../../../src/domain/before-after/compare-counts.ts';
import { chanceShifts, ROW_CHANGES } from '../../../src/domain/before-after/row-change.ts';
import { SideRefused } from '../../../src/domain/before-after/side-refused.ts';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import type { Analysis } from '../../../src/domain/not-spots/analysis.ts';
import { PREMISES_USES } from '../../../src/domain/premises/premises-use.ts';
import { evenChanges } from '../../../src/stores/derived/before-after-table.ts';
import { analysisOf } from '../../builders/analysis.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const wards = areasOf([
  { code: 'E05999801', name: 'Ash', rings: [rectangle(0, 0, 1, 1)] },
  { code: 'E05999802', name: 'Birch', rings: [rectangle(1, 0, 2, 1)] },
]);

interface Row {
  readonly ward: number;
  readonly use: number;
  readonly units: number;
  readonly was: ThreeValues;
  readonly is: ThreeValues;
}

const answer = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');
const rows = fc.array(
  fc.record({
    ward: fc.integer({ min: -1, max: 1 }),
    use: fc.nat(4),
    units: fc.nat(9),
    was: answer,
    is: answer,
  }),
  { minLength: 1, maxLength: 60 },
);

const of = (given: readonly Row[]) => ({
  premises: premisesOf(given.map(({ units }) => ({ lon: 0, lat: 0, units }))),
  membership: { wardOf: Int32Array.from(given, ({ ward }) => ward), overlapped: 0 },
  uses: { column: 'use', use: Uint8Array.from(given, ({ use }) => use) },
});

function count(given: readonly Row[], answers: LayerAnswers): Analysis {
  const shape = answers.kind === 'share' ? 'shares' : 'polygons';
  return analyse({
    ...of(given),
    wards,
    layers: [layerOf({ key: 'gigabit', shape })],
    answers: new Map([['gigabit', answers]]),
    recipeText: 'no gigabit',
    notes: [],
  });
}

function compare(given: readonly Row[], was: Analysis, is: Analysis, isSameQuestion = false) {
  return compareCounts(was, is, { ...of(given), isSameQuestion });
}

const crisp = (given: readonly Row[], side: 'was' | 'is'): Analysis =>
  count(given, crispOf(given.map((row) => row[side])));

/** A plain sum over rows, as somebody with a pencil would make it. */
function sum(given: readonly Row[], place: number, wanted: (row: Row) => boolean): number {
  const here = given.filter((row) => place === 3 || (row.ward < 0 ? 2 : row.ward) === place);
  return here.filter(wanted).reduce((total, row) => total + row.units, 0);
}

describe('two crisp counts', () => {
  test('differ as plain sums over the rows say, in every place', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { moves, difference, isExact } = compare(given, crisp(given, 'was'), crisp(given, 'is'));
        expect(isExact).toBe(true);
        for (const place of [0, 1, 2, 3]) {
          const moved = (was: ThreeValues, is: ThreeValues): number =>
            sum(given, place, (row) => row.was === was && row.is === is);
          // The recipe is "no gigabit": an answer of no is a not-spot.
          expect([moves.became[place], moves.ceased[place], moves.stayed[place]]).toEqual([
            moved('yes', 'no'),
            moved('no', 'yes'),
            moved('no', 'no'),
          ]);
          expect(moves.becameKnown[place]).toBe(moved('unknown', 'no'));
          expect(moves.ceasedKnown[place]).toBe(moved('no', 'unknown'));
          expect(moves.knownNow[place]).toBe(moved('unknown', 'no') + moved('unknown', 'yes'));
          expect(moves.unknownNow[place]).toBe(moved('no', 'unknown') + moved('yes', 'unknown'));
          expect(moves.expected[place]).toBe(0);
          const plain =
            sum(given, place, (row) => row.is === 'no') - sum(given, place, (row) => row.was === 'no');
          expect([difference.low[place], difference.mid[place], difference.high[place]]).toEqual([
            plain,
            plain,
            plain,
          ]);
        }
      }),
    );
  });

  test('before + became − ceased = after, with what became known or unknown; places sum to the total', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { moves, before, after, units } = compare(given, crisp(given, 'was'), crisp(given, 'is'));
        for (let place = 0; place < units.length; place++) {
          const moved =
            moves.became[place] + moves.becameKnown[place] - moves.ceased[place] - moves.ceasedKnown[place];
          expect(before.mid[place] + moved).toBe(after.mid[place]);
          expect(before.notKnown[place] - moves.knownNow[place] + moves.unknownNow[place]).toBe(
            after.notKnown[place],
          );
        }
        for (const list of Object.values(moves) as Float64Array[])
          expect(list[0] + list[1] + list[2]).toBe(list[3]);
      }),
    );
  });

  test('every row has the change that its two answers say', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { rowChange } = compare(given, crisp(given, 'was'), crisp(given, 'is'));
        const words: Record<string, string> = {
          'yes yes': 'both-covered',
          'no no': 'both-not-spot',
          'yes no': 'became',
          'no yes': 'ceased',
          'unknown unknown': 'both-not-known',
        };
        given.forEach(({ was, is }, row) => {
          const wanted = words[`${was} ${is}`] ?? (was === 'unknown' ? 'known-now' : 'unknown-now');
          expect(ROW_CHANGES[rowChange[row]]).toBe(wanted);
        });
        const shifts = chanceShifts(crisp(given, 'was'), crisp(given, 'is'));
        expect([...shifts]).toEqual(
          given.map(({ was, is }) => (was === is || was === 'unknown' || is === 'unknown' ? 0 : 100)),
        );
      }),
    );
  });

  test('by use sum to the total, use by use as plain sums say', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { byUse, difference } = compare(given, crisp(given, 'was'), crisp(given, 'is'));
        if (!byUse) throw new Error('A column tells the use.');
        byUse.uses.forEach((use, at) => {
          const mine = given.filter((row) => PREMISES_USES[row.use] === use);
          expect(byUse.moves.became[at]).toBe(sum(mine, 3, (row) => row.was === 'yes' && row.is === 'no'));
          expect(byUse.difference.mid[at]).toBe(
            sum(mine, 3, (row) => row.is === 'no') - sum(mine, 3, (row) => row.was === 'no'),
          );
        });
        const all = byUse.uses.reduce((total, _, at) => total + byUse.difference.mid[at], 0);
        expect(all).toBe(difference.mid[3]);
      }),
    );
  });
});

describe('any two counts', () => {
  const shares = (given: readonly Row[], percents: readonly number[]): Analysis =>
    count(
      given,
      sharesOf(
        given.map(({ ward }) => ward),
        percents,
        0.1,
      ),
    );
  const percents = fc.tuple(fc.nat(100), fc.nat(100));

  const expectNegated = (one: CountComparison, other: CountComparison): void => {
    for (let place = 0; place < one.units.length; place++) {
      expect(one.difference.mid[place] + other.difference.mid[place]).toBeCloseTo(0, 9);
      expect(one.difference.low[place] + other.difference.high[place]).toBeCloseTo(0, 9);
      expect(one.moves.became[place]).toBe(other.moves.ceased[place]);
      expect(one.moves.becameKnown[place]).toBe(other.moves.ceasedKnown[place]);
      expect(one.moves.knownNow[place]).toBe(other.moves.unknownNow[place]);
      expect(one.moves.stayed[place]).toBe(other.moves.stayed[place]);
    }
    const classes = changeClasses(other).classes;
    changeClasses(one).classes.forEach((own, ward) => {
      if (typeof own === 'number') expect(Number(classes[ward]) + own).toBe(0);
      else expect(classes[ward]).toBe(own);
    });
  };

  test('swapped, the difference is negated and the moves go the other way', () => {
    fc.assert(
      fc.property(rows, percents, (given, percent) => {
        // Shares are of one unit a row.
        const ones = given.map((row) => ({ ...row, units: 1 }));
        const sides = [crisp(ones, 'was'), crisp(ones, 'is'), shares(ones, percent)];
        for (const one of sides)
          for (const other of sides) expectNegated(compare(ones, one, other), compare(ones, other, one));
      }),
    );
  });

  test('the same question differs by nothing, whatever its bounds', () => {
    fc.assert(
      fc.property(rows, percents, (given, percent) => {
        for (const side of [crisp(given, 'was'), shares(given, percent)]) {
          const { difference, isExact, rowChange } = compare(given, side, side, true);
          for (const list of Object.values(difference) as Float64Array[])
            expect([...list].every((value) => value === 0)).toBe(true);
          expect(isExact).toBe(true);
          const kinds = new Set(Array.from(rowChange, (change) => ROW_CHANGES[change]));
          for (const moved of ['became', 'ceased', 'likelier', 'less-likely'] as const)
            expect(kinds).not.toContain(moved);
        }
      }),
    );
  });

  test('from shares, the bounds hold whatever the premises have', () => {
    fc.assert(
      fc.property(rows, (given) => {
        // What the premises really have gives the share, so the truth lies within the bounds.
        const whole = given.map(
          (row) => ({ ...row, units: 1, is: row.is === 'unknown' ? 'no' : row.is }) as Row,
        );
        const was = crisp(whole, 'was');
        const truth = crisp(whole, 'is');
        const inWard = (ward: number) => whole.filter((row) => row.ward === ward);
        const percent = [0, 1].map((ward) => {
          const all = inWard(ward);
          return all.length === 0 ? 0 : (100 * all.filter(({ is }) => is === 'yes').length) / all.length;
        });
        const { difference } = compare(whole, was, shares(whole, percent));
        for (const ward of [0, 1]) {
          const real = truth.notSpots.mid[ward] - was.notSpots.mid[ward];
          expect(difference.low[ward]).toBeLessThanOrEqual(real);
          expect(difference.high[ward]).toBeGreaterThanOrEqual(real);
        }
      }),
    );
  });

  test('not known on one side and a share on the other is a range, never an exact figure', () => {
    const given = ['a', 'b'].map((): Row => ({ ward: 0, use: 0, units: 1, was: 'unknown', is: 'unknown' }));
    const [unknown, share] = [crisp(given, 'was'), shares(given, [20, 20])];
    for (const [one, other] of [
      [unknown, share],
      [share, unknown],
    ] as const) {
      const { difference, moves, isExact } = compare(given, one, other);
      expect(difference.low[3]).toBeLessThan(difference.high[3]);
      expect([isExact, moves.expected[3]]).toEqual([false, 2]);
    }
  });

  test('are exact just where no place has a band', () => {
    fc.assert(
      fc.property(rows, percents, (given, percent) => {
        const ones = given.map((row) => ({ ...row, units: 1 }));
        const sides = [crisp(ones, 'was'), crisp(ones, 'is'), shares(ones, percent)];
        for (const one of sides)
          for (const other of sides) {
            const { difference, isExact, moves } = compare(ones, one, other);
            expect(isExact).toBe(difference.low.every((low, place) => low === difference.high[place]));
            if (!isExact) expect(moves.expected[3]).toBeGreaterThan(0);
          }
      }),
    );
  });

  test('of other rows or other wards are refused in words', () => {
    const given: Row[] = [{ ward: 0, use: 0, units: 1, was: 'yes', is: 'no' }];
    const two: Row[] = [...given, ...given];
    expect(() => compare(given, crisp(given, 'was'), crisp(two, 'is'))).toThrow(SideRefused);
    const other = { ...crisp(given, 'is'), wardCodes: ['E05999801', 'E05999809'] };
    expect(() => compare(given, crisp(given, 'was'), other)).toThrow('same premises in the same wards');
  });
});

describe('classes of a change', () => {
  const comparisonOf = (mids: readonly number[], rest: Partial<CountComparison> = {}): CountComparison => {
    const { units, notSpots, wardCodes, wardNames } = analysisOf(
      mids.map(() => ({ units: 1000, notSpots: 0 })),
    );
    const mid = Float64Array.from([...mids, 0, 0]);
    const none = new Float64Array(mid.length);
    return {
      unit: 'premises',
      wardCodes,
      wardNames,
      units,
      before: notSpots,
      after: notSpots,
      difference: { low: mid, mid, high: mid },
      moves: {
        became: none,
        ceased: none,
        stayed: none,
        becameKnown: none,
        ceasedKnown: none,
        knownNow: none,
        unknownNow: none,
        expected: none,
      },
      isExact: true,
      ranksWards: true,
      byUse: null,
      rowChange: new Uint8Array(0),
      ...rest,
    };
  };

  test('are three readable steps to each side of none', () => {
    const { edges, classes } = changeClasses(comparisonOf([0, 4, -20, 21, -50, 93, -100]));
    expect(edges).toEqual([0.02, 0.05, 0.1]);
    expect(classes).toEqual([0, 1, -1, 2, -2, 3, -3]);
    expect(changedWards(comparisonOf([0, 4, -20]))).toEqual({
      moved: 2,
      more: 1,
      fewer: 1,
      knownOnly: 0,
    });
  });

  test('count a ward where not-spots became known and unknown alike, and one where only what is known changed', () => {
    const comparison = comparisonOf([0, 0, 0]);
    const at = (ward: number): Float64Array => Float64Array.from({ length: 5 }, (_, i) => Number(i === ward));
    const of = (moves: Partial<CountComparison['moves']>): CountComparison =>
      comparisonOf([0, 0, 0], { moves: { ...comparison.moves, ...moves } });
    expect(changedWards(of({ becameKnown: at(0), ceasedKnown: at(0) }))).toMatchObject({
      moved: 1,
      knownOnly: 0,
    });
    expect(changedWards(of({ knownNow: at(1) }))).toMatchObject({ moved: 0, knownOnly: 1 });
    expect(changedWards(of({ unknownNow: at(2) }))).toMatchObject({ moved: 0, knownOnly: 1 });
    const told = evenChanges(of({ knownNow: at(1), becameKnown: at(0), ceasedKnown: at(0) }));
    expect(told.map(({ line, words }) => [line.place, words])).toEqual([
      [0, '1 became a not-spot, 1 ceased to be one'],
      [1, '1 known after only'],
    ]);
  });

  test('say where more than half is not known, and where no ward is ranked', () => {
    const comparison = comparisonOf([5, 5]);
    const notKnown = Float64Array.from([501, 500, 0, 1001]);
    const half = { ...comparison, after: { ...comparison.after, notKnown } };
    expect(changeClasses(half).classes).toEqual(['not-known', 3]);
    expect(changeClasses({ ...half, ranksWards: false }).classes).toEqual(['not-known', 'not-ranked']);
  });
});
