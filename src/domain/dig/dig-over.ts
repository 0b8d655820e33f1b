import { connectionPence } from '../cost/connection-pence.ts';
import { pieceOfEdge } from '../cost/piece-of-edge.ts';
import type { RateCard, Spread } from '../cost/rate-card.ts';
import { ratesFingerprint } from '../cost/rates-fingerprint.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import { askedRoots } from './asked-roots.ts';
import { behindClosed } from './behind-closed.ts';
import type { DigPlace, DigResult, MissedPlace } from './dig-design.ts';
import { DigImpossible } from './dig-impossible.ts';
import { type BehindBarrier, digNotes } from './dig-notes.ts';
import { digPlaces } from './dig-places.ts';
import { digPrices } from './dig-prices.ts';
import type { DigQuestion } from './dig-question.ts';
import { forcedStreets } from './forced-streets.ts';
import { type JoinedPlaces, joinPlaces } from './join-places.ts';
import { passedUnits } from './passed-units.ts';
import type { DigPace } from './search-dig.ts';
import { type DigFound, searchSite } from './search-site.ts';
import { streetDetours } from './street-detours.ts';
import { withConnections } from './with-connections.ts';

/** What a dig is asked over. */
export interface DigInput {
  readonly network: StreetNetwork;
  /** All premises, of which those passed are counted. */
  readonly premises: PremisesTable;
  /** Rows of the premises that are to be served. */
  readonly rows: Iterable<number>;
  readonly rates: RateCard;
  /** Content ids of the files that all of it is made of. */
  readonly contents: readonly string[];
  /** Places that have to be reached beside the premises: roofs of hubs. They have no ids and no units. */
  readonly hubs?: readonly { readonly lon: number; readonly lat: number }[];
  /**
   * Whole pence that it costs to leave the premises of a place to others, in the stead of the aim; Infinity: it has to be
   * reached where a root leads there.
   */
  readonly prizeOf?: (place: DigPlace) => number;
  /** By id of a street that others dig at the same time: the share of trench, permits and traffic saved there, 0 to 1. */
  readonly sharedStreets?: ReadonlyMap<string, Spread>;
}

/**
 * Which streets to dig for these premises, and what it costs. Every point with premises is joined by a lead-in of its
 * own to the nearest street that may be dug; those that nothing leads to from any root are missed and said, and the rest is searched. The same
 * question over the same ground gives the same answer on every machine, unless a guard ends the search. Throws DigImpossible
 * with a remedy, RateMissing.
 */
export function* digOver(
  question: DigQuestion,
  ground: DigInput,
  pace: DigPace,
): Generator<WorkStep, DigResult> {
  yield { what: 'Joining premises to the streets', fraction: 0 };
  const ofPremises = digPlaces(ground.premises, ground.rows);
  const hubs = (ground.hubs ?? []).map(({ lon, lat }): DigPlace => ({ ids: [], units: 0, lon, lat }));
  const places = [...ofPremises, ...hubs];
  const { prizeOf, sharedStreets } = ground;
  const prizes = prizeOf && places.map((place, at) => (at < ofPremises.length ? prizeOf(place) : 0));
  const asked = askedRoots(question, ground.network);
  const joined = yield* joinPlaces(ground.network, places, { own: asked.own, works: question });
  const { network } = joined;
  const prices = yield* digPrices(network, ground.rates, question, sharedStreets);
  const roots = [
    ...asked.ofFiles,
    ...asked.own.map((point, at) => ({ point, node: joined.rootNodes[at] })),
  ].filter(({ node }) => node >= 0);
  const forced = forcedStreets(question, network, prices);
  if (places.length > 0 && roots.length === 0) throw noRoot(question, joined);
  const found = yield* searchSite(
    network,
    withConnections(network, prices.pence, {
      places,
      nodes: joined.nodes,
      pencePerUnit: connectionPence(ground.rates, question.takeUpPercent).mid,
    }),
    {
      roots,
      forced: forced.edges,
      places,
      nodes: joined.nodes,
      isRequired: (at) => at >= ofPremises.length || prizes?.[at] === Number.POSITIVE_INFINITY,
      ...(prizes && { prizes }),
      aim: question.aim,
    },
    pace,
  );
  const detours = yield* streetDetours(question, {
    network,
    prices,
    rates: ground.rates,
    ...(sharedStreets && { sharedStreets }),
    found,
    pace,
  });
  const pieces: TrenchPiece[] = [];
  for (const [at, edge] of found.edges.entries()) {
    if (at % PIECES_A_STEP === 0) yield { what: 'Describing the route', fraction: at / found.edges.length };
    pieces.push(pieceOfEdge(prices.pricer, edge));
  }
  const behind = behindClosed(question, {
    joined,
    prices,
    rates: ground.rates,
    roots: roots.map(({ node }) => node),
    isJoined: found.isJoined,
  });
  const missed = missedPlaces(places, { joined, found, question, behind, closedBy: prices.closedBy });
  const served = places.filter((_, place) => found.isServed[place]);
  const ownUnits = served.reduce((sum, { units }) => sum + units, 0);
  const passed =
    question.passed.kind === 'within'
      ? yield* passedUnits(ground.premises, { pieces, served, withinMetres: question.passed.metres })
      : ownUnits;
  const named = new Set([
    ...pieces.flatMap(({ barriers }) => barriers),
    ...detours.map(({ barrier }) => barrier),
  ]);
  const forcedIn = new Set(found.forced);
  const impossible = network.streets.filter((_, street) =>
    forced.edges.some((edge) => network.streetOf[edge] === street && !forcedIn.has(edge)),
  );
  const { unit } = ground.premises;
  return {
    unit,
    pieces,
    roots: roots.filter(({ node }) => found.rootNodes.has(node)).map(({ point }) => point),
    served,
    missed,
    passedUnits: passed,
    barriers: network.barriers.filter(({ id }) => named.has(id)),
    detours,
    searchedPence: found.searchedPence,
    lowerBoundPence: found.lowerBoundPence,
    mostUnits: found.mostUnits,
    isQuick: pace.isQuick,
    work: found.work,
    madeOf: { contents: ground.contents, rates: ratesFingerprint(ground.rates) },
    notes: digNotes(question, network, {
      unit,
      absent: asked.absent,
      rootsFar: asked.own.filter((_, at) => joined.rootNodes[at] < 0).map(({ name }) => name),
      impossible: [...forced.impossible, ...impossible.map(({ id }) => id)],
      isStoppedEarly: found.work.isStoppedEarly,
      behind: behindBarriers(missed),
      asked: places.length,
      elsewhere: places.reduce(
        (sum, { units }, at) => sum + (found.isServed[at] && joined.isElsewhere[at] ? units : 0),
        0,
      ),
    }),
  };
}

