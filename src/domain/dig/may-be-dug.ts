import { barriersOnEdges } from '../cost/edge-barriers.ts';
import { isInForce } from '../plan/is-in-force.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import { isDug } from './dig-prices.ts';
import type { DigQuestion } from './dig-question.ts';

/** What of a question closes streets. */
export type WorksAllowed = Pick<DigQuestion, 'worksFrom' | 'lifted' | 'blocked'>;

/**
 * Whether a question lets ground be broken along an edge, as `digPrices` says it: not where a barrier in force forbids it in
 * a street that is not lifted, nor in a blocked street. Ducts, poles and lead-ins are never closed. undefined: nothing is.
 */
export function mayBeDug(
  network: StreetNetwork,
  { worksFrom, lifted, blocked }: WorksAllowed,
): ((edge: number) => boolean) | undefined {
  const inForce = network.barriers.map((barrier) => isInForce(barrier, worksFrom));
  const forbids = network.barriers.some(({ effect }, at) => effect.forbids && inForce[at]);
  const shut = new Set(blocked);
  const isBlocked = network.streets.map(({ id }) => shut.has(id));
  if (!forbids && !isBlocked.includes(true)) return undefined;
  const { closedBy } = barriersOnEdges(network, inForce, new Set(lifted.map(({ street }) => street)));
  const { streetOf } = network;
  return (edge) => !isDug(network, edge) || (closedBy[edge] < 0 && !isBlocked[streetOf[edge]]);
}
