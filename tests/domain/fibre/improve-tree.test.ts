import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../../src/domain/fibre/check-tree.ts';
import { growTree } from '../../../src/domain/fibre/grow-tree.ts';
import { TreeImprover } from '../../../src/domain/fibre/improve-tree.ts';
import { insertNodes } from '../../../src/domain/fibre/node-moves.ts';
import { PathMoves } from '../../../src/domain/fibre/path-moves.ts';
import { SearchDesk } from '../../../src/domain/fibre/search-desk.ts';
import { type SteinerProblem, steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { costOf, tidyTree } from '../../../src/domain/fibre/tidy-tree.ts';
import { TreeFrame } from '../../../src/domain/fibre/tree-frame.ts';
import { WorkMeter } from '../../../src/domain/fibre/work-meter.ts';
import { lastOf } from '../../builders/last-of.ts';
import { exhaustiveCost, graphOf, type SmallStreets, smallStreets } from '../../builders/small-streets.ts';

function toolsOf(problem: SteinerProblem) {
  return {
    desk: new SearchDesk(problem.graph),
    meter: new WorkMeter(1e9),
    frame: new TreeFrame(problem.graph),
  };
}

/** The tree that these edges are, with all moves the first pass over it finds. */
function movesOf(streets: SmallStreets, terminals: readonly number[], edges: readonly number[]) {
  const problem = steinerProblem(graphOf(streets), terminals);
  const tools = toolsOf(problem);
  const given = Int32Array.from(edges);
  tools.frame.hang(given, problem.terminals[0]);
  return lastOf(new PathMoves(problem, problem.graph.costs, tools).find(given));
}

describe('a tree is grown', () => {
  it('at less than twice what the best costs, from any node', () => {
    fc.assert(
      fc.property(smallStreets, fc.nat(), (streets, pick) => {
        const terminals = [...Array(streets.nodeCount).keys()].filter((node) => (pick >> node) & 1);
        fc.pre(terminals.length > 1);
        const problem = steinerProblem(graphOf(streets), terminals);
        const tools = toolsOf(problem);
        const best = exhaustiveCost(streets, terminals);
        for (const root of terminals) {
          const nodes = growTree(problem, { root, costs: problem.graph.costs }, tools);
          const edges = tidyTree(problem, nodes!, tools);
          const cost = costOf(problem.graph.costs, edges);
          checkTree(problem, edges, cost);
          expect(cost).toBeLessThanOrEqual(2 * (1 - 1 / terminals.length) * best);
        }
      }),
    );
  });

  it('and improved: never dearer, still a tree', () => {
    fc.assert(
      fc.property(smallStreets, fc.nat(), (streets, pick) => {
        const terminals = [...Array(streets.nodeCount).keys()].filter((node) => (pick >> node) & 1);
        fc.pre(terminals.length > 1);
        const problem = steinerProblem(graphOf(streets), terminals);
        const tools = toolsOf(problem);
        const spanning = tidyTree(problem, new Uint8Array(streets.nodeCount).fill(1), tools);
        const better = lastOf(new TreeImprover(problem, tools).improve(spanning));
        const cost = costOf(problem.graph.costs, better);
        checkTree(problem, better, cost);
        expect(cost).toBeLessThanOrEqual(costOf(problem.graph.costs, spanning));
        expect(cost).toBeGreaterThanOrEqual(exhaustiveCost(streets, terminals));
      }),
    );
  });
});

describe('moves', () => {
  it('put a cheaper path in the place of a key path', () => {
    // A square 0 1 2 3: the tree goes 0 1 2 at 20, the way 0 3 2 costs 12.
    const streets: SmallStreets = {
      nodeCount: 4,
      edges: [
        [0, 1, 10],
        [1, 2, 10],
        [0, 3, 6],
        [3, 2, 6],
      ],
    };
    const [move, ...others] = movesOf(streets, [0, 2], [0, 1]);
    expect(others).toEqual([]);
    expect(move.gain).toBe(8);
    expect([...move.out].sort()).toEqual([0, 1]);
    expect([...move.into].sort()).toEqual([2, 3]);
  });

  it('take a branching node out where its paths are dearer than others', () => {
    // A star around 3 at 10 each; a ring of 9 around it.
    const streets: SmallStreets = {
      nodeCount: 4,
      edges: [
        [3, 0, 10],
        [3, 1, 10],
        [3, 2, 10],
        [0, 1, 9],
        [1, 2, 9],
      ],
    };
    const [best] = movesOf(streets, [0, 1, 2], [0, 1, 2]);
    expect(best.gain).toBe(12);
    expect([...best.out].sort()).toEqual([0, 1, 2]);
    expect([...best.into].sort()).toEqual([3, 4]);
  });

  it('put a node in where it saves', () => {
    const streets: SmallStreets = {
      nodeCount: 4,
      edges: [
        [0, 1, 10],
        [1, 2, 10],
        [3, 0, 6],
        [3, 1, 6],
        [3, 2, 6],
      ],
    };
    const problem = steinerProblem(graphOf(streets), [0, 1, 2]);
    const edges = lastOf(
      insertNodes(problem, Int32Array.of(0, 1), { ...toolsOf(problem), costs: problem.graph.costs }),
    );
    expect([...edges].sort()).toEqual([2, 3, 4]);
  });
});
