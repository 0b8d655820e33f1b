import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../../src/domain/fibre/check-tree.ts';
import { steinerProblem } from '../../../src/domain/fibre/steiner-problem.ts';
import { type BudgetAnswer, withinBudget } from '../../../src/domain/fibre/within-budget.ts';
import { WorkMeter } from '../../../src/domain/fibre/work-meter.ts';
import { lastOf } from '../../builders/last-of.ts';
import { graphOf, type SmallStreets, smallStreets, spanningCost } from '../../builders/small-streets.ts';

function reach(streets: SmallStreets, weights: readonly number[], budget: number): BudgetAnswer {
  const problem = { graph: graphOf(streets), root: 0, weights: Float64Array.from(weights), budget };
  return lastOf(withinBudget(problem, new WorkMeter(1e7)));
}

/** What a tree from node 0 within the budget can count for at most, by looking at every choice of nodes. */
function exhaustive(streets: SmallStreets, weights: readonly number[], budget: number): number {
  let most = 0;
  for (let nodes = 1; nodes < 1 << streets.nodeCount; nodes += 2)
    if (spanningCost(streets, nodes) <= budget)
      most = Math.max(
        most,
        weights.reduce((sum, weight, node) => sum + ((nodes >> node) & 1 ? weight : 0), 0),
      );
  return most;
}

const asked = smallStreets.chain((streets) =>
  fc.record({
    streets: fc.constant(streets),
    weights: fc.array(fc.nat(6), { minLength: streets.nodeCount, maxLength: streets.nodeCount }),
    budget: fc.nat(40),
  }),
);

describe('whom a budget reaches', () => {
  it('stays within it, is a tree from the root, and lies between what is possible and the bound', () => {
    let [found, possible] = [0, 0];
    fc.assert(
      fc.property(asked, ({ streets, weights, budget }) => {
        const answer = reach(streets, weights, budget);
        expect(answer.cost).toBeLessThanOrEqual(budget);
        checkTree(steinerProblem(graphOf(streets), [0, ...answer.nodes]), answer.edges, answer.cost);
        expect(answer.reached).toBe([...answer.nodes].reduce((sum, node) => sum + weights[node], 0));
        const most = exhaustive(streets, weights, budget);
        expect(answer.reached).toBeLessThanOrEqual(most);
        expect(answer.upperBound).toBeGreaterThanOrEqual(most);
        found += answer.reached;
        possible += most;
      }),
      { numRuns: 200, seed: 7 },
    );
    // Of what these 200 could reach together.
    expect(found / possible).toBeGreaterThan(0.98);
  });

  it('reaches all where the money is enough, and says that no more is possible', () => {
    const streets: SmallStreets = {
      nodeCount: 3,
      edges: [
        [0, 1, 4],
        [1, 2, 4],
      ],
    };
    expect(reach(streets, [0, 1, 1], 8)).toMatchObject({ reached: 2, upperBound: 2, cost: 8 });
    expect(reach(streets, [0, 1, 1], 7)).toMatchObject({ reached: 1, upperBound: 1, cost: 4 });
    expect(reach(streets, [0, 1, 1], 0)).toMatchObject({ reached: 0, cost: 0, edges: new Int32Array(0) });
  });

  it('refuses a budget that is no whole pence', () => {
    const streets: SmallStreets = { nodeCount: 2, edges: [[0, 1, 2]] };
    expect(() => reach(streets, [0, 1], 0.5)).toThrow('The budget is 0.5');
    expect(() => reach(streets, [0, 1], -1)).toThrow(RangeError);
  });
});
