import type { StreetNetwork } from '../streets/street-network.ts';
import type { ClosedStreet } from './dig-detours.ts';
import type { DigGraph } from './dig-graph.ts';
import { isDug } from './dig-prices.ts';

/**
 * The streets that barriers close, as they would join a graph if they were open.
 * @param closedBy by place in the network's streets: −1 where no barrier closes it
 * @param openPence by edge of the network, as if every restriction were lifted; Infinity: closed all the same
 */
export function closedStreets(
  network: StreetNetwork,
  { graph, nodeOf }: DigGraph,
  { closedBy, openPence }: { readonly closedBy: Int32Array; readonly openPence: Float64Array },
): ClosedStreet[] {
  const { edgeCount, tails, heads, streetOf } = network;
  const byStreet = new Map<number, number[]>();
  for (let edge = 0; edge < edgeCount; edge++) {
    const street = streetOf[edge];
    if (street < 0 || closedBy[street] < 0 || !isDug(network, edge)) continue;
    if (!(openPence[edge] < Number.POSITIVE_INFINITY)) continue;
    const edges = byStreet.get(street) ?? [];
    edges.push(edge);
    byStreet.set(street, edges);
  }
  return Array.from(byStreet, ([street, edges]) => {
    const added = new Map<number, number>();
    const nodeFor = (node: number): number => {
      if (nodeOf[node] >= 0) return nodeOf[node];
      const known = added.get(node) ?? graph.nodeCount + added.size;
      added.set(node, known);
      return known;
    };
    const ends = edges.map((edge) => ({
      tail: nodeFor(tails[edge]),
      head: nodeFor(heads[edge]),
      pence: openPence[edge],
    }));
    return { street, newNodes: added.size, edges: ends };
  });
}
