import type { Feature, LineString, Point } from 'geojson';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import type { DigGround } from '../../domain/dig/dig-ground.ts';
import { routeLookOf } from '../../stores/derived/dig-looks.ts';
import type { DigRoot } from '../../stores/derived/dig-roots.ts';
import type { StreetStates } from '../../stores/derived/street-states.ts';

/** Every street line, by its street's id. */
export function streetFeatures({ lines, streets }: DigGround): Feature<LineString>[] {
  return Array.from(lines.streetOf, (street, i) =>
    lineFeature(coordinatesOf(lines, i), { street: streets[street].id }),
  );
}

/** Lines of the streets that something is said of; those that follow one another are one, so that dashes run on. */
export function bandFeatures({ lines, streets }: DigGround, states: StreetStates): Feature<LineString>[] {
  const features: Feature<LineString>[] = [];
  let last = { street: -1, line: [] as number[][] };
  for (const [i, street] of lines.streetOf.entries()) {
    const state = states.get(streets[street].id);
    if (!state) continue;
    const line = coordinatesOf(lines, i);
    if (last.street === street && isSame(last.line.at(-1), line[0])) {
      last.line.push(...line.slice(1));
      continue;
    }
    last = { street, line };
    features.push(lineFeature(line, { state }));
  }
  return features;
}

function isSame(one: number[] | undefined, other: number[]): boolean {
  return one?.[0] === other[0] && one[1] === other[1];
}

/** A sign in the middle of the line of most corners of each such street. */
export function signFeatures({ lines, streets }: DigGround, states: StreetStates): Feature<Point>[] {
  const longest = new Map<number, number>();
  for (const [i, street] of lines.streetOf.entries()) {
    if (!states.has(streets[street].id)) continue;
    const best = longest.get(street);
    if (best === undefined || spanOf(lines, i) > spanOf(lines, best)) longest.set(street, i);
  }
  return [...longest].map(([street, i]) => {
    const along = coordinatesOf(lines, i);
    const at = Math.floor((along.length - 1) / 2);
    const [a, b] = [along[at], along[Math.min(along.length - 1, at + 1)]];
    const middle = along.length % 2 === 1 ? a : [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    return pointFeature(middle, { state: states.get(streets[street].id) });
  });
}

/** The pieces of a route. */
export function routeFeatures({ pieces }: Pick<DigResult, 'pieces'>): Feature<LineString>[] {
  return pieces
    .filter(({ line }) => line.length >= 4)
    .map((piece) => lineFeature(pairsOf(piece.line), { look: routeLookOf(piece), street: piece.street }));
}

/** Premises that are served and missed. */
export function resultPlaces({ served, missed }: Pick<DigResult, 'served' | 'missed'>): Feature<Point>[] {
  return [
    ...served.map(({ lon, lat }) => pointFeature([lon, lat], { state: 'served' })),
    ...missed.map(({ lon, lat }) => pointFeature([lon, lat], { state: 'missed' })),
  ];
}

/** Premises that are asked for. */
export function askedPlaces(lon: Float64Array, lat: Float64Array): Feature<Point>[] {
  return Array.from(lon, (at, i) => pointFeature([at, lat[i]], { state: 'asked' }));
}

/** Fibre points: those that a route begins at or, before there is one, those that it may begin at, stand out. */
export function rootFeatures(
  roots: readonly DigRoot[],
  result: Pick<DigResult, 'roots'> | null,
): Feature<Point>[] {
  const used = result && new Set(result.roots.map(({ id }) => id));
  return roots.map(({ point: { id, name, lon, lat }, isChosen }) =>
    pointFeature([lon, lat], { id, name, look: (used ? used.has(id) : isChosen) ? 'root-used' : 'root' }),
  );
}

/** Corners of a shape by number, and the line through them: closed from three on. */
export function shapeFeatures(corners: readonly (readonly [number, number])[]): Feature[] {
  const points = corners.map((corner, i) => pointFeature([...corner], { number: i + 1 }));
  if (corners.length < 2) return points;
  const ring = corners.length > 2 ? [...corners, corners[0]] : corners;
  return [
    lineFeature(
      ring.map((corner) => [...corner]),
      {},
    ),
    ...points,
  ];
}

type Pairs = DigGround['lines'];

function coordinatesOf({ starts, lonLat }: Pairs, line: number): number[][] {
  return pairsOf(lonLat.subarray(2 * starts[line], 2 * starts[line + 1]));
}

function spanOf({ starts, lonLat }: Pairs, line: number): number {
  const from = 2 * starts[line];
  const to = 2 * starts[line + 1] - 2;
  return Math.hypot(lonLat[to] - lonLat[from], lonLat[to + 1] - lonLat[from + 1]);
}

function pairsOf(flat: ArrayLike<number>): number[][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}

function lineFeature(coordinates: number[][], properties: Record<string, unknown>): Feature<LineString> {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
}

function pointFeature(coordinates: number[], properties: Record<string, unknown>): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates } };
}
