import { describe, expect, it } from 'vitest';
import { combineInSteps, joinInTree } from '../../../src/domain/areas/combine-in-steps.ts';
import { planeArea } from '../../../src/domain/areas/ellipsoid-area.ts';
import type { Position, Shape } from '../../../src/domain/areas/shape.ts';
import { rectangle } from '../../builders/polygons.ts';

const CORNERS = 4_000;
const WARD: Shape = [[rectangle(0, 0, 8, 2)]];
/** Eight round holes side by side, of 32,000 corners together: more than go into one call. */
const ROUND: Shape = Array.from({ length: 8 }, (_, x) => {
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return [x + 0.5 + 0.4 * Math.cos(angle), 1 + 0.4 * Math.sin(angle)];
  });
  return [[...ring, ring[0]]];
});

/** What comes of it, and how often it could have been stopped before. */
function run<T>(steps: Generator<void, T>): { made: T; yields: number } {
  for (let yields = 0; ; yields++) {
    const step = steps.next();
    if (step.done) return { made: step.value, yields };
  }
}

describe('combineInSteps', () => {
  it.each([
    ['difference', 16 - planeArea(ROUND)],
    ['intersection', planeArea(ROUND)],
  ] as const)('takes many corners in pieces: %s', (operation, area) => {
    const { made, yields } = run(combineInSteps(() => false)(operation, WARD, ROUND));
    expect(yields).toBeGreaterThan(1);
    expect(planeArea(made)).toBeCloseTo(area, 9);
  });

  it('calls Turf no more once time is up, and says so', () => {
    let asked = 0;
    const combine = combineInSteps(() => ++asked > 2);
    expect(() => run(joinInTree(ROUND, combine))).toThrow('it took too long');
    expect(asked).toBe(3);
  });

  it('can be stopped before every pair of a tree', () => {
    const squares = Array.from({ length: 5 }, (_, x): Shape[number] => [rectangle(x, 0, x + 1, 1)]);
    const { made, yields } = run(
      joinInTree(
        squares,
        combineInSteps(() => false),
      ),
    );
    expect(yields).toBe(5 + 4);
    expect(planeArea(made)).toBe(5);
  });

  it('names what cannot be taken in pieces', () => {
    const jagged = Array.from({ length: 40_001 }, (_, i): Position => [i, i % 2]);
    const combine = combineInSteps(() => false);
    expect(() => run(combine('difference', [[jagged]], WARD))).toThrow(/40006 corners, more than the 40000/);
  });
});
