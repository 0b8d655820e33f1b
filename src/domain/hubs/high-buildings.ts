import { converterFromDegrees } from '../geo/convert-coordinates.ts';
import { polygonBox } from '../geo/geometry.ts';
import type { WorkStep } from '../project/work-step.ts';
import { antennasOn } from '../radio/place-reach.ts';
import type { Antenna } from '../radio/sight-path.ts';
import { heightAt } from '../terrain/sample-height.ts';
import type { RoofsToGather } from './roofs-to-gather.ts';

/** A building that may carry a hub, by its highest point. */
export interface HighBuilding extends Antenna {
  readonly row: number;
}

/** Whether some premises is at most so far from a place, all in metres. */
export type Near = (x: number, y: number, metres: number) => boolean;

/** The highest buildings of each square around, that no listed roof stands on; by row. */
export function* highBuildings(
  { places, model, roofs, listed, question, footprints }: RoofsToGather,
  near: Near,
): Generator<WorkStep, HighBuilding[]> {
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
  const compared: HighBuilding[] = [];
  for (const [i, building] of rows.entries()) {
    if (i % BUILDINGS_A_STEP === 0) yield { what: 'Measuring high buildings', fraction: i / rows.length };
    const [antenna] = antennasOn(roofs.pointsOf(building).slice(0, 1), question.mastMetres);
    if (antenna) compared.push({ ...antenna, row: building });
  }
  return compared;
}

/** Of a building from the nearest premises asked of. */
const MOST_METRES_AWAY = 300;
/** Per square of so many metres so many of the highest buildings are compared. */
const SQUARE_METRES = 100;
const HIGHEST_A_SQUARE = 2;
const POLYGONS_A_STEP = 1000;
const BUILDINGS_A_STEP = 16;

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
