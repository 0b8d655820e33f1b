import type { WorkStep } from '../project/work-step.ts';
import { SearchDesk } from './search-desk.ts';
import { type SteinerProblem, steinerProblem } from './steiner-problem.ts';
import { streetGraph } from './street-graph.ts';
import { TreeSearch } from './tree-search.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * The cheapest tree over the edges of several trees: so little is left of a graph then that a search comes to the best
 * of it, or near (as the unions of Polzin and Vahdati Daneshmand 2001).
 * @param below pence: only a tree that costs less is of interest
 * @returns edges of the problem, or null where there is none
 */
export function* uniteTrees(
  problem: SteinerProblem,
  trees: readonly Int32Array[],
  given: { readonly below: number; readonly seed: number; readonly meter: WorkMeter },
): Generator<WorkStep, Int32Array | null> {
  const { nodeCount, tails, heads, costs } = problem.graph;
  const edgeIds = [...new Set(trees.flatMap((edges) => [...edges]))].sort((a, b) => a - b);
  const graph = streetGraph({
    nodeCount,
    tails: edgeIds.map((edge) => tails[edge]),
    heads: edgeIds.map((edge) => heads[edge]),
    costs: edgeIds.map((edge) => costs[edge]),
  });
  const { below, seed, meter } = given;
  const search = new TreeSearch(steinerProblem(graph, problem.terminals), meter, {
    below,
    seed,
    isOfTrees: true,
  });
  yield* search.run(new SearchDesk(graph));
  return search.edges?.map((edge) => edgeIds[edge]) ?? null;
}
