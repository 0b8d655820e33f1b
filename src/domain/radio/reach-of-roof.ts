import { converterToDegrees } from '../geo/convert-coordinates.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { ROW_NOT_KNOWN } from '../not-spots/count-shares.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import { HeightsRefused } from '../terrain/heights-refused.ts';
import type { Roofs } from '../terrain/roofs.ts';
import { sunkWords } from './judge-link.ts';
import type { LinkMeter } from './link-meter.ts';
import { requireRange } from './out-of-range.ts';
import { placeEnd, whyHeightNotKnown } from './place-end.ts';
import { antennasOn, type PlaceReach, placeReach } from './place-reach.ts';
import { type PremisesPlace, premisesPlace, premisesWithin } from './premises-places.ts';
import {
  REACH_QUALITIES,
  REACH_REASONS,
  type ReachAnswer,
  type ReachQuality,
  type ReachQuestion,
  type ReachReason,
  type ReachRows,
} from './reach-answer.ts';
import { MastCurveBuilder, reachCounts } from './reach-counts.ts';
import { reachPicture } from './reach-picture.ts';
import { servedByMast } from './served-by-mast.ts';
import { airOf, SightJudge } from './sight-judge.ts';
import type { Antenna } from './sight-path.ts';

/** What a roof's reach is reckoned on. */
export interface ReachGround {
  readonly model: HeightModel;
  readonly meter: LinkMeter;
  /** Null where no footprints are loaded: each premises is then taken at its own place. */
  readonly roofs: Roofs | null;
  readonly premises: PremisesTable;
  /** Of the definition in force; null where nothing can be counted: no premises is then known to be a not-spot. */
  readonly analysis: Pick<Analysis, 'rowState' | 'rowChance' | 'recipeWords'> | null;
}

/**
 * What a roof reaches: a picture of what it sees, every premises within the radius judged at the best place of its roof, and
 * what each metre of mast adds. Needs `loadGrid`.
 * @throws HeightsRefused where nothing is known below the site, or it is given above ground without a ground model;
 *   OutOfRange for a radius above 5,000 m or a curve above 60 m
 */
export function* reachOfRoof(question: ReachQuestion, ground: ReachGround): Generator<WorkStep, ReachAnswer> {
  checkQuestion(question);
  const { model, meter, roofs, premises, analysis } = ground;
  const { site, radiusMetres, mostMastMetres } = question;
  const at = placeEnd(site, model);
  if (at.seaMetres === null || at.surfaceMetres === null)
    throw new HeightsRefused('ELSEWHERE', whyHeightNotKnown(site));
  const { earthFactor, premisesMastMetres } = meter.choices;
  const view = { radiusMetres, targetMetres: premisesMastMetres.value, earthFactor: earthFactor.value };
  const antenna: Antenna = { x: at.x, y: at.y, metres: at.seaMetres };
  const picture = yield* asPart(reachPicture(model.surface, antenna, view), 0, PICTURE_SHARE);
  const tools = { judge: new SightJudge(model.surface, airOf(meter)), meter };
  const { row } = premisesWithin(premises, model.surface, { x: at.x, y: at.y, radiusMetres });
  const rows = emptyRows(row, premises, analysis);
  const curve = new MastCurveBuilder(at.seaMetres - at.surfaceMetres, mostMastMetres);
  const siteBuilding = roofs?.at(site.lon, site.lat) ?? -1;
  const known = new Map<number, Reached>();
  const faults = new Set<string>();
  const toDegrees = converterToDegrees(model.surface.system);
  for (let i = 0; i < row.length; i++) {
    if (i % PREMISES_A_STEP === 0)
      yield {
        what: 'Looking at each premises',
        fraction: PICTURE_SHARE + (1 - PICTURE_SHARE) * (i / row.length),
      };
    const lonLat = { lon: premises.lon[row[i]], lat: premises.lat[row[i]] };
    const place = premisesPlace(lonLat, model.surface, roofs);
    let reached = known.get(place.building);
    if (!reached) {
      const isOwn = place.building >= 0 && place.building === siteBuilding;
      const foot = { ...antenna, metres: at.surfaceMetres };
      reached = reachedAt(place, isOwn, { antenna, foot, tools, mostMastMetres });
      // Those of one building have one antenna.
      if (place.building >= 0) known.set(place.building, reached);
    }
    if (reached.reach?.fault) faults.add(reached.reach.fault);
    curve.add(reached.served, rows, i);
    write(rows, i, { reached, place, lonLat, toDegrees });
  }
  const { sectors, clientsPerSector } = meter.device;
  const sunkMetres = at.surfaceMetres - at.seaMetres;
  return {
    site,
    seaMetres: at.seaMetres,
    radiusMetres,
    picture,
    unit: premises.unit,
    rows,
    ...reachCounts(rows),
    recipeWords: analysis?.recipeWords ?? null,
    mast: curve.finish(),
    mostClients: sectors.value * clientsPerSector.value,
    notes: [
      ...model.notes,
      ...notesOn(rows, roofs, faults),
      ...(sunkMetres > 0 ? [sunkWords(site.name, sunkMetres)] : []),
    ],
  };
}

const PREMISES_A_STEP = 16;
/** Of the whole, by time. */
const PICTURE_SHARE = 0.2;
const LARGEST_RADIUS_METRES = 5000;
const LONGEST_MAST_METRES = 60;

