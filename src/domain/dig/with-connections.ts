import { EDGE_KINDS, type StreetNetwork } from '../streets/street-network.ts';
import type { DigPlace } from './dig-design.ts';

/**
 * Prices by edge with what connecting the premises at its end costs on every lead-in: whom a sum of money serves is
 * chosen with it, so that the bill never overspends. Premises without a lead-in add nothing.
 * @param given `nodes`: by place, its node of the network, or −1; `pencePerUnit`: whole pence
 */
export function withConnections(
  { kinds, tails, heads, edgeCount, nodeCount }: StreetNetwork,
  pence: Float64Array,
  given: {
    readonly places: readonly DigPlace[];
    readonly nodes: ArrayLike<number>;
    readonly pencePerUnit: number;
  },
): Float64Array {
  const units = new Float64Array(nodeCount);
  for (const [at, place] of given.places.entries())
    if (given.nodes[at] >= 0) units[given.nodes[at]] += place.units;
  const priced = pence.slice();
  for (let edge = 0; edge < edgeCount; edge++)
    if (kinds[edge] === LEAD_IN)
      priced[edge] += given.pencePerUnit * (units[tails[edge]] + units[heads[edge]]);
  return priced;
}

const LEAD_IN = EDGE_KINDS.indexOf('lead-in');
