import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankRanges } from '../../../src/domain/compare/rank-range.ts';

const exact = (value: number) => ({ low: value, mid: value, high: value });
const bounds = fc
  .tuple(fc.nat(20), fc.nat(20), fc.nat(20))
  .map((three) => three.toSorted((one, other) => one - other))
  .map(([low, mid, high]) => ({ low, mid, high }));

describe('ranks of values with bounds', () => {
  it('are shared by equal values, with the next one left out', () => {
    const ranks = rankRanges([5, 9, 5, 1, Number.NaN].map(exact), 'highest');
    expect(ranks.map((one) => one && [one.rank, one.sharing])).toEqual([
      [2, 2],
      [1, 1],
      [2, 2],
      [4, 1],
      null,
    ]);
    expect(rankRanges([5, 9].map(exact), 'lowest').map((one) => one?.rank)).toEqual([1, 2]);
  });

  it('lie between those certainly worse and those certainly better, for every truth within the bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(bounds, fc.float({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('highest' as const, 'lowest' as const),
        (seeds, worst) => {
          const ranges = rankRanges(
            seeds.map(([one]) => one),
            worst,
          );
          const truth = seeds.map(([{ low, high }, at]) => low + at * (high - low));
          const sign = worst === 'highest' ? 1 : -1;
          truth.forEach((own, i) => {
            const rank = 1 + truth.filter((other) => sign * (other - own) > 1e-9).length;
            expect(rank).toBeGreaterThanOrEqual(ranges[i]?.best ?? Number.NaN);
            expect(rank).toBeLessThanOrEqual(ranges[i]?.worst ?? Number.NaN);
          });
          seeds.forEach(([own], i) => {
            const others = seeds.map(([one]) => one);
            const worse = others.filter((one) => (sign > 0 ? one.low > own.high : one.high < own.low)).length;
            const better = others.filter((one) =>
              sign > 0 ? one.high < own.low : one.low > own.high,
            ).length;
            expect(ranges[i]).toMatchObject({ best: 1 + worse, worst: others.length - better });
          });
        },
      ),
    );
  });
});
