import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operatorStacks, wardBars, wardShares } from '../../../src/stores/derived/ward-charts.ts';
import { analysisOf } from '../../builders/analysis.ts';
import { countedProject } from '../../builders/counted-project.ts';
import type { ThreeValues } from '../../builders/layers.ts';

const answer = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');

describe('what the ward charts draw', () => {
  it('ranks every ward, most not-spots first, and leaves a ward mostly not known out of the shares', () => {
    const analysis = analysisOf([
      { units: 10, notSpots: 2 },
      { units: 20, notSpots: 5 },
      { units: 8, notSpots: 1, notKnown: 5 },
      { units: 0, notSpots: 0 },
    ]);
    expect(wardBars(analysis).map(({ key, value, of }) => [key, value, of])).toEqual([
      ['W02', 5, 20],
      ['W01', 2, 10],
      ['W03', 1, 8],
      ['W04', 0, 0],
    ]);
    expect(wardShares(analysis).map(({ value }) => value)).toEqual([0.2, 0.25, null, null]);
  });

  it('ranks nothing where the definition ranks no wards', () => {
    const analysis = analysisOf([{ units: 10, notSpots: 2 }], { ranksWards: false });
    expect(wardBars(analysis)).toEqual([]);
    expect(wardShares(analysis)).toEqual([]);
  });

  it('shares the premises out by their operators as a count row by row does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer, answer), { minLength: 1, maxLength: 40 }), (rows) => {
        const { analysis } = countedProject({
          wards: ['Ash'],
          wardOf: rows.map(() => 0),
          layers: ['a', 'b', 'c'].map((operator, k) => ({
            layer: { key: `5g-${operator}`, technology: '5g', operator },
            answers: rows.map((row) => row[k]),
          })),
          recipe: 'no 5g',
        });
        const expected = [0, 0, 0, 0];
        for (const row of rows) {
          const all = row.every((one) => one === 'yes');
          const some = row.some((one) => one === 'yes');
          const none = row.every((one) => one === 'no');
          expected[all ? 2 : some ? 1 : none ? 0 : 3]++;
        }
        const [stack] = operatorStacks(analysis, 0).rows;
        expect(stack.values).toEqual(expected);
        expect(stack.total).toBe(rows.length);
      }),
    );
  });
});