function checkQuestion({ radiusMetres, mostMastMetres }: ReachQuestion): void {
  const source = 'The reach of a roof';
  requireRange({
    source,
    quantity: 'radius',
    value: radiusMetres,
    low: 1,
    high: LARGEST_RADIUS_METRES,
    unit: 'm',
    remedy: 'Take a smaller radius: diffraction is reckoned up to 5 km.',
  });
  requireRange({
    source,
    quantity: 'longest mast of the curve',
    value: Number.isInteger(mostMastMetres) ? mostMastMetres : Number.NaN,
    low: 0,
    high: LONGEST_MAST_METRES,
    unit: 'm',
    remedy: 'Give whole metres.',
  });
}

/** What became of a place. `reach` null: it is no link, or no height is known. */
interface Reached {
  readonly reach: PlaceReach | null;
  readonly quality: ReachQuality;
  readonly reason: ReachReason;
  /** By metre of mast. */
  readonly served: Uint8Array;
  readonly points: PremisesPlace['points'];
  readonly antennas: readonly Antenna[];
}

function reachedAt(
  place: PremisesPlace,
  isOwnBuilding: boolean,
  given: {
    readonly antenna: Antenna;
    readonly foot: Antenna;
    readonly tools: { readonly judge: SightJudge; readonly meter: LinkMeter };
    readonly mostMastMetres: number;
  },
): Reached {
  const { antenna, foot, tools, mostMastMetres } = given;
  const points = place.points.filter(({ x, y }) => x !== antenna.x || y !== antenna.y);
  const antennas = antennasOn(points, tools.meter.choices.premisesMastMetres.value);
  const served = new Uint8Array(mostMastMetres + 1);
  const without = { reach: null, served, points, antennas };
  if (isOwnBuilding) return { ...without, quality: 'no link', reason: 'it is on the roof’s own building' };
  if (place.points.length === 0)
    return { ...without, quality: 'not known', reason: 'the height of its roof is not known' };
  if (points.length === 0) return { ...without, quality: 'no link', reason: 'it is at the roof’s own place' };
  const reach = placeReach(antenna, antennas, tools);
  const { quality, reason } = reach;
  return { ...without, reach, quality, reason, served: servedByMast(foot, antennas, tools, mostMastMetres) };
}

function emptyRows(row: Uint32Array, premises: PremisesTable, analysis: ReachGround['analysis']): ReachRows {
  const floats = (): Float32Array<ArrayBuffer> => new Float32Array(row.length).fill(Number.NaN);
  return {
    row,
    quality: new Uint8Array(row.length),
    reason: new Uint8Array(row.length),
    lon: new Float64Array(row.length),
    lat: new Float64Array(row.length),
    isOnBuilding: new Uint8Array(row.length),
    seaMetres: floats(),
    distanceMetres: floats(),
    clearanceMetres: floats(),
    clearanceFresnel: floats(),
    megabitsPerSecond: floats(),
    marginDecibels: floats(),
    neededMastMetres: new Int16Array(row.length).fill(-1),
    units: Float64Array.from(row, (one) => unitsAt(premises, one)),
    notSpot: Uint8Array.from(row, (one) => analysis?.rowState[one] ?? ROW_NOT_KNOWN),
    notSpotChance: Uint8Array.from(row, (one) => analysis?.rowChance[one] ?? 0),
  };
}

function write(
  rows: ReachRows,
  i: number,
  given: {
    readonly reached: Reached;
    readonly place: PremisesPlace;
    readonly lonLat: { readonly lon: number; readonly lat: number };
    readonly toDegrees: (x: number, y: number) => [number, number];
  },
): void {
  const { reached, place, lonLat, toDegrees } = given;
  const { reach, points, antennas } = reached;
  rows.quality[i] = REACH_QUALITIES.indexOf(reached.quality);
  rows.reason[i] = REACH_REASONS.indexOf(reached.reason);
  rows.isOnBuilding[i] = place.building >= 0 ? 1 : 0;
  rows.neededMastMetres[i] = reached.served.indexOf(1);
  [rows.lon[i], rows.lat[i]] = [lonLat.lon, lonLat.lat];
  if (reach === null) return;
  const point = points[reach.point];
  if (point.kind !== 'own place') [rows.lon[i], rows.lat[i]] = toDegrees(point.x, point.y);
  rows.seaMetres[i] = antennas[reach.point].metres;
  rows.distanceMetres[i] = reach.distanceMetres;
  rows.clearanceMetres[i] = reach.clearance.metres ?? Number.NaN;
  rows.clearanceFresnel[i] = reach.clearance.fresnel ?? Number.NaN;
  rows.megabitsPerSecond[i] = reach.megabitsPerSecond;
  rows.marginDecibels[i] = reach.marginDecibels;
}

function notesOn(rows: ReachRows, roofs: Roofs | null, faults: ReadonlySet<string>): string[] {
  const notes = [...faults];
  const off = rows.isOnBuilding.reduce((count, isOn) => count + (1 - isOn), 0);
  if (roofs === null && rows.row.length > 0)
    notes.push(
      'No building footprints are loaded: every premises is taken at its own place, which may be in the street beside its roof.',
    );
  else if (off > 0)
    notes.push(
      `${off.toLocaleString('en-GB')} of ${rows.row.length.toLocaleString('en-GB')} rows lie on no footprint and are taken at their own place.`,
    );
  return notes;
}

function* asPart<T>(work: Generator<WorkStep, T>, from: number, share: number): Generator<WorkStep, T> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield { ...next.value, fraction: from + share * next.value.fraction };
  }
}