const PIECES_A_STEP = 500;

function noRoot({ rootIds, ownRoots }: DigQuestion, { nodes }: JoinedPlaces): DigImpossible {
  const far = nodes.reduce((sum, node) => sum + (node < 0 ? 1 : 0), 0);
  const also =
    far > 0 ? ` No street is near ${far} of the ${nodes.length} points with premises, either.` : '';
  return new DigImpossible(
    'NO_ROOT',
    rootIds.length + ownRoots.length === 0
      ? `There is no place that fibre can come from. Choose a fibre point, or place one.${also}`
      : `None of the places chosen for fibre to come from is joined to the streets. Choose others, or place one near a street.${also}`,
  );
}

function missedPlaces(
  places: readonly DigPlace[],
  {
    joined,
    found,
    question,
    behind,
    closedBy,
  }: {
    readonly joined: JoinedPlaces;
    readonly found: DigFound;
    readonly question: DigQuestion;
    readonly behind: Int32Array;
    readonly closedBy: Int32Array;
  },
): MissedPlace[] {
  const { streets, barriers } = joined.network;
  const closed = (street: number): Pick<MissedPlace, 'behind'> =>
    street < 0
      ? {}
      : {
          behind: {
            street: streets[street].id,
            streetName: streets[street].name,
            until: barriers[closedBy[street]].until,
          },
        };
  return places.flatMap((place, at): MissedPlace[] => {
    if (found.isServed[at]) return [];
    const street = streets[joined.nearestStreets[at]];
    const metres = joined.nearestMetres[at];
    return [
      {
        ...place,
        reason:
          joined.nodes[at] < 0
            ? 'no street near'
            : !found.isJoined[at]
              ? 'street not joined to a root'
              : question.aim.kind === 'serve within a budget'
                ? 'beyond the budget'
                : 'not worth it',
        nearestStreet: street ? (street.name ?? street.id) : null,
        nearestMetres: Number.isFinite(metres) ? Math.round(metres * 100) / 100 : null,
        ...closed(behind[at]),
      },
    ];
  });
}

/** By closed street, who would be joined to a root but for it; those with most first. */
function behindBarriers(missed: readonly MissedPlace[]): BehindBarrier[] {
  const streets = new Map<string, BehindBarrier>();
  for (const { behind, units } of missed)
    if (behind)
      streets.set(behind.street, {
        street: behind.street,
        until: behind.until,
        units: units + (streets.get(behind.street)?.units ?? 0),
      });
  return [...streets.values()].sort((one, other) => other.units - one.units);
}
