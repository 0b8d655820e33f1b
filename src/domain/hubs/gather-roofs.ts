import Flatbush from 'flatbush';
import { converterFromDegrees, converterToDegrees } from '../geo/convert-coordinates.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import type { PlanRadio } from '../plan/plan-question.ts';
import type { WorkStep } from '../project/work-step.ts';
import { placeEnd } from '../radio/place-end.ts';
import { antennasOn } from '../radio/place-reach.ts';
import { premisesPlace } from '../radio/premises-places.ts';
import { airOf, layOutSight, SightJudge } from '../radio/sight-judge.ts';
import type { Antenna } from '../radio/sight-path.ts';
import type { RoofPoint } from '../terrain/roof-points.ts';
import { highBuildings, type Near } from './high-buildings.ts';
import { withWayleaves } from './listed-roofs.ts';
import { mostSeenRoofs } from './most-seen-roofs.ts';
import type { RoofsToGather } from './roofs-to-gather.ts';

/** Roofs that are judged. */
export interface GatheredRoofs {
  /** Those listed in their order, then buildings by row. */
  readonly roofs: readonly HubRoof[];
  readonly councils: CouncilRoofs;
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/** All of the council's roofs that are listed within the radius, whether others see more or not. */
export interface CouncilRoofs {
  /** In their order. */
  readonly roofs: readonly HubRoof[];
  /** How many more stand where no height is known. */
  readonly withoutHeight: number;
}

/**
 * The roofs that could carry a hub for some premises: those listed within the radius of one of them, and the highest buildings
 * around that are not listed, one candidate each, at the best of its roof's points. Too many are thinned to those that see most
 * of an even sample of the premises, each counted less the oftener it is seen already. Needs `loadGrid`.
 * @throws HeightsRefused for a roof above ground where no ground model is loaded
 */
export function* gatherRoofs(input: RoofsToGather): Generator<WorkStep, GatheredRoofs> {
  const { places, model, meter, roofs, question, listed } = input;
  yield* layOutSight(model.surface);
  const judge = new SightJudge(model.surface, airOf(meter));
  const convert = converterFromDegrees(model.surface.system);
  const near = nearness(places.map(({ lon, lat }) => convert(lon, lat)));
  const sample = sampleOf(input);
  const around = listed.flatMap((roof) => {
    const { x, y, seaMetres } = placeEnd(roof, model);
    return near(x, y, question.radiusMetres) ? [{ roof, x, y, metres: seaMetres ?? Number.NaN }] : [];
  });
  const known = around.filter(({ metres }) => !Number.isNaN(metres));
  const limit = { judge, sample, radiusMetres: question.radiusMetres };
  const kept = yield* mostSeenRoofs(known, { ...limit, most: MOST_LISTED });
  const own = yield* highBuildings(input, near);
  const thinned = yield* mostSeenRoofs(own, { ...limit, most: MOST_BUILDINGS });
  const buildings: HubRoof[] = [];
  for (const [i, { row }] of thinned.entries()) {
    yield { what: 'Finding the best point of each roof', fraction: i / thinned.length };
    buildings.push(bestPointOf(input, row, limit));
  }
  return {
    roofs: withWayleaves([...kept.map(({ roof }) => roof), ...buildings], question),
    councils: councilRoofs(around, question),
    notes: [
      ...leftOut(around.length - known.length, [
        'as no height is known at its place',
        'as no height is known at their places',
      ]),
      ...leftOut(known.length - kept.length, [
        'as others see more of these premises',
        'as others see more of these premises',
      ]),
      ...(roofs === null
        ? ['No building footprints are loaded: only sites and listed roofs were looked at.']
        : []),
    ],
  };
}

function councilRoofs(
  around: readonly { readonly roof: HubRoof; readonly metres: number }[],
  question: Pick<PlanRadio, 'wayleaves'>,
): CouncilRoofs {
  const own = around.filter(({ roof }) => roof.isCouncils === true);
  const known = own.filter(({ metres }) => !Number.isNaN(metres)).map(({ roof }) => roof);
  return { roofs: withWayleaves(known, question), withoutHeight: own.length - known.length };
}

const MOST_LISTED = 100;
const MOST_BUILDINGS = 40;
const SAMPLE = 120;

function leftOut(count: number, [ofOne, ofMany]: readonly [string, string]): string[] {
  if (count === 0) return [];
  if (count === 1) return [`1 listed roof was left out, ${ofOne}.`];
  return [`${count.toLocaleString('en-GB')} listed roofs were left out, ${ofMany}.`];
}

/** The point of a building's roof from which most of the sample is seen, as a roof; the first of equals. */
function bestPointOf(
  { model, roofs, question, footprints }: RoofsToGather,
  row: number,
  {
    judge,
    sample,
    radiusMetres,
  }: {
    readonly judge: SightJudge;
    readonly sample: readonly (Antenna & { readonly units: number })[];
    readonly radiusMetres: number;
  },
): HubRoof {
  const points = roofs?.pointsOf(row) ?? [];
  const seen = antennasOn(points, question.mastMetres).map((antenna) =>
    sample.reduce((sum, target) => {
      const metres = Math.hypot(target.x - antenna.x, target.y - antenna.y);
      const isSeen = metres > 0 && metres <= radiusMetres && judge.classOf(antenna, target) === 'clear';
      return isSeen ? sum + target.units : sum;
    }, 0),
  );
  const best: RoofPoint = points[seen.indexOf(Math.max(...seen))];
  const [lon, lat] = converterToDegrees(model.surface.system)(best.x, best.y);
  return {
    id: `building:${row}`,
    name: footprints?.nameOf(row) ?? '',
    kind: 'building',
    lon,
    lat,
    antennaMetres: question.mastMetres,
    above: 'surface',
    owner: null,
    isCouncils: null,
    wayleave: 'not asked',
    askedOn: null,
    hasPower: null,
    from: footprints && { contentId: footprints.contentId, row },
  };
}

/** Antennas of an even sample of the places, those of one building once. */
function sampleOf({ places, model, meter, roofs }: RoofsToGather): (Antenna & { units: number })[] {
  const every = Math.max(1, Math.ceil(places.length / SAMPLE));
  const mast = meter.choices.premisesMastMetres.value;
  return places.flatMap((place, i) => {
    if (i % every !== 0) return [];
    const { points } = premisesPlace(place, model.surface, roofs);
    const [antenna] = antennasOn(points.slice(0, 1), mast);
    return antenna ? [{ ...antenna, units: place.units }] : [];
  });
}

/** Whether one of some points is at most so far from a place, all in metres. */
function nearness(points: readonly (readonly [number, number])[]): Near {
  if (points.length === 0) return () => false;
  const index = new Flatbush(points.length);
  for (const [x, y] of points) index.add(x, y, x, y);
  index.finish();
  return (x, y, metres) => index.neighbors(x, y, 1, metres).length > 0;
}
