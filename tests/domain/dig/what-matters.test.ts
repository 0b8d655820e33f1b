import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whatMatters } from '../../../src/domain/dig/what-matters.ts';
import { steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { exhaustiveCost, graphOf, type SmallStreets, smallStreets } from '../../builders/small-streets.ts';

/** The same without what does not matter: edges of such nodes are gone. */
function withoutRest(streets: SmallStreets, matters: Uint8Array): SmallStreets {
  return { ...streets, edges: streets.edges.filter(([tail, head]) => matters[tail] && matters[head]) };
}

describe('whatMatters', () => {
  it('keeps a best tree', () => {
    fc.assert(
      fc.property(smallStreets, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (streets, picks) => {
        const terminals = [...new Set(picks.map((pick) => pick % streets.nodeCount))];
        const matters = whatMatters(steinerProblem(graphOf(streets), terminals));
        expect(exhaustiveCost(withoutRest(streets, matters), terminals)).toBe(
          exhaustiveCost(streets, terminals),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what is far from all terminals', () => {
    // 0 and 2 are terminals, 20 apart over 1; 3 is 10 from 1, and 4 another 30 farther.
    const streets: SmallStreets = {
      nodeCount: 5,
      edges: [
        [0, 1, 10],
        [1, 2, 10],
        [1, 3, 10],
        [3, 4, 30],
      ],
    };
    expect([...whatMatters(steinerProblem(graphOf(streets), [0, 2]))]).toEqual([1, 1, 1, 0, 0]);
    expect([...whatMatters(steinerProblem(graphOf(streets), [0]))]).toEqual([1, 0, 0, 0, 0]);
  });
});
