import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/run-node.mjs';
import { findTree, TerminalsApart } from '../../../src/domain/fibre/find-tree.ts';
import { QUICK_WORK, searchWork } from '../../../src/domain/fibre/search-work.ts';
import { steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { streetGraph } from '../../../src/domain/fibre/street-graph.ts';
import { gapPercent, type TrenchAnswer } from '../../../src/domain/fibre/trench-answer.ts';
import { WorkMeter } from '../../../src/domain/fibre/work-meter.ts';
import { readSteinlib } from '../../../src/formats/steinlib.ts';
import { lastOf } from '../../builders/last-of.ts';
import { exhaustiveCost, graphOf, type SmallStreets, smallStreets } from '../../builders/small-streets.ts';

const WORK = 2e6;

function treeOf(streets: SmallStreets, terminals: readonly number[]): TrenchAnswer {
  return lastOf(findTree(steinerProblem(graphOf(streets), terminals), new WorkMeter(WORK)));
}

/** Streets and some of their nodes. */
const asked = smallStreets.chain((streets) =>
  fc.record({ streets: fc.constant(streets), terminals: fc.subarray([...Array(streets.nodeCount).keys()]) }),
);

describe('the cheapest tree', () => {
  it('is the one that a look at every choice of nodes finds', () => {
    fc.assert(
      fc.property(asked, ({ streets, terminals }) => {
        const { cost, lowerBound } = treeOf(streets, terminals);
        expect(cost).toBe(exhaustiveCost(streets, terminals));
        expect(lowerBound).toBeLessThanOrEqual(cost);
      }),
      { numRuns: 600 },
    );
  });

  it('costs no more than separate routes from the first terminal', () => {
    fc.assert(
      fc.property(asked, ({ streets, terminals }) => {
        const separate = terminals
          .slice(1)
          .reduce((sum, terminal) => sum + treeOf(streets, [terminals[0], terminal]).cost, 0);
        expect(treeOf(streets, terminals).cost).toBeLessThanOrEqual(separate);
      }),
    );
  });

  it('never costs less for one premises more, nor with a street blocked', () => {
    fc.assert(
      fc.property(asked, fc.nat(), ({ streets, terminals }, pick) => {
        const { cost } = treeOf(streets, terminals);
        const more = [...terminals, pick % streets.nodeCount];
        expect(treeOf(streets, more).cost).toBeGreaterThanOrEqual(cost);
        const edges = streets.edges.filter((_, edge) => edge !== pick % streets.edges.length);
        try {
          expect(treeOf({ ...streets, edges }, terminals).cost).toBeGreaterThanOrEqual(cost);
        } catch (error) {
          expect(error).toBeInstanceOf(TerminalsApart);
        }
      }),
    );
  });

  it('costs nothing for nothing, and for one node', () => {
    const streets: SmallStreets = { nodeCount: 3, edges: [[0, 1, 5]] };
    expect(treeOf(streets, [])).toMatchObject({ cost: 0, lowerBound: 0, nodes: Int32Array.of() });
    expect(treeOf(streets, [2])).toMatchObject({ cost: 0, lowerBound: 0, nodes: Int32Array.of(2) });
    expect(treeOf(streets, [1, 1, 0]).cost).toBe(5);
  });

  it('names the terminals that nothing leads to', () => {
    const streets: SmallStreets = {
      nodeCount: 5,
      edges: [
        [0, 1, 5],
        [3, 4, 1],
      ],
    };
    expect(() => treeOf(streets, [0, 1, 3, 4])).toThrow(TerminalsApart);
    try {
      treeOf(streets, [0, 1, 3, 4]);
    } catch (error) {
      expect((error as TerminalsApart).terminals).toEqual(Int32Array.of(3, 4));
      expect((error as Error).message).toContain('2 of the nodes');
    }
  });

  it('is the same tree every time, with the same work', () => {
    const streets = lattice(24);
    const terminals = Array.from({ length: 60 }, (_, at) => (at * 37) % (24 * 24));
    const first = treeOf(streets, terminals);
    expect(treeOf(streets, terminals)).toEqual(first);
    expect(first.work.trees).toBeGreaterThan(0);
    expect(first.work.isStoppedEarly).toBe(false);
  });

  it('says that a guard cut it short, and has a tree and a bound all the same', () => {
    const problem = steinerProblem(
      graphOf(lattice(40)),
      Array.from({ length: 300 }, (_, at) => (at * 37) % 1600),
    );
    const whole = lastOf(findTree(problem, new WorkMeter(4e7)));
    const cut = lastOf(findTree(problem, new WorkMeter(4e7, () => true)));
    expect(cut.work.isStoppedEarly).toBe(true);
    expect(cut.work.spent).toBeLessThan(whole.work.spent);
    expect(cut.cost).toBeGreaterThanOrEqual(whole.lowerBound);
    expect(cut.lowerBound).toBeLessThanOrEqual(whole.cost);
    // However it is grown, a tree is at most twice the best.
    expect(2 * cut.lowerBound).toBeGreaterThanOrEqual(cut.cost);
  });

  it('has a bound however little work is allowed, and is close by then', () => {
    const terminals = Array.from({ length: 200 }, (_, at) => (at * 37) % 1600);
    const problem = steinerProblem(graphOf(lattice(40)), terminals);
    const quick = lastOf(findTree(problem, new WorkMeter(QUICK_WORK)));
    expect(quick.work.isStoppedEarly).toBe(false);
    const none = lastOf(findTree(problem, new WorkMeter(0)));
    const refined = lastOf(findTree(problem, new WorkMeter(4 * QUICK_WORK)));
    expect(refined.cost).toBeLessThanOrEqual(quick.cost);
    // A grid of like streets is hard to bound: six per cent are left here, most of it the bound's.
    for (const { cost, lowerBound } of [none, quick, refined]) {
      expect(cost).toBeLessThan(1.03 * refined.cost);
      expect(lowerBound).toBeGreaterThan(0.93 * refined.cost);
    }
  });

  it('lets others in often, and tells how far it is', () => {
    const problem = steinerProblem(
      graphOf(lattice(40)),
      Array.from({ length: 300 }, (_, at) => (at * 37) % 1600),
    );
    const meter = new WorkMeter(4e7);
    const jumps: number[] = [];
    let spent = 0;
    for (const { fraction } of findTree(problem, meter)) {
      jumps.push(meter.spent - spent);
      spent = meter.spent;
      expect(fraction).toBeLessThanOrEqual(1);
    }
    // 30 ms are about five million units.
    expect(Math.max(...jumps)).toBeLessThan(5e6);
  });
});

/** A square of streets with costs that differ. */
function lattice(side: number): SmallStreets {
  const edges: [number, number, number][] = [];
  for (let node = 0; node < side * side; node++) {
    if (node % side < side - 1) edges.push([node, node + 1, 40 + ((node * 7919) % 61)]);
    if (node + side < side * side) edges.push([node, node + side, 40 + ((node * 104_729) % 61)]);
  }
  return { nodeCount: side * side, edges };
}

const cases = join(projectRoot, '..', 'shared', 'refcases', 'steiner');
const because = existsSync(cases) ? '' : ' (skipped: they are not beside the repository)';

describe.skipIf(!existsSync(cases))(`the reference graphs of SteinLib B, C and D${because}`, () => {
  const rows = existsSync(cases)
    ? readFileSync(join(cases, 'optima.csv'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(','))
        .filter(([, group]) => group.startsWith('SteinLib'))
    : [];

  it.each(rows.map(([name, , path, , , , optimum]) => ({ name, path, optimum: Number(optimum) })))(
    '$name: within 1 % of the best, which no bound passes',
    ({ name, path, optimum }) => {
      const file = readSteinlib(readFileSync(join(cases, path), 'utf8'), path);
      const graph = streetGraph(file);
      const problem = steinerProblem(graph, file.terminals);
      const answer = lastOf(findTree(problem, new WorkMeter(Math.min(searchWork(graph), 6e7))));
      expect(answer.lowerBound, name).toBeLessThanOrEqual(optimum);
      expect(answer.cost, name).toBeGreaterThanOrEqual(optimum);
      expect(answer.cost, name).toBeLessThanOrEqual(1.01 * optimum);
      expect(gapPercent(answer)).toBeLessThan(5);
    },
  );
});
