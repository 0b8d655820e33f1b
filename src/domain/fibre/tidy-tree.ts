import type { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * The cheapest tree over chosen nodes, without ends that are no terminal (Kruskal, then pruning).
 * @param isChosen by node, 1 for the chosen; they hang together
 * @returns edges, the cheapest first
 */
export function tidyTree(
  problem: SteinerProblem,
  isChosen: Uint8Array,
  { desk, meter }: { readonly desk: SearchDesk; readonly meter: WorkMeter },
): Int32Array {
  const { tails, heads, nodeCount } = problem.graph;
  const { sets, ascending } = desk;
  let wanted = -1;
  for (let node = 0; node < nodeCount; node++) {
    if (!isChosen[node]) continue;
    sets.separate(node);
    wanted++;
  }
  const edges: number[] = [];
  for (let at = 0; edges.length < wanted && at < ascending.length; at++) {
    const edge = ascending[at];
    if (isChosen[tails[edge]] && isChosen[heads[edge]] && sets.join(tails[edge], heads[edge]))
      edges.push(edge);
  }
  meter.spent += 3 * (ascending.length + nodeCount);
  return pruneEnds(problem, Int32Array.from(edges), desk);
}

/** A tree without ends that are no terminal, in the order it had. */
export function pruneEnds(problem: SteinerProblem, edges: Int32Array, desk: SearchDesk): Int32Array {
  const { tails, heads } = problem.graph;
  const { degrees, stack } = desk;
  // By node, the exclusive-or of its edges: of a single one, that one.
  const mixed = desk.arrivals;
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at];
    degrees[tails[edge]] = 0;
    degrees[heads[edge]] = 0;
    mixed[tails[edge]] = 0;
    mixed[heads[edge]] = 0;
  }
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at];
    degrees[tails[edge]]++;
    degrees[heads[edge]]++;
    mixed[tails[edge]] ^= edge;
    mixed[heads[edge]] ^= edge;
  }
  let size = 0;
  const lookAt = (node: number): void => {
    if (degrees[node] === 1 && !problem.isTerminal[node]) stack[size++] = node;
  };
  for (const edge of edges) {
    lookAt(tails[edge]);
    lookAt(heads[edge]);
  }
  const cut = new Set<number>();
  while (size > 0) {
    const node = stack[--size];
    const edge = mixed[node];
    const other = tails[edge] === node ? heads[edge] : tails[edge];
    cut.add(edge);
    degrees[node] = 0;
    degrees[other]--;
    mixed[other] ^= edge;
    lookAt(other);
  }
  return cut.size === 0 ? edges : edges.filter((edge) => !cut.has(edge));
}

/** Pence of these edges together. */
export function costOf(costs: Float64Array, edges: Iterable<number>): number {
  let sum = 0;
  for (const edge of edges) sum += costs[edge];
  return sum;
}
