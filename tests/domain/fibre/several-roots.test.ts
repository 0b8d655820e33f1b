import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTree } from '../../../src/domain/fibre/find-tree.ts';
import { joinRoots, withoutJoins } from '../../../src/domain/fibre/several-roots.ts';
import { steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { WorkMeter } from '../../../src/domain/fibre/work-meter.ts';
import { lastOf } from '../../builders/last-of.ts';
import { graphOf, type SmallStreets, smallStreets } from '../../builders/small-streets.ts';

function costFrom(streets: SmallStreets, roots: readonly number[], premises: readonly number[]) {
  const graph = graphOf(streets);
  const joined = joinRoots(graph, roots);
  const answer = lastOf(
    findTree(steinerProblem(joined.graph, [joined.root, ...premises]), new WorkMeter(2e6)),
  );
  return withoutJoins(answer, graph);
}

describe('several roots', () => {
  it('lead each premises to its own, and leave out one that nothing is led to', () => {
    const streets: SmallStreets = {
      nodeCount: 6,
      edges: [
        [0, 1, 3],
        [1, 2, 90],
        [2, 3, 4],
        [3, 4, 50],
      ],
    };
    const { edges, cost, nodes } = costFrom(streets, [0, 3, 5], [1, 2]);
    expect(edges).toEqual(Int32Array.of(0, 2));
    expect(cost).toBe(7);
    expect(nodes).toEqual(Int32Array.of(0, 1, 2, 3));
  });

  it('never cost more than any one of them', () => {
    fc.assert(
      fc.property(smallStreets, fc.nat(), fc.nat(), fc.nat(), (streets, a, b, c) => {
        const [one, other, premises] = [a, b, c].map((pick) => pick % streets.nodeCount);
        const { cost } = costFrom(streets, [one, other], [premises, 0]);
        expect(cost).toBeLessThanOrEqual(costFrom(streets, [one], [premises, 0]).cost);
        expect(costFrom(streets, [other, one, one], [0, premises]).cost).toBe(cost);
      }),
    );
  });

  it('must be one at least', () => {
    expect(() => joinRoots(graphOf({ nodeCount: 1, edges: [] }), [])).toThrow('no root');
  });
});
