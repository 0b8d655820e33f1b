import * as v from 'valibot';
import type { Polygons } from '../domain/geo/geometry.ts';
import { count, finite, items, text } from './schema-values.ts';

/** In JSON a list of numbers; in memory a flat array. Takes either. */
const counts = v.pipe(
  v.union([v.instance(Uint32Array), items(count)]),
  v.transform((numbers): Uint32Array => Uint32Array.from(numbers)),
);
const coordinates = v.pipe(
  v.union([v.instance(Float64Array), items(finite)]),
  v.transform((numbers): Float64Array => Float64Array.from(numbers)),
);

const polygons = v.pipe(
  v.strictObject({ coordinates, ringStarts: counts, polygonStarts: counts }),
  v.check(isWhole, 'The rings of a shape do not fill its coordinates'),
  v.check(({ coordinates }) => coordinates.every(isOnEarth), 'A place of a shape is not on Earth'),
);

/** A way to name premises. */
export const selectionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('ward'), code: text }),
  v.strictObject({ kind: v.literal('cluster'), clusterId: text, rows: counts }),
  v.strictObject({ kind: v.literal('shape'), shape: polygons }),
  v.strictObject({ kind: v.literal('list'), ids: items(text) }),
]);

function isWhole({ coordinates, ringStarts, polygonStarts }: Polygons): boolean {
  return fills(ringStarts, coordinates.length / 2) && fills(polygonStarts, ringStarts.length - 1);
}

/** Longitudes (at even places) to 180°, latitudes to 90°. */
function isOnEarth(degrees: number, i: number): boolean {
  return Math.abs(degrees) <= (i % 2 === 0 ? 180 : 90);
}

/** Starts that ascend from 0 to `end`. */
function fills(starts: Uint32Array, end: number): boolean {
  return (
    starts[0] === 0 &&
    starts[starts.length - 1] === end &&
    starts.every((start, i) => i === 0 || start >= starts[i - 1])
  );
}
