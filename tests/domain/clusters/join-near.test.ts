import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinNear } from '../../../src/domain/clusters/join-near.ts';
import { lastOf } from '../../builders/cluster-premises.ts';

type Position = readonly [number, number];

function joined(points: readonly Position[], distance: number): number[] {
  const x = Float64Array.from(points, ([px]) => px);
  const y = Float64Array.from(points, ([, py]) => py);
  return [...lastOf(joinNear(x, y, distance))];
}

/** Every pair looked at, until nothing changes any more. */
function byBruteForce(points: readonly Position[], distance: number): number[] {
  const group = points.map((_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    points.forEach((one, i) => {
      points.forEach((other, j) => {
        const near = (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 <= distance ** 2;
        if (!near || group[i] === group[j]) return;
        const lower = Math.min(group[i], group[j]);
        group[i] = lower;
        group[j] = lower;
        changed = true;
      });
    });
  }
  return group;
}

/** Whole, half and awkward metres, some alike: distances that are exactly the limit do occur. */
const place = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.constantFrom(0, 100, 50, 70.5, 100.00000001),
  fc.double({ min: -300, max: 300, noNaN: true }),
);
const places = fc.array(fc.tuple(place, place), { maxLength: 60 });

describe('joinNear', () => {
  it('joins as looking at every pair does, whatever the distance', () => {
    fc.assert(
      fc.property(places, fc.constantFrom(1, 10, 50, 70.5, 100, 250), (points, distance) => {
        expect(joined(points, distance)).toEqual(byBruteForce(points, distance));
      }),
      { numRuns: 400 },
    );
  });

  it('joins at exactly the distance and no farther', () => {
    expect(
      joined(
        [
          [0, 0],
          [100, 0],
          [200.001, 0],
        ],
        100,
      ),
    ).toEqual([0, 0, 2]);
  });

  it('joins the corners of one square and crowds on one point', () => {
    const crowd: Position[] = Array.from({ length: 5_000 }, () => [412_345.5, 301_234.25]);
    expect(new Set(joined([...crowd, [412_345.5 + 60, 301_234.25 + 80]], 100))).toEqual(new Set([0]));
  });

  it('keeps groups however the points are ordered', () => {
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.nat()), (points, numbers) => {
        const order = points
          .map((_, i) => ({ i, key: numbers.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key || a.i - b.i)
          .map(({ i }) => i);
        const before = joined(points, 50);
        const after = joined(
          order.map((i) => points[i]),
          50,
        );
        order.forEach((i, a) => {
          order.forEach((j, b) => {
            expect(after[a] === after[b]).toBe(before[i] === before[j]);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('tells its steps in order', () => {
    const steps = [...joinNear(new Float64Array(3), new Float64Array(3), 10)];
    expect(steps.map(({ fraction }) => fraction)).toEqual(
      steps.map(({ fraction }) => fraction).toSorted((a, b) => a - b),
    );
  });
});
