import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dualAscent } from '../../../src/domain/fibre/dual-ascent.ts';
import { terminalsApart } from '../../../src/domain/fibre/find-tree.ts';
import { edgesBeyond } from '../../../src/domain/fibre/reduce-by-bound.ts';
import { reduceDegrees } from '../../../src/domain/fibre/reduce-degrees.ts';
import { reduceGraph } from '../../../src/domain/fibre/reduce-graph.ts';
import { SearchDesk } from '../../../src/domain/fibre/search-desk.ts';
import { ShrinkingGraph, type ShrunkProblem } from '../../../src/domain/fibre/shrinking-graph.ts';
import { type SteinerProblem, steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { WorkMeter } from '../../../src/domain/fibre/work-meter.ts';
import { lastOf } from '../../builders/last-of.ts';
import { exhaustiveCost, graphOf, type SmallStreets, smallStreets } from '../../builders/small-streets.ts';

const asked = smallStreets.chain((streets) =>
  fc.record({
    streets: fc.constant(streets),
    terminals: fc.subarray([...Array(streets.nodeCount).keys()], { minLength: 2 }),
  }),
);

const problemOf = ({ streets, terminals }: { streets: SmallStreets; terminals: readonly number[] }) =>
  steinerProblem(graphOf(streets), terminals);

const meter = () => new WorkMeter(1e9);

/** The best that is left to find in a shrunk problem, with what is fixed. */
function bestLeft(graph: ShrinkingGraph, { problem }: ShrunkProblem): number {
  const { nodeCount, tails, heads, costs } = problem.graph;
  const edges = Array.from(costs, (cost, edge): [number, number, number] => [tails[edge], heads[edge], cost]);
  return graph.fixedCost + exhaustiveCost({ nodeCount, edges }, [...problem.terminals]);
}

describe('reductions', () => {
  it('leave the best tree as cheap as it was, and lead back to it', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const problem = problemOf(given);
        const best = exhaustiveCost(given.streets, given.terminals);
        const graph = new ShrinkingGraph(problem);
        lastOf(reduceDegrees(graph, meter()));
        expect(bestLeft(graph, graph.left())).toBe(best);
        const shrunk = lastOf(reduceGraph(graph, meter()));
        expect(bestLeft(graph, shrunk)).toBe(best);
        // Every edge that is left stands for its cost in edges of the given graph.
        shrunk.edgeIds.forEach((edge) => {
          const only = graph.expand([edge]);
          const cost = [...only].reduce((sum, at) => sum + problem.graph.costs[at], 0);
          expect(cost).toBe(graph.fixedCost + graph.costOf(edge));
        });
      }),
      { numRuns: 400 },
    );
  });

  it('take away a dead end, a node on the way and the dearer of two edges', () => {
    const graph = new ShrinkingGraph(
      problemOf({
        streets: {
          nodeCount: 5,
          edges: [
            [0, 1, 4],
            [1, 2, 5],
            [0, 2, 20],
            [2, 3, 1],
            [1, 4, 7],
            [0, 1, 6],
          ],
        },
        terminals: [0, 2, 3],
      }),
    );
    lastOf(reduceDegrees(graph, meter()));
    expect(graph.terminalCount).toBe(1);
    expect(graph.expand([])).toEqual(Int32Array.of(0, 1, 3));
    expect(graph.fixedCost).toBe(10);
  });
});

describe('the dual ascent', () => {
  const everyRoot = (problem: SteinerProblem) =>
    Array.from(problem.terminals, (root) => lastOf(dualAscent(problem, root, meter())));

  it('bounds the best tree from below, from every root', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const problem = problemOf(given);
        const best = exhaustiveCost(given.streets, given.terminals);
        for (const { bound, remaining, isWhole } of everyRoot(problem)) {
          expect(bound).toBeLessThanOrEqual(best);
          if (best > 0) expect(bound).toBeGreaterThan(0);
          expect(Math.min(0, ...remaining)).toBe(0);
          expect(isWhole).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the shortest way where two are joined', () => {
    fc.assert(
      fc.property(smallStreets, fc.nat(), (streets, pick) => {
        const terminals = [0, 1 + (pick % (streets.nodeCount - 1))];
        for (const { bound } of everyRoot(problemOf({ streets, terminals })))
          expect(bound).toBe(exhaustiveCost(streets, terminals));
      }),
    );
  });

  it('names only edges that no cheaper tree has', () => {
    fc.assert(
      fc.property(asked, fc.nat(6), (given, more) => {
        const problem = problemOf(given);
        const best = exhaustiveCost(given.streets, given.terminals);
        const below = best + more;
        for (const ascent of everyRoot(problem)) {
          const desk = new SearchDesk(problem.graph);
          const beyond = new Set(edgesBeyond(problem, ascent, { below, desk, meter: meter() }));
          const edges = given.streets.edges.filter((_, edge) => !beyond.has(edge));
          const left = exhaustiveCost({ ...given.streets, edges }, given.terminals);
          // Whatever is cheaper than asked is still there; without anything cheaper all may go.
          if (best < below) expect(left).toBe(best);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('terminals apart', () => {
  it('are those that nothing leads to from the first', () => {
    const streets: SmallStreets = { nodeCount: 4, edges: [[0, 1, 1]] };
    expect(terminalsApart(problemOf({ streets, terminals: [0, 1, 2, 3] }))).toEqual(Int32Array.of(2, 3));
    expect(terminalsApart(problemOf({ streets, terminals: [] }))).toHaveLength(0);
  });
});
