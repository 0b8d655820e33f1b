import type { StreetNetwork } from '../streets/street-network.ts';
import { EdgePricer, type WorksAsked } from './edge-pricer.ts';
import type { RateCard } from './rate-card.ts';

/** Prices of all edges of a network. */
export interface EdgePence {
  /** Mid, whole pence; Infinity: must not be dug. */
  readonly pence: Float64Array;
  /** Why not: places in EDGE_CLOSED. */
  readonly closed: Uint8Array;
  /** The network's barrier that closes an edge; −1: none does. */
  readonly closedBy: Int32Array;
  /** Makes pieces of the edges at these very prices. */
  readonly pricer: EdgePricer;
}

/** What each edge of a network costs. Throws RateMissing where a surface cannot be priced. */
export function edgePence(network: StreetNetwork, card: RateCard, asked: WorksAsked): EdgePence {
  const pricer = new EdgePricer(network, card, asked);
  const pence = new Float64Array(network.edgeCount);
  for (let edge = 0; edge < pence.length; edge++) pence[edge] = pricer.pence(edge);
  return { pence, closed: pricer.closed, closedBy: pricer.closedBy, pricer };
}
