import type { EdgePricer } from '../cost/edge-pricer.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { ClosedStreet } from './dig-detours.ts';
import type { DigGraph } from './dig-graph.ts';
import { isDug } from './dig-prices.ts';

/**
 * The streets that barriers close, as they would join a graph if they were open.
 * @param closedBy by place in the network's streets: −1 where no barrier closes it
 * @param opened prices as if their restrictions were lifted; what is closed all the same costs Infinity
 */
export function closedStreets(
  network: StreetNetwork,
  { graph, nodeOf }: DigGraph,
  { closedBy, opened }: { readonly closedBy: Int32Array; readonly opened: EdgePricer },
): ClosedStreet[] {
  const { edgeCount, tails, heads, streetOf } = network;
  const byStreet = new Map<number, { readonly edge: number; readonly pence: number }[]>();
  for (let edge = 0; edge < edgeCount; edge++) {
    const street = streetOf[edge];
    if (street < 0 || closedBy[street] < 0 || !isDug(network, edge)) continue;
    const pence = opened.pence(edge);
    if (!(pence < Number.POSITIVE_INFINITY)) continue;
    const edges = byStreet.get(street) ?? [];
    edges.push({ edge, pence });
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
    const ends = edges.map(({ edge, pence }) => ({
      tail: nodeFor(tails[edge]),
      head: nodeFor(heads[edge]),
      pence,
    }));
    return { street, newNodes: added.size, edges: ends };
  });
}
