import type { WorkStep } from '../project/work-step.ts';
import { collectPrizes } from './collect-prizes.ts';
import { extendWithin } from './extend-within.ts';
import { searchWork } from './search-work.ts';
import type { StreetGraph } from './street-graph.ts';
import { costOf } from './tidy-tree.ts';
import type { TrenchAnswer } from './trench-answer.ts';
import type { WorkMeter } from './work-meter.ts';

/** Whom to reach with so much money. */
export interface BudgetProblem {
  readonly graph: StreetGraph;
  /** The node that fibre comes from. */
  readonly root: number;
  /** By node, whole numbers from 0: what reaching it counts for (premises, say). */
  readonly weights: Float64Array;
  /** Pence, a whole number from 0. */
  readonly budget: number;
}

/** A tree within a budget. */
export interface BudgetAnswer extends Omit<TrenchAnswer, 'lowerBound'> {
  /** What the reached nodes count for together, and what no tree within the budget can pass. */
  readonly reached: number;
  readonly upperBound: number;
}

/** Prices that are tried at most: the gap between them halves each time. */
const PRICES = 40;
/** A price gets this part of the work of a whole search. */
const PART = 10;

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
  const offer = (given: Int32Array): void => {
    const { edges, nodes } = extendWithin(problem, given, meter);
    const reached = weigh(nodes);
    const isBetter =
      reached > best.reached ||
      (reached === best.reached && costOf(graph.costs, edges) < costOf(graph.costs, best.edges));
    if (isBetter) best = { edges, nodes, reached };
  };
  offer(new Int32Array(0));
  // At this price, reaching one more is worth any detour; at 0 nothing is.
  let [low, high] = [0, budget + 1];
  for (let turn = 0; turn < PRICES && high - low > 1 && best.reached < upperBound; turn++) {
    const price = turn === 0 ? high : Math.floor((low + high) / 2);
    const prizes = weights.map((weight) => weight * price);
    const part = meter.part(searchWork(graph) / PART);
    const search = collectPrizes({ graph, prizes, required: [root] }, part);
    let next = search.next();
    for (; !next.done; next = search.next())
      yield { what: next.value.what, fraction: (turn + next.value.fraction) / PRICES };
    meter.add(part);
    const { edges, lowerBound, work } = next.value;
    trees += work.trees;
    sizes = work;
    // cost ≤ budget and cost + price × missed ≥ bound, so at least this much is missed.
    upperBound = Math.min(upperBound, all - Math.max(0, Math.ceil((lowerBound - budget) / price)));
    const isWithin = costOf(graph.costs, edges) <= budget;
    if (isWithin) offer(edges);
    if (isWithin && turn === 0) break;
    if (isWithin) low = price;
    else if (turn > 0) high = price;
    if (meter.isOut) break;
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
