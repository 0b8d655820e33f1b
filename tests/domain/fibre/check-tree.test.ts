import { describe, expect, it } from 'vitest';
import { checkTree, TreeFault } from '../../../src/domain/fibre/check-tree.ts';
import { steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { streetGraph } from '../../../src/domain/fibre/street-graph.ts';
import { graphOf } from '../../builders/small-streets.ts';

const graph = graphOf({
  nodeCount: 6,
  edges: [
    [0, 1, 3],
    [1, 2, 4],
    [2, 0, 5],
    [2, 3, 6],
    [4, 5, 7],
  ],
});

const check = (terminals: readonly number[], edges: readonly number[], cost: number) => () =>
  checkTree(steinerProblem(graph, terminals), edges, cost);

describe('a tree is checked', () => {
  it('and passes', () => {
    expect(check([0, 3], [0, 1, 3], 13)).not.toThrow();
    expect(check([], [], 0)).not.toThrow();
    expect(check([4], [], 0)).not.toThrow();
  });

  it.each([
    ['a circle', [0, 2], [0, 1, 2], 12, 'has a circle: edge 2'],
    ['an edge twice', [0, 1], [0, 0], 6, 'has a circle'],
    ['another sum', [0, 3], [0, 1, 3], 12, 'cost 13, not 12'],
    ['a terminal left out', [0, 3], [0, 1], 7, 'does not reach node 3'],
    ['no edges for two', [0, 3], [], 0, 'does not reach node 3'],
    ['a piece apart', [0, 1], [0, 4], 10, 'edge 4 hangs apart'],
    ['no edge of the graph', [0, 1], [9], 3, 'has an edge 9'],
  ])('and fails for %s', (_, terminals, edges, cost, reason) => {
    expect(check(terminals, edges, cost)).toThrow(TreeFault);
    expect(check(terminals, edges, cost)).toThrow(reason);
  });
});

describe('a street graph', () => {
  const one = { nodeCount: 2, tails: [0], heads: [1], costs: [5] };

  it('knows the edges at each node, in their order', () => {
    const { offsets, neighbours, arcEdges } = graph;
    const at = (node: number) =>
      Array.from(neighbours.subarray(offsets[node], offsets[node + 1]), (neighbour, place) => [
        neighbour,
        arcEdges[offsets[node] + place],
      ]);
    expect(at(2)).toEqual([
      [1, 1],
      [0, 2],
      [3, 3],
    ]);
    expect(at(5)).toEqual([[4, 4]]);
  });

  it.each([
    [{ heads: [2] }, 'Edge 0 joins 0 and 2; the nodes are 0 to 1.'],
    [{ costs: [5.5] }, 'Edge 0 costs 5.5'],
    [{ costs: [-1] }, 'Edge 0 costs -1'],
    [
      { tails: [0, 0], heads: [1, 1], costs: [Number.MAX_SAFE_INTEGER, 1] },
      'All costs together pass 2^53 pence.',
    ],
  ])('refuses %j', (wrong, reason) => {
    expect(() => streetGraph({ ...one, ...wrong })).toThrow(RangeError);
    expect(() => streetGraph({ ...one, ...wrong })).toThrow(reason);
  });

  it('has the nodes that are to be joined', () => {
    expect(steinerProblem(graph, [3, 0, 3]).terminals).toEqual(Int32Array.of(0, 3));
    expect(() => steinerProblem(graph, [6])).toThrow('Node 6 is to be reached; the nodes are 0 to 5.');
  });
});
