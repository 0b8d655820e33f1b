import { connectionPence } from '../cost/connection-pence.ts';
import { pieceOfEdge } from '../cost/piece-of-edge.ts';
import type { RateCard } from '../cost/rate-card.ts';
import { ratesFingerprint } from '../cost/rates-fingerprint.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import { askedRoots } from './asked-roots.ts';
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
}

/**
 * Which streets to dig for these premises, and what it costs. Every point with premises is joined to the streets by a
 * lead-in of its own; those that nothing leads to from any root are missed and said, and the rest is searched. The same
 * question over the same ground gives the same answer on every machine, unless a guard ends the search. Throws DigImpossible
 * with a remedy, RateMissing.
 */
export function* digOver(
  question: DigQuestion,
  ground: DigInput,
  pace: DigPace,
): Generator<WorkStep, DigResult> {
  yield { what: 'Joining premises to the streets', fraction: 0 };
  const places = digPlaces(ground.premises, ground.rows);
  const asked = askedRoots(question, ground.network);
  const joined = yield* joinPlaces(ground.network, places, asked.own);
  const { network } = joined;
  const prices = yield* digPrices(network, ground.rates, question);
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
    { roots, forced: forced.edges, places, nodes: joined.nodes, aim: question.aim },
    pace,
  );
  const detours = yield* streetDetours(question, { network, prices, rates: ground.rates, found, pace });
  const pieces: TrenchPiece[] = [];
  for (const [at, edge] of found.edges.entries()) {
    if (at % PIECES_A_STEP === 0) yield { what: 'Describing the route', fraction: at / found.edges.length };
    pieces.push(pieceOfEdge(prices.pricer, edge));
  }
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
    missed: missedPlaces(places, { joined, found, question }),
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
      behind: behindBarriers(places, { joined, found, closedBy: prices.closedBy }),
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
  { joined, found, question }: { joined: JoinedPlaces; found: DigFound; question: DigQuestion },
): MissedPlace[] {
  const { streets } = joined.network;
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
      },
    ];
  });
}

/** By closed street, who is not joined to a root and nearest to it; those with most first. */
function behindBarriers(
  places: readonly DigPlace[],
  { joined, found, closedBy }: { joined: JoinedPlaces; found: DigFound; closedBy: Int32Array },
): BehindBarrier[] {
  const { streets, barriers } = joined.network;
  const units = new Map<number, number>();
  for (const [at, place] of places.entries()) {
    const street = joined.nearestStreets[at];
    if (found.isJoined[at] || joined.nodes[at] < 0 || street < 0 || closedBy[street] < 0) continue;
    units.set(street, (units.get(street) ?? 0) + place.units);
  }
  return [...units]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .map(([street, count]) => ({
      street: streets[street].id,
      until: barriers[closedBy[street]].until,
      units: count,
    }));
}
