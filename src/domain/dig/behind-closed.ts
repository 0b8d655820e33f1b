import { EdgePricer } from '../cost/edge-pricer.ts';
import type { RateCard } from '../cost/rate-card.ts';
import { JoinedSets } from '../fibre/joined-sets.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import { type DigPrices, isDug } from './dig-prices.ts';
import type { DigQuestion } from './dig-question.ts';
import type { JoinedPlaces } from './join-places.ts';

/**
 * By place, the closed street but for which a root would lead there, as a place in the network's streets. Of several it is
 * the one that the place lies at, else the first. −1: a root leads there, or opening any one street would not help, unless
 * the place lies at a closed street: then that.
 * @param given `roots`: nodes of the network; `isJoined`: by place
 */
export function behindClosed(
  { worksFrom }: Pick<DigQuestion, 'worksFrom'>,
  given: {
    readonly joined: JoinedPlaces;
    readonly prices: DigPrices;
    readonly rates: RateCard;
    readonly roots: readonly number[];
    readonly isJoined: readonly boolean[];
  },
): Int32Array {
  const { joined, prices, rates, roots, isJoined } = given;
  const { network, nodes, nearestStreets } = joined;
  const behind = new Int32Array(isJoined.length).fill(-1);
  const cut = Array.from(behind.keys()).filter((place) => !isJoined[place] && nodes[place] >= 0);
  if (cut.length === 0 || roots.length === 0) return behind;
  const hanging = hangingTogether(network, prices.pence, roots);
  const home = hanging.find(roots[0]);
  const opens = new Map<number, Set<number>>();
  for (const [street, links] of closedLinks(network, hanging, { prices, rates, worksFrom }))
    opens.set(street, ledTo(home, links));
  for (const place of cut) {
    const set = hanging.find(nodes[place]);
    const own = nearestStreets[place];
    const ofIt = own >= 0 && prices.closedBy[own] >= 0 ? own : -1;
    behind[place] = opens.get(ofIt)?.has(set)
      ? ofIt
      : ([...opens].find(([, sets]) => sets.has(set))?.[0] ?? ofIt);
  }
  return behind;
}

function hangingTogether(
  { nodeCount, edgeCount, tails, heads }: StreetNetwork,
  pence: Float64Array,
  roots: readonly number[],
): JoinedSets {
  const hanging = new JoinedSets(nodeCount);
  for (const root of roots) hanging.join(roots[0], root);
  for (let edge = 0; edge < edgeCount; edge++)
    if (pence[edge] < Number.POSITIVE_INFINITY) hanging.join(tails[edge], heads[edge]);
  return hanging;
}

/** By closed street, ascending, which sets each of its edges would join if its restriction were lifted. */
function closedLinks(
  network: StreetNetwork,
  hanging: JoinedSets,
  {
    prices: { closedBy },
    rates,
    worksFrom,
  }: { readonly prices: DigPrices; readonly rates: RateCard; readonly worksFrom: string },
): [number, (readonly [number, number])[]][] {
  const lifted = network.streets.filter((_, i) => closedBy[i] >= 0).map(({ id }) => ({ street: id }));
  const opened = new EdgePricer(network, rates, { worksFrom, lifted });
  const links = new Map<number, (readonly [number, number])[]>();
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const street = network.streetOf[edge];
    if (street < 0 || closedBy[street] < 0 || !isDug(network, edge)) continue;
    const [tail, head] = [hanging.find(network.tails[edge]), hanging.find(network.heads[edge])];
    if (tail === head || !(opened.pence(edge) < Number.POSITIVE_INFINITY)) continue;
    const known = links.get(street);
    if (known) known.push([tail, head]);
    else links.set(street, [[tail, head]]);
  }
  return [...links].sort(([one], [other]) => one - other);
}

/** What links lead to from `home`, itself left out. */
function ledTo(home: number, links: readonly (readonly [number, number])[]): Set<number> {
  const beside = new Map<number, number[]>();
  for (const [one, other] of [...links, ...links.map(([tail, head]) => [head, tail] as const)])
    beside.set(one, [...(beside.get(one) ?? []), other]);
  const found = new Set([home]);
  for (const set of found) for (const next of beside.get(set) ?? []) found.add(next);
  found.delete(home);
  return found;
}
