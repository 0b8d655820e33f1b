import { inSteps, type WorkStep } from '../project/work-step.ts';
import type { BudgetProblem } from './budget-problem.ts';
import { collectPrizes } from './collect-prizes.ts';
import { extendWithin } from './extend-within.ts';
import { strongPruner } from './prune-strongly.ts';
import { searchWork } from './search-work.ts';
import { costOf } from './tidy-tree.ts';
import type { TrenchAnswer } from './trench-answer.ts';
import type { WorkMeter } from './work-meter.ts';

/** A tree within a budget. */
export interface BudgetAnswer extends Omit<TrenchAnswer, 'lowerBound'> {
  /** What the reached nodes count for together, and what no tree within the budget can pass. */
  readonly reached: number;
  readonly upperBound: number;
}

/** Prices that are tried at most, each with that part of the work of a whole search. */
const PRICES = 24;

/**
 * The tree from a root that counts for most and costs no more than a budget. A price is set on what is not reached, and
 * the tree that is worth it at that price is looked for: between a price at which it is within the budget and one at
 * which it is not, the gap is halved. Each such bound on cost and price together bounds what the budget can reach
 * (Lagrange). The best tree within the budget then takes on what the rest of the money reaches.
 */
export function* withinBudget(problem: BudgetProblem, meter: WorkMeter): Generator<WorkStep, BudgetAnswer> {
  const { graph, root, weights, budget } = problem;
  if (!(Number.isSafeInteger(budget) && budget >= 0))
    throw new RangeError(`The budget is ${budget}; it is a whole number of pence from 0.`);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const weigh = (nodes: Int32Array): number => nodes.reduce((sum, node) => sum + weights[node], 0);
  let best: { edges: Int32Array; nodes: Int32Array; reached: number } = {
    edges: new Int32Array(0),
    nodes: Int32Array.of(root),
    reached: weights[root],
  };
  let upperBound = all;
  let trees = 0;
  let sizes = { nodesLeft: 0, edgesLeft: 0 };
  const step = (fraction: number): WorkStep => ({ what: 'Choosing whom the budget reaches', fraction });
  const offer = function* (given: Int32Array, fraction: number): Generator<WorkStep, void> {
    const { edges, nodes } = yield* inSteps(extendWithin(problem, given, meter), step(fraction));
    const reached = weigh(nodes);
    const isBetter =
      reached > best.reached ||
      (reached === best.reached && costOf(graph.costs, edges) < costOf(graph.costs, best.edges));
    if (isBetter) best = { edges, nodes, reached };
  };
  yield* offer(new Int32Array(0), 0);
  // Between the two the tree comes to be dearer than the budget. At the highest, none within it can reach more.
  const highest = budget + 1;
  let low = 0;
  let high = highest + 1;
  let price = Math.min(highest, Math.ceil(budget / Math.max(1, best.reached)) + 1);
  for (let turn = 0; turn < PRICES && best.reached < upperBound && !meter.isOut; turn++) {
    const prizes = weights.map((weight) => weight * price);
    const part = meter.part(searchWork(graph) / PRICES);
    const search = collectPrizes({ graph, prizes, required: [root] }, part);
    let next = search.next();
    for (; !next.done; next = search.next()) yield step((turn + next.value.fraction) / PRICES);
    meter.add(part);
    const { edges, lowerBound, work } = next.value;
    trees += work.trees;
    sizes = work;
    // cost ≤ budget and cost + price × missed ≥ bound, so at least this much is missed.
    upperBound = Math.min(upperBound, all - Math.max(0, Math.ceil((lowerBound - budget) / price)));
    if (costOf(graph.costs, edges) <= budget) {
      yield* offer(edges, (turn + 1) / PRICES);
      low = price;
      if (price === highest) break;
      price = high > highest ? Math.min(highest, 2 * price) : Math.floor((low + high) / 2);
    } else {
      yield* offer(trimmed(problem, edges, price), (turn + 1) / PRICES);
      high = price;
      price = low === 0 ? Math.ceil(price / 2) : Math.floor((low + high) / 2);
    }
    if (price <= low || price >= high) break;
  }
  const { spent, limit, isStoppedEarly } = meter;
  return {
    ...best,
    cost: costOf(graph.costs, best.edges),
    upperBound: Math.max(upperBound, best.reached),
    work: { spent, limit, trees, ...pick(sizes), isStoppedEarly },
  };
}

function pick({ nodesLeft, edgesLeft }: { nodesLeft: number; edgesLeft: number }) {
  return { nodesLeft, edgesLeft };
}

/** The most of a tree over the budget that a lower price leaves within it, each branch being worth that price or cut. */
function trimmed(
  { graph, root, weights, budget }: BudgetProblem,
  edges: Int32Array,
  price: number,
): Int32Array {
  let [low, high] = [0, price];
  let best: Int32Array = new Int32Array(0);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const prizes = weights.map((weight) => weight * middle);
    const kept = strongPruner(graph, { prizes, required: [root] })(edges, root);
    if (costOf(graph.costs, kept) > budget) high = middle;
    else {
      low = middle;
      best = kept;
    }
  }
  return best;
}
