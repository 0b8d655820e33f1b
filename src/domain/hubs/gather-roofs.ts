import Flatbush from 'flatbush';
import { converterFromDegrees, converterToDegrees } from '../geo/convert-coordinates.ts';
import { polygonBox } from '../geo/geometry.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import type { PlanRadio } from '../plan/plan-question.ts';
import type { WorkStep } from '../project/work-step.ts';
import { placeEnd } from '../radio/place-end.ts';
import { antennasOn } from '../radio/place-reach.ts';
import { premisesPlace } from '../radio/premises-places.ts';
import { airOf, layOutSight, SightJudge } from '../radio/sight-judge.ts';
import type { Antenna } from '../radio/sight-path.ts';
import type { RoofPoint } from '../terrain/roof-points.ts';
import { heightAt } from '../terrain/sample-height.ts';
import type { RoofsToJudge } from './hub-input.ts';
import { withWayleaves } from './listed-roofs.ts';
import { mostSeenRoofs } from './most-seen-roofs.ts';

/** What candidates are gathered from. */
export interface RoofsToGather extends Omit<RoofsToJudge, 'candidates' | 'question'> {
  readonly question: Pick<PlanRadio, 'radiusMetres' | 'mastMetres' | 'wayleaves'>;
  /** Roofs that the project names (`listedRoofs`). */
  readonly listed: readonly HubRoof[];
  /** Of the footprints: their content, and what the building of a row is called; '' for nothing. */
  readonly footprints: { readonly contentId: string; readonly nameOf: (row: number) => string } | null;
}

export interface GatheredRoofs {
  /** Those listed in their order, then buildings by row. */
  readonly roofs: readonly HubRoof[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
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
  const own = yield* buildingsAround(input, near);
  const thinned = yield* mostSeenRoofs(own, { ...limit, most: MOST_BUILDINGS });
  const buildings: HubRoof[] = [];
  for (const [i, { row }] of thinned.entries()) {
    yield { what: 'Finding the best point of each roof', fraction: i / thinned.length };
    buildings.push(bestPointOf(input, row, limit));
  }
  return {
    roofs: withWayleaves([...kept.map(({ roof }) => roof), ...buildings], question),
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

const MOST_LISTED = 100;
const MOST_BUILDINGS = 40;
/** Of a building from the nearest premises asked of. */
const MOST_METRES_AWAY = 300;
/** Per square of so many metres so many of the highest buildings are compared. */
const SQUARE_METRES = 100;
const HIGHEST_A_SQUARE = 2;
const SAMPLE = 120;

function leftOut(count: number, [ofOne, ofMany]: readonly [string, string]): string[] {
  if (count === 0) return [];
  if (count === 1) return [`1 listed roof was left out, ${ofOne}.`];
  return [`${count.toLocaleString('en-GB')} listed roofs were left out, ${ofMany}.`];
}

/** A building that is compared by its highest point. */
interface ComparedBuilding extends Antenna {
  readonly row: number;
}

/** The highest buildings of each square around, that no listed roof stands on; by row. */
function* buildingsAround(
  { places, model, roofs, listed, question, footprints }: RoofsToGather,
  near: Near,
): Generator<WorkStep, ComparedBuilding[]> {
  if (!roofs || !footprints || places.length === 0) return [];
  const { surface } = model;
  const taken = new Set(listed.map(({ lon, lat }) => roofs.at(lon, lat)));
  const convert = converterFromDegrees(surface.system);
  const squares = new Map<string, { row: number; height: number }[]>();
  const { row } = roofs.footprints;
  const margin = marginDegrees(places);
  for (let polygon = 0; polygon < row.length; polygon++) {
    if (polygon % POLYGONS_A_STEP === 0)
      yield { what: 'Looking for high buildings', fraction: polygon / row.length };
    const box = polygonBox(roofs.footprints, polygon);
    if (!box || taken.has(row[polygon])) continue;
    const [lon, lat] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    if (lon < margin.west || lon > margin.east || lat < margin.south || lat > margin.north) continue;
    const [x, y] = convert(lon, lat);
    if (!near(x, y, Math.min(MOST_METRES_AWAY, question.radiusMetres))) continue;
    const height = heightAt(surface, x, y);
    if (Number.isNaN(height)) continue;
    const key = `${Math.floor(x / SQUARE_METRES)} ${Math.floor(y / SQUARE_METRES)}`;
    const square = squares.get(key) ?? [];
    if (square.some((one) => one.row === row[polygon])) continue;
    square.push({ row: row[polygon], height });
    square.sort((one, other) => other.height - one.height || one.row - other.row);
    squares.set(key, square.slice(0, HIGHEST_A_SQUARE));
  }
  const rows = [...new Set([...squares.values()].flat().map((one) => one.row))].sort(
    (one, other) => one - other,
  );
  const compared: ComparedBuilding[] = [];
  for (const [i, building] of rows.entries()) {
    if (i % BUILDINGS_A_STEP === 0) yield { what: 'Measuring high buildings', fraction: i / rows.length };
    const [antenna] = antennasOn(roofs.pointsOf(building).slice(0, 1), question.mastMetres);
    if (antenna) compared.push({ ...antenna, row: building });
  }
  return compared;
}

const POLYGONS_A_STEP = 1000;
const BUILDINGS_A_STEP = 16;

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
    name: footprints?.nameOf(row) || `Building ${row + 1}`,
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

type Near = (x: number, y: number, metres: number) => boolean;

/** A box in degrees that surely holds all that is near some places. */
function marginDegrees(places: readonly { readonly lon: number; readonly lat: number }[]): {
  west: number;
  east: number;
  south: number;
  north: number;
} {
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  const [south, north] = [least(lats), -least(lats.map((lat) => -lat))];
  const up = MOST_METRES_AWAY / 100_000;
  const across = up / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  return {
    south: south - up,
    north: north + up,
    west: least(lons) - across,
    east: -least(lons.map((lon) => -lon)) + across,
  };
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
