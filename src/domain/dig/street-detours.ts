import { EdgePricer } from '../cost/edge-pricer.ts';
import type { RateCard, Spread } from '../cost/rate-card.ts';
import { QUICK_WORK, searchWork } from '../fibre/search-work.ts';
import { steinerProblem } from '../fibre/steiner-problem.ts';
import { WorkMeter } from '../fibre/work-meter.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import { closedStreets } from './closed-streets.ts';
import type { Detour } from './dig-design.ts';
import { digDetours } from './dig-detours.ts';
import type { DigPrices } from './dig-prices.ts';
import type { DigQuestion } from './dig-question.ts';
import { MOST_DETOURS, QUICK_DETOURS } from './most-detours.ts';
import type { DigPace } from './search-dig.ts';
import type { DigFound } from './search-site.ts';

/**
 * What going round the protected streets nearest to a route costs, the dearest first. Compared are the tree with one street open
 * and the tree without it, for the same premises with the same lead-ins: those that go to another street than the
 * nearest since it is closed stay where they are, so lifting it may save more than is said here.
 */
export function* streetDetours(
  { worksFrom }: Pick<DigQuestion, 'worksFrom'>,
  given: {
    readonly network: StreetNetwork;
    readonly prices: DigPrices;
    readonly rates: RateCard;
    readonly sharedStreets?: ReadonlyMap<string, Spread>;
    readonly found: DigFound;
    readonly pace: DigPace;
  },
): Generator<WorkStep, Detour[]> {
  const { network, prices, rates, sharedStreets, found, pace } = given;
  const { streets, barriers } = network;
  const restricted = streets.filter((_, street) => prices.closedBy[street] >= 0);
  if (pace.hasNoDetours || !found.searched || found.edges.length === 0 || restricted.length === 0) return [];
  const { site, tree } = found.searched;
  const { graph, root, required, units, nodeOf } = site;
  const lifted = restricted.map(({ id }) => ({ street: id }));
  yield { what: 'Asking what going round protected streets costs', fraction: 0 };
  const opened = new EdgePricer(network, rates, { worksFrom, lifted, sharedStreets });
  const closed = closedStreets(network, site, { closedBy: prices.closedBy, opened });
  const isIn = new Uint8Array(graph.nodeCount);
  for (const edge of tree) {
    isIn[graph.tails[edge]] = 1;
    isIn[graph.heads[edge]] = 1;
  }
  const served = Array.from(nodeOf, (node) => node).filter(
    (node) => node >= 0 && units[node] > 0 && isIn[node],
  );
  const meter = new WorkMeter(pace.isQuick ? QUICK_WORK : searchWork(graph), pace.isTimeUp);
  const detours = yield* digDetours(steinerProblem(graph, [root, ...required, ...served]), tree, {
    closed,
    most: pace.isQuick ? QUICK_DETOURS : MOST_DETOURS,
    meter,
  });
  return detours
    .sort((one, other) => other.pence - one.pence || one.street - other.street)
    .map(({ street, pence }) => {
      const { id, until } = barriers[prices.closedBy[street]];
      return { street: streets[street].id, streetName: streets[street].name, barrier: id, until, pence };
    });
}
