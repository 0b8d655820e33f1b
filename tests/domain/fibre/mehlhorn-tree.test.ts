import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../../src/domain/fibre/check-tree.ts';
import { findTree } from '../../../src/domain/fibre/find-tree.ts';
import { mehlhornTree } from '../../../src/domain/fibre/mehlhorn-tree.ts';
import { steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { streetGraph } from '../../../src/domain/fibre/street-graph.ts';
import { terminalRegions } from '../../../src/domain/fibre/terminal-regions.ts';
import { costOf } from '../../../src/domain/fibre/tidy-tree.ts';
import { WorkMeter } from '../../../src/domain/fibre/work-meter.ts';
import { lastOf } from '../../builders/last-of.ts';
import { graphOf, smallStreets } from '../../builders/small-streets.ts';

const asked = smallStreets.chain((streets) =>
  fc
    .uniqueArray(fc.nat(streets.nodeCount - 1), { minLength: 1 })
    .map((terminals) => steinerProblem(graphOf(streets), terminals)),
);

describe('the tree that others take', () => {
  it('joins all terminals without a circle, and is within its guarantee of the best', () => {
    fc.assert(
      fc.property(asked, (problem) => {
        const edges = mehlhornTree(problem);
        const cost = costOf(problem.graph.costs, edges);
        checkTree(problem, edges, cost);
        const best = lastOf(findTree(problem, new WorkMeter(1e6)));
        expect(cost).toBeGreaterThanOrEqual(best.lowerBound);
        expect(cost).toBeLessThanOrEqual(2 * (1 - 1 / problem.terminals.length) * best.cost);
      }),
    );
  });

  it('pays for three ways to a middle where two terminals each are nearer by themselves', () => {
    const graph = streetGraph({
      nodeCount: 4,
      tails: [0, 0, 0, 1, 2, 3],
      heads: [1, 2, 3, 2, 3, 1],
      costs: [20, 20, 20, 31, 31, 31],
    });
    const edges = mehlhornTree(steinerProblem(graph, [1, 2, 3]));
    expect(costOf(graph.costs, edges)).toBe(62);
  });

  it('knows of each node the nearest terminal and what it costs to come there', () => {
    const graph = streetGraph({ nodeCount: 5, tails: [0, 1, 2], heads: [1, 2, 3], costs: [5, 2, 4] });
    const { nearest, distances, arrivals } = terminalRegions(steinerProblem(graph, [0, 3]));
    expect([...nearest]).toEqual([0, 0, 3, 3, -1]);
    expect([...distances]).toEqual([0, 5, 4, 0, Number.POSITIVE_INFINITY]);
    expect([...arrivals]).toEqual([-1, 0, 2, -1, -1]);
  });
});
