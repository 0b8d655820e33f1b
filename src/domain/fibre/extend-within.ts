import type { BudgetProblem } from './budget-problem.ts';
import { NodeHeap } from './node-heap.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * Lets a tree grow while money is left: again and again by the path that reaches most for each penny, of those that are
 * within what is left; equal ones by the lower node.
 * @param given edges of a tree with the root, within the budget; none is the root alone
 */
export function* extendWithin(
  { graph, root, weights, budget }: BudgetProblem,
  given: Int32Array,
  meter: WorkMeter,
): Generator<void, { edges: Int32Array; nodes: Int32Array }> {
  const { offsets, neighbours, arcEdges, tails, heads, costs, nodeCount } = graph;
  const isIn = new Uint8Array(nodeCount);
  isIn[root] = 1;
  const edges = [...given];
  let left = budget;
  for (const edge of given) {
    left -= costs[edge];
    isIn[tails[edge]] = 1;
    isIn[heads[edge]] = 1;
  }
  const distances = new Float64Array(nodeCount);
  const arrivals = new Int32Array(nodeCount);
  /** By node: what a path to it reaches on its way. */
  const gains = new Float64Array(nodeCount);
  const heap = new NodeHeap(nodeCount);
  for (;;) {
    const goal = bestGoal();
    if (meter.isPauseDue()) yield;
    if (goal < 0) break;
    left -= distances[goal];
    for (let node = goal; !isIn[node]; ) {
      isIn[node] = 1;
      const edge = arrivals[node];
      edges.push(edge);
      node = tails[edge] === node ? heads[edge] : tails[edge];
    }
  }
  const nodes: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (isIn[node]) nodes.push(node);
  return { edges: Int32Array.from(edges).sort(), nodes: Int32Array.from(nodes) };

  function bestGoal(): number {
    distances.fill(Number.POSITIVE_INFINITY);
    for (let node = 0; node < nodeCount; node++) {
      if (!isIn[node]) continue;
      distances[node] = 0;
      gains[node] = 0;
      heap.lower(node, 0);
    }
    let goal = -1;
    while (heap.size > 0) {
      const node = heap.takeLeast();
      if (!isIn[node]) {
        const edge = arrivals[node];
        gains[node] = gains[tails[edge] === node ? heads[edge] : tails[edge]] + weights[node];
        // Compared crosswise, so that nothing is divided by 0.
        const isBetter =
          weights[node] > 0 && (goal < 0 || gains[node] * distances[goal] > gains[goal] * distances[node]);
        if (isBetter) goal = node;
      }
      meter.spent += 12 + 4 * (offsets[node + 1] - offsets[node]);
      for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        const through = distances[node] + costs[arcEdges[arc]];
        const next = neighbours[arc];
        if (through > left || through >= distances[next]) continue;
        distances[next] = through;
        arrivals[next] = arcEdges[arc];
        heap.lower(next, through);
      }
    }
    return goal;
  }
}
