import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JoinedSets } from '../../../src/domain/fibre/joined-sets.ts';
import { LooseTree } from '../../../src/domain/fibre/loose-tree.ts';
import { steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { streetGraph } from '../../../src/domain/fibre/street-graph.ts';

const NODES = 7;
const node = fc.nat(NODES - 1);
const edge = fc.nat(17);

/** A row of nodes with 12 edges more, terminals, and moves that may leave no tree. */
const cases = fc.record({
  more: fc.array(fc.tuple(node, node), { minLength: 12, maxLength: 12 }),
  terminals: fc.uniqueArray(node, { minLength: 2 }),
  moves: fc.array(
    fc.record({
      gain: fc.constant(1),
      out: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }),
      into: fc.array(edge, { maxLength: 3 }),
    }),
    { maxLength: 12 },
  ),
});

it('a tree in which moves are made takes those that leave a tree over all terminals, and no others', () => {
  let taken = 0;
  fc.assert(
    fc.property(cases, ({ more, terminals, moves }) => {
      const row = Array.from({ length: NODES - 1 }, (_, at) => [at, at + 1] as const);
      const ends = [...row, ...more];
      const graph = streetGraph({
        nodeCount: NODES,
        tails: ends.map(([tail]) => tail),
        heads: ends.map(([, head]) => head),
        costs: ends.map(() => 1),
      });
      const isTree = (edges: readonly number[]): boolean => {
        const sets = new JoinedSets(NODES);
        const nodes = new Set(edges.flatMap((at) => [...ends[at]]));
        return (
          edges.length === nodes.size - 1 &&
          terminals.every((at) => nodes.has(at)) &&
          edges.every((at) => sets.join(ends[at][0], ends[at][1]))
        );
      };
      let edges = row.map((_, at) => at);
      const loose = new LooseTree(steinerProblem(graph, terminals), Int32Array.from(edges), {
        moves,
        sets: new JoinedSets(NODES),
      });
      for (const { out, into } of moves) {
        const mayBeMade = out.every((at) => edges.includes(at));
        expect(loose.holds(out)).toBe(mayBeMade);
        if (!mayBeMade) continue;
        const kept = edges.filter((at) => !out.includes(at));
        const next = [...kept, ...into.filter((at) => !kept.includes(at))];
        expect(loose.change(out, into)).toBe(next.length);
        if (isTree(next)) {
          edges = next;
          taken++;
        }
        expect(Array.from(loose.edges()).sort((a, b) => a - b)).toEqual([...edges].sort((a, b) => a - b));
      }
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(50);
});
