import { collectPrizes } from '../fibre/collect-prizes.ts';
import { extendWithin } from '../fibre/extend-within.ts';
import { findTree } from '../fibre/find-tree.ts';
import { QUICK_WORK, searchWork } from '../fibre/search-work.ts';
import { steinerProblem } from '../fibre/steiner-problem.ts';
import type { StreetGraph } from '../fibre/street-graph.ts';
import { costOf } from '../fibre/tidy-tree.ts';
import type { TrenchAnswer, WorkDone } from '../fibre/trench-answer.ts';
import { withinBudget } from '../fibre/within-budget.ts';
import { WorkMeter } from '../fibre/work-meter.ts';
import { inSteps, type WorkStep } from '../project/work-step.ts';
import type { DigAim } from './dig-question.ts';

/** How long a dig is searched. */
export interface DigPace {
  /** The quick answer to an edit; else as much as `searchWork` says. */
  readonly isQuick: boolean;
  /** A guard that ends the search before its work is done. */
  readonly isTimeUp?: () => boolean;
  /** The clock alone ends the search: nothing is counted. */
  readonly isByClock?: boolean;
  /** What going round protected streets costs is not asked. */
  readonly hasNoDetours?: boolean;
  /** So much work instead, in the units of `WorkMeter`. */
  readonly work?: number;
}

/** What is asked of a graph. */
export interface DigProblem {
  readonly graph: StreetGraph;
  readonly root: number;
  /** Nodes that are in the tree in any case, besides the root. */
  readonly required: readonly number[];
  /** By node: units of premises there. */
  readonly units: Float64Array;
  /** By node, whole pence: what leaving it unreached costs. null: as the aim says. */
  readonly prizes: Float64Array | null;
  readonly aim: DigAim;
}

/** A tree with the root, what was searched over and its bound (`DigResult`), all of the graph's own pence. */
export interface DigAnswer {
  readonly edges: Int32Array;
  readonly nodes: Int32Array;
  readonly searchedPence: number;
  readonly lowerBoundPence: number;
  readonly mostUnits: number | null;
  readonly work: WorkDone;
}

/** The meter of a search over a graph. */
export function digMeter(graph: StreetGraph, { isQuick, isTimeUp, isByClock, work }: DigPace): WorkMeter {
  const limit = isByClock ? Number.POSITIVE_INFINITY : (work ?? (isQuick ? QUICK_WORK : searchWork(graph)));
  return new WorkMeter(limit, isTimeUp);
}

/** Searches for the tree of a question's aim. What is required hangs together. */
export function* searchDig(problem: DigProblem, pace: DigPace): Generator<WorkStep, DigAnswer> {
  const { graph, root, required, units, prizes: given, aim } = problem;
  const meter = digMeter(graph, pace);
  if (given)
    return ofTrench(yield* collectPrizes({ graph, prizes: given, required: [root, ...required] }, meter));
  switch (aim.kind) {
    case 'serve all': {
      const served = Array.from(units.keys()).filter((node) => units[node] > 0);
      return ofTrench(yield* findTree(steinerProblem(graph, [root, ...required, ...served]), meter));
    }
    case 'serve what is worth it': {
      const prizes = units.map((count) => count * aim.pencePerPremises);
      return ofTrench(yield* collectPrizes({ graph, prizes, required: [root, ...required] }, meter));
    }
    case 'serve within a budget':
      return yield* withinMoney(problem, aim.pence, meter);
  }
}

function ofTrench({ edges, nodes, cost, lowerBound, work }: TrenchAnswer): DigAnswer {
  return { edges, nodes, searchedPence: cost, lowerBoundPence: lowerBound, mostUnits: null, work };
}

/**
 * Whom the budget reaches, then the cheapest tree to just these, and whom the money so saved reaches: until nobody more
 * is. The bound is of the tree to those served. Nothing but the root is required.
 */
function* withinMoney(
  { graph, root, units }: DigProblem,
  budget: number,
  meter: WorkMeter,
): Generator<WorkStep, DigAnswer> {
  const asked = { graph, root, weights: units, budget };
  const chosen = yield* withinBudget(asked, meter);
  let { edges, nodes, work } = chosen;
  for (;;) {
    const served = Array.from(nodes).filter((node) => units[node] > 0);
    const part = new WorkMeter(meter.limit / AGAIN, () => meter.isStoppedEarly);
    const tree = yield* findTree(steinerProblem(graph, [root, ...served]), part);
    work = { ...work, spent: work.spent + part.spent, trees: work.trees + tree.work.trees };
    if (tree.cost < costOf(graph.costs, edges)) edges = tree.edges;
    const next = yield* inSteps(extendWithin(asked, edges, part), {
      what: 'Choosing whom the budget reaches',
      fraction: 1,
    });
    const more = Array.from(next.nodes).filter((node) => units[node] > 0);
    if (more.length <= served.length)
      return {
        edges,
        nodes: nodesOf(graph, edges, root),
        searchedPence: costOf(graph.costs, edges),
        lowerBoundPence: tree.lowerBound,
        mostUnits: chosen.upperBound,
        work,
      };
    ({ edges, nodes } = next);
  }
}

/** The tree to those served gets this part of the whole work. */
const AGAIN = 8;

function nodesOf({ tails, heads }: StreetGraph, edges: Int32Array, root: number): Int32Array {
  const nodes = new Set<number>([root]);
  for (const edge of edges) nodes.add(tails[edge]).add(heads[edge]);
  return Int32Array.from(nodes).sort();
}
