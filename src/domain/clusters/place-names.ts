import Flatbush from 'flatbush';
import type { Box, Lines, Points } from '../geo/geometry.ts';
import { metresPerDegree } from '../quality/metres.ts';

/** Named streets (lines, outlines) and places (points) of loaded context files. Item i is called names[i]. */
export interface NamedShapes {
  readonly names: readonly string[];
  readonly lines: Lines;
  readonly points: Points & { readonly names: readonly string[] };
}

/** Streets and places found by where they are. */
export interface PlaceNames {
  readonly index: Flatbush | null;
  readonly shapes: NamedShapes;
}

/** Makes named shapes ready to be asked. */
export function placeNames(shapes: NamedShapes): PlaceNames {
  const { lines, points } = shapes;
  const count = shapes.names.length + points.names.length;
  if (count === 0) return { index: null, shapes };
  const index = new Flatbush(count);
  for (let i = 0; i < shapes.names.length; i++) {
    const box = lineBox(lines, i);
    index.add(box[0], box[1], box[2], box[3]);
  }
  for (let i = 0; i < points.names.length; i++) index.add(points.lon[i], points.lat[i]);
  index.finish();
  return { index, shapes };
}

/**
 * The name of the street or place nearest to a point in degrees, at most `withinMetres` away: to the line itself, not to
 * its box. Of equally near ones the first by letter. null where there is none. Distances on a plane at the point, within
 * 0.6 % for a kilometre.
 */
export function nearestName(
  places: PlaceNames,
  at: { readonly lon: number; readonly lat: number },
  withinMetres: number,
): string | null {
  return nearestNamed(places, at, withinMetres)?.name ?? null;
}

/** The same with how far away it is. */
export function nearestNamed(
  { index, shapes }: PlaceNames,
  { lon, lat }: { readonly lon: number; readonly lat: number },
  withinMetres: number,
): { readonly name: string; readonly metres: number } | null {
  if (!index) return null;
  const metres = metresPerDegree(lat);
  const [dx, dy] = [withinMetres / metres.east, withinMetres / metres.north];
  let best: string | null = null;
  let nearest = withinMetres;
  const streets = shapes.names.length;
  for (const item of index.search(lon - dx, lat - dy, lon + dx, lat + dy)) {
    const name = item < streets ? shapes.names[item] : shapes.points.names[item - streets];
    const away =
      item < streets
        ? lineDistance(shapes.lines, item, { lon, lat, metres })
        : pointDistance(shapes.points, item - streets, { lon, lat, metres });
    if (away > nearest || (away === nearest && best !== null && best <= name)) continue;
    nearest = away;
    best = name;
  }
  return best === null ? null : { name: best, metres: nearest };
}

interface Place {
  readonly lon: number;
  readonly lat: number;
  readonly metres: { readonly east: number; readonly north: number };
}

function pointDistance(points: Points, i: number, { lon, lat, metres }: Place): number {
  return Math.hypot((points.lon[i] - lon) * metres.east, (points.lat[i] - lat) * metres.north);
}

function lineDistance({ coordinates, lineStarts }: Lines, line: number, at: Place): number {
  const x = (vertex: number): number => (coordinates[2 * vertex] - at.lon) * at.metres.east;
  const y = (vertex: number): number => (coordinates[2 * vertex + 1] - at.lat) * at.metres.north;
  let least = Math.hypot(x(lineStarts[line]), y(lineStarts[line]));
  for (let i = lineStarts[line] + 1; i < lineStarts[line + 1]; i++) {
    const [ax, ay] = [x(i - 1), y(i - 1)];
    const [dx, dy] = [x(i) - ax, y(i) - ay];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
    least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return least;
}

function lineBox({ coordinates, lineStarts }: Lines, line: number): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = lineStarts[line]; i < lineStarts[line + 1]; i++) {
    west = Math.min(west, coordinates[2 * i]);
    east = Math.max(east, coordinates[2 * i]);
    south = Math.min(south, coordinates[2 * i + 1]);
    north = Math.max(north, coordinates[2 * i + 1]);
  }
  return [west, south, east, north];
}
