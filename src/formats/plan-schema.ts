import * as v from 'valibot';
import type { Polygons } from '../domain/geo/geometry.ts';
import { sourceSchema } from './dataset-schema.ts';
import { count, entries, finite, items, optionalText, text, textOrNull } from './schema-values.ts';

const range = v.pipe(
  v.strictObject({
    low: finite,
    mid: finite,
    high: finite,
    unit: text,
    basis: v.picklist(['measured', 'published', 'modelled', 'assumed']),
  }),
  v.check(({ low, mid, high }) => low <= mid && mid <= high, 'A range needs low ≤ mid ≤ high'),
);

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

const barrierKind = v.picklist([
  'wayleave',
  'planning prior approval',
  'listed building or conservation area',
  'business rates',
  'road-works restriction',
  'lane rental',
  'permit',
  'traffic-sensitive street',
  'crossing',
  'no power',
  'spectrum',
  'missing demand',
]);

/** One barrier as a project holds it. */
export const barrierSchema = v.strictObject({
  id: text,
  kind: barrierKind,
  place: text,
  owner: text,
  effect: v.strictObject({ pounds: v.nullable(range), weeks: v.nullable(range), forbids: v.boolean() }),
  from: textOrNull,
  until: textOrNull,
  hours: optionalText,
  crosses: optionalText,
  source: v.nullable(sourceSchema),
});

const lever = v.strictObject({
  id: text,
  kind: v.picklist([
    'council-roof access',
    'standard wayleave',
    'rates relief',
    'planning reform',
    'permit waiver',
    'dig-once',
    'spectrum sharing',
    'voucher',
    'top-up',
    'demand aggregation',
  ]),
  removes: entries(barrierKind),
  // Levers of forms 1 to 3 were for all places.
  places: v.optional(v.nullable(items(text)), null),
  owner: text,
  cost: v.nullable(range),
  from: textOrNull,
  until: textOrNull,
  source: v.nullable(sourceSchema),
});

/** A way of fixing the not-spots of a selection. */
export const planSchema = v.strictObject({
  id: text,
  name: text,
  selection: selectionSchema,
  barriers: entries(barrierSchema),
  levers: entries(lever),
});

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
