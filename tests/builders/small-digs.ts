import fc from 'fast-check';
import { connectionPence } from '../../src/domain/cost/connection-pence.ts';
import type { DigResult } from '../../src/domain/dig/dig-design.ts';
import { type DigInput, digOver } from '../../src/domain/dig/dig-over.ts';
import { digPlaces } from '../../src/domain/dig/dig-places.ts';
import { digPrices } from '../../src/domain/dig/dig-prices.ts';
import type { DigQuestion } from '../../src/domain/dig/dig-question.ts';
import { forcedStreets } from '../../src/domain/dig/forced-streets.ts';
import { joinPlaces } from '../../src/domain/dig/join-places.ts';
import { withConnections } from '../../src/domain/dig/with-connections.ts';
import { lastOf } from './last-of.ts';
import { type PremisesSeed, premisesOf } from './premises.ts';
import { smallRates } from './rate-cards.ts';
import { exhaustiveCost, exhaustivePrizeCost, type SmallStreets, spanningCost } from './small-streets.ts';
import { degreesAt, networkOf } from './street-networks.ts';

/** A question that asks for all premises from the point R. */
export const DIG_QUESTION: DigQuestion = {
  selection: { kind: 'list', ids: [] },
  premisesContentId: 'file-1',
  onlyNotSpots: false,
  rootIds: ['R'],
  ownRoots: [],
  aim: { kind: 'serve all' },
  blocked: [],
  forced: [],
  lifted: [],
  worksFrom: '2026-11-27',
  passed: { kind: 'with a lead-in' },
  takeUpPercent: 40,
};

/** Premises so many metres east and north of a corner. */
export function premisesAt(east: number, north: number, rest: Partial<PremisesSeed> = {}): PremisesSeed {
  const [lon, lat] = degreesAt(east, north);
  return { id: `${east}/${north}`, lon, lat, ...rest };
}

/** What a question comes to over a network, for all of these premises unless rows are named. */
export function digFor(
  question: Partial<DigQuestion>,
  {
    network,
    premises,
    ...rest
  }: Pick<DigInput, 'network'> & { premises: readonly PremisesSeed[] } & Partial<Omit<DigInput, 'premises'>>,
  isQuick = false,
): DigResult {
  const table = premisesOf(premises);
  const rows = Uint32Array.from(premises, (_, row) => row);
  const input = { network, premises: table, rows, rates: smallRates(), contents: ['file-1'], ...rest };
  return lastOf(digOver({ ...DIG_QUESTION, ...question }, input, { isQuick }));
}

/** A few streets, premises along them and roots: small enough to look at every choice of nodes. */
export interface SmallDig {
  readonly network: DigInput['network'];
  readonly premises: readonly PremisesSeed[];
}

const corner = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));

export const smallDigs: fc.Arbitrary<SmallDig> = fc
  .uniqueArray(corner, { minLength: 2, maxLength: 5, selector: ([x, y]) => `${x} ${y}` })
  .chain((corners) => {
    const end = fc.nat(corners.length - 1);
    return fc.record({
      corners: fc.constant(corners),
      upwards: fc.array(fc.nat(), { minLength: corners.length - 1, maxLength: corners.length - 1 }),
      more: fc.array(fc.tuple(end, end), { maxLength: 3 }),
      premises: fc.array(fc.tuple(end, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3 })), {
        minLength: 1,
        maxLength: 3,
      }),
      other: end,
    });
  })
  .map(({ corners, upwards, more, premises, other }) => {
    const nodes = corners.map(([x, y]) => [100 * x, 100 * y] as const);
    const ends = [
      ...upwards.map((up, at): [number, number] => [at + 1, up % (at + 1)]),
      ...more.filter(([tail, head]) => tail !== head),
    ];
    return {
      network: networkOf({
        nodes,
        edges: ends.map((pair, at) => ({ ends: pair, street: `Street ${at}` })),
        fibre: { R: 0, S: other },
      }),
      premises: premises.map(([node, off, units], at) =>
        premisesAt(nodes[node][0] + off, nodes[node][1] - off / 2, { id: `P${at}`, units }),
      ),
    };
  });

/**
 * What the best answer costs, by looking at every choice of nodes; for within a budget, how many units it serves. Forced
 * streets count where all are to be served.
 */
export function bestOf({ network, premises }: SmallDig, given: Partial<DigQuestion>): number {
  const question = { ...DIG_QUESTION, ...given };
  const table = premisesOf(premises);
  const places = digPlaces(table, Array.from(premises.keys()));
  const joined = lastOf(joinPlaces(network, places, { own: [], works: question }));
  const prices = lastOf(digPrices(joined.network, smallRates(), question));
  const pencePerUnit = connectionPence(smallRates(), question.takeUpPercent).mid;
  const pence = withConnections(joined.network, prices.pence, { places, nodes: joined.nodes, pencePerUnit });
  const forced = forcedStreets(question, joined.network, { pence }).edges;
  const root = joined.network.nodeCount;
  const roots = question.rootIds.map((id) => network.fibrePoints.findIndex((point) => point.id === id));
  const streets: SmallStreets = {
    nodeCount: root + 1,
    edges: [
      ...Array.from(pence, (cost, edge): [number, number, number] => [
        joined.network.tails[edge],
        joined.network.heads[edge],
        forced.includes(edge) ? 0 : cost,
      ]).filter(([, , cost]) => cost < Number.POSITIVE_INFINITY),
      ...roots.map((at): [number, number, number] => [root, joined.network.fibreNodes[at], 0]),
    ],
  };
  const { aim } = question;
  const units = new Array<number>(root + 1).fill(0);
  for (const [at, place] of places.entries()) units[joined.nodes[at]] += place.units;
  if (aim.kind === 'serve all') {
    const ends = forced.flatMap((edge) => [joined.network.tails[edge], joined.network.heads[edge]]);
    const dug = forced.reduce((sum, edge) => sum + pence[edge], 0);
    return dug + exhaustiveCost(streets, [root, ...joined.nodes, ...ends]);
  }
  if (aim.kind === 'serve what is worth it')
    return exhaustivePrizeCost(
      streets,
      units.map((count) => count * aim.pencePerPremises),
      [root],
    );
  let most = 0;
  for (let nodes = 1 << root; nodes < 2 << root; nodes++) {
    const reached = units.reduce((sum, count, node) => sum + ((nodes >> node) & 1 ? count : 0), 0);
    if (reached > most && spanningCost(streets, nodes) <= aim.pence) most = reached;
  }
  return most;
}
