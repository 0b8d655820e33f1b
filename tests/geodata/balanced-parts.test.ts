import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedParts, type Cells } from '../../geodata/areas/balanced-parts.ts';
import { Random } from '../../geodata/ground/random.ts';

/** A square of cells, each touching four. */
function square(side: number, weights: readonly number[]): Cells {
  const index = (column: number, row: number) =>
    column < 0 || row < 0 || column >= side || row >= side ? -1 : row * side + column;
  const cells = Array.from({ length: side * side }, (_, i) => [i % side, Math.floor(i / side)] as const);
  return {
    positions: cells.map(([x, y]) => [100 * x, 100 * y]),
    weights: Float64Array.from(cells, (_, i) => weights[i % weights.length]),
    neighbours: cells.map(([x, y]) => [index(x + 1, y), index(x, y + 1), index(x - 1, y), index(x, y - 1)]),
  };
}

describe('balancedParts', () => {
  it('leaves every part connected and none empty', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 14 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat(50), { minLength: 1, maxLength: 30 }),
        fc.string(),
        (side, parts, weights, seed) => {
          const cells = square(side, weights);
          const part = balancedParts(cells, parts, new Random(seed));
          expect(new Set(part).size).toBe(parts);
          for (let k = 0; k < parts; k++) expect(connected(cells, part, k)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('makes parts of similar weight', () => {
    const cells = square(20, [1, 9, 2, 7, 4]);
    const part = balancedParts(cells, 5, new Random('even'));
    const loads = [0, 0, 0, 0, 0];
    part.forEach((k, i) => {
      loads[k] += cells.weights[i];
    });
    const mean = loads.reduce((sum, load) => sum + load, 0) / 5;
    for (const load of loads) expect(Math.abs(load / mean - 1)).toBeLessThan(0.5);
  });
});

function connected(cells: Cells, part: Int32Array, k: number): boolean {
  const own = [...part.keys()].filter((i) => part[i] === k);
  const seen = new Set([own[0]]);
  for (const i of seen) for (const j of cells.neighbours[i]) if (j >= 0 && part[j] === k) seen.add(j);
  return seen.size === own.length;
}
