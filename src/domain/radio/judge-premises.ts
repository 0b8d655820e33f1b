import { converterToDegrees } from '../geo/convert-coordinates.ts';
import { ROW_NOT_KNOWN } from '../not-spots/count-shares.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { LinkEnd } from './link-end.ts';
import { type PremisesPlace, premisesPlace, premisesWithin } from './premises-places.ts';
import { type MastCurve, REACH_QUALITIES, REACH_REASONS, type ReachRows } from './reach-answer.ts';
import { MastCurveBuilder } from './reach-counts.ts';
import type { ReachGround } from './reach-ground.ts';
import { type Reached, reachedAt } from './reached-place.ts';
import { airOf, SightJudge } from './sight-judge.ts';
import type { Antenna } from './sight-path.ts';

/** A site as it stands over the surface, and how far is looked. */
export interface PlacedSite {
  readonly site: LinkEnd;
  readonly antenna: Antenna;
  /** What lies below the antenna. */
  readonly surfaceMetres: number;
  readonly radiusMetres: number;
  readonly mostMastMetres: number;
}

/**
 * Every premises within the radius judged at the best place of its roof, and from which mast it is served. `faults`: what the
 * formulas said that do not hold.
 */
export function* judgePremises(
  { site, antenna, surfaceMetres, radiusMetres, mostMastMetres }: PlacedSite,
  { model, meter, roofs, premises, analysis }: ReachGround,
): Generator<WorkStep, { rows: ReachRows; mast: MastCurve; faults: ReadonlySet<string> }> {
  const { surface } = model;
  const tools = { judge: new SightJudge(surface, airOf(meter)), meter };
  const around = { lon: site.lon, lat: site.lat, radiusMetres };
  const within = yield* asFirst(premisesWithin(premises, surface, around));
  const rows = emptyRows(within, premises, analysis);
  const curve = new MastCurveBuilder(antenna.metres - surfaceMetres, mostMastMetres);
  const siteBuilding = roofs?.at(site.lon, site.lat) ?? -1;
  const foot = { ...antenna, metres: surfaceMetres };
  const known = new Map<number, Reached>();
  const faults = new Set<string>();
  const toDegrees = converterToDegrees(surface.system);
  for (const [i, row] of within.row.entries()) {
    if (i % PREMISES_A_STEP === 0)
      yield { what: 'Looking at each premises', fraction: i / within.row.length };
    const lonLat = { lon: premises.lon[row], lat: premises.lat[row] };
    const place = premisesPlace(lonLat, surface, roofs);
    let reached = known.get(place.building);
    if (!reached) {
      const isOwn = place.building >= 0 && place.building === siteBuilding;
      reached = reachedAt(place, isOwn, { antenna, foot, tools, mostMastMetres });
      // Those of one building have one antenna.
      if (place.building >= 0) known.set(place.building, reached);
    }
    if (reached.reach?.fault) faults.add(reached.reach.fault);
    curve.add(reached.served, rows, i);
    write(rows, i, { reached, place, lonLat, toDegrees });
  }
  return { rows, mast: curve.finish(), faults };
}

const PREMISES_A_STEP = 16;

/** Finding them is nothing beside judging them. */
function* asFirst<T>(work: Generator<WorkStep, T>): Generator<WorkStep, T> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield { ...next.value, fraction: 0 };
  }
}

function emptyRows(
  { row, distanceMetres }: { readonly row: Uint32Array; readonly distanceMetres: Float32Array },
  premises: PremisesTable,
  analysis: ReachGround['analysis'],
): ReachRows {
  const floats = (): Float32Array<ArrayBuffer> => new Float32Array(row.length).fill(Number.NaN);
  return {
    row,
    fileRow: row.map((one) => premises.sourceRow[one]),
    quality: new Uint8Array(row.length),
    reason: new Uint8Array(row.length),
    lon: new Float64Array(row.length),
    lat: new Float64Array(row.length),
    isOnBuilding: new Uint8Array(row.length),
    seaMetres: floats(),
    distanceMetres,
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
  const { metres, fresnel } = reach.clearance;
  if (Number.isFinite(metres)) [rows.clearanceMetres[i], rows.clearanceFresnel[i]] = [metres, fresnel];
  rows.megabitsPerSecond[i] = reach.megabitsPerSecond;
  rows.marginDecibels[i] = reach.marginDecibels;
}
