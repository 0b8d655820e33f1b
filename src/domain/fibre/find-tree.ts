import type { WorkStep } from '../project/work-step.ts';
import { checkTree } from './check-tree.ts';
import { reachedFrom } from './reached-from.ts';
import { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import { TreeSearch } from './tree-search.ts';
import type { TrenchAnswer } from './trench-answer.ts';
import type { WorkMeter } from './work-meter.ts';

/** Terminals that no edges lead to from the first one: no tree joins them all. */
export class TerminalsApart extends Error {
  /** The terminal that the others are looked for from. */
  readonly first: number;
  /** Ascending; none of them hangs together with the first. */
  readonly terminals: Int32Array;

  constructor(first: number, terminals: Int32Array) {
    super(
      `${terminals.length} of the nodes to be joined cannot be reached from node ${first}, node ${terminals[0]} among them. Leave them out or add the edges that are missing.`,
    );
    this.name = 'TerminalsApart';
    this.first = first;
    this.terminals = terminals;
  }
}

/**
 * The cheapest tree that joins all terminals, as near to the best as the work allows, with a bound below which none can
 * be. The graph is reduced, trees are grown and improved, ascents give bounds and more to reduce, and so on until the
 * bound is met or the work is done. The same input gives the same tree on every machine, unless the meter's guard cuts
 * the search short. No more than one terminal costs nothing. Throws TerminalsApart.
 */
export function* findTree(problem: SteinerProblem, meter: WorkMeter): Generator<WorkStep, TrenchAnswer> {
  const apart = terminalsApart(problem);
  if (apart.length > 0) throw new TerminalsApart(problem.terminals[0], apart);
  const search = new TreeSearch(problem, meter);
  yield* search.run(new SearchDesk(problem.graph));
  const edges = search.edges ?? new Int32Array(0);
  checkTree(problem, edges, search.cost);
  return { ...search.outcome(), edges, nodes: nodesOf(problem, edges), cost: search.cost };
}

/** Nodes of a tree, ascending; without edges, its terminal, if any. */
function nodesOf({ graph, terminals }: SteinerProblem, edges: Int32Array): Int32Array {
  const nodes = new Set<number>(terminals);
  for (const edge of edges) nodes.add(graph.tails[edge]).add(graph.heads[edge]);
  return Int32Array.from(nodes).sort();
}

/** Terminals that do not hang together with the first, ascending. */
export function terminalsApart({ graph, terminals }: SteinerProblem): Int32Array {
  if (terminals.length < 2) return new Int32Array(0);
  const isReached = reachedFrom(graph, terminals[0]);
  return terminals.filter((terminal) => !isReached[terminal]);
}
