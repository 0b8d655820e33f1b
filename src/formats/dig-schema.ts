import * as v from 'valibot';
import { COST_PARTS } from '../domain/cost/cost-parts.ts';
import { METHODS } from '../domain/cost/rate-card.ts';
import { FIBRE_POINT_KINDS } from '../domain/streets/fibre-point.ts';
import { CROSSINGS, EDGE_KINDS, SIDES } from '../domain/streets/street-network.ts';
import { SURFACES } from '../domain/streets/surface.ts';
import { barrierSchema } from './barrier-schema.ts';
import { number } from './figure-schema.ts';
import { count, entries, items, text, textOrNull } from './schema-values.ts';
import { selectionSchema } from './selection-schema.ts';

export const lon = number({ low: -180, high: 180, unit: 'degrees' });
export const lat = number({ low: -90, high: 90, unit: 'degrees' });
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const metres = amount;
const pence = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const spread = v.pipe(
  v.strictObject({ low: pence, mid: pence, high: pence }),
  v.check(({ low, mid, high }) => low <= mid && mid <= high, 'low ≤ mid ≤ high belongs here'),
);
const date = v.pipe(text, v.isoDate('a day as 2026-11-27 belongs here'));

/** A place that fibre can come from. */
const fibrePoint = v.strictObject({
  id: text,
  name: text,
  kind: v.picklist(FIBRE_POINT_KINDS),
  lon,
  lat,
  owner: textOrNull,
});

/** What digs and plans are both asked. */
export const askedParts = {
  selection: selectionSchema,
  premisesContentId: text,
  onlyNotSpots: v.boolean(),
  rootIds: items(text),
  ownRoots: entries(fibrePoint),
  blocked: items(text),
  forced: items(text),
  worksFrom: date,
  passed: v.variant('kind', [
    v.strictObject({ kind: v.literal('within'), metres }),
    v.strictObject({ kind: v.literal('with a lead-in') }),
  ]),
  takeUpPercent: number({ low: 0, high: 100, unit: 'per cent' }),
};

const question = v.strictObject({
  ...askedParts,
  aim: v.variant('kind', [
    v.strictObject({ kind: v.literal('serve all') }),
    v.strictObject({ kind: v.literal('serve what is worth it'), pencePerPremises: pence }),
    v.strictObject({ kind: v.literal('serve within a budget'), pence }),
  ]),
  lifted: items(v.strictObject({ street: text, reason: text })),
});

const part = v.strictObject({
  what: v.picklist(COST_PARTS.map(({ what }) => what)),
  pence: spread,
  isYearly: v.boolean(),
});

const piece = v.strictObject({
  kind: v.picklist(EDGE_KINDS),
  street: textOrNull,
  streetName: textOrNull,
  side: v.picklist(SIDES),
  surface: v.picklist(SURFACES),
  method: v.nullable(v.picklist(METHODS)),
  crossing: v.picklist(CROSSINGS),
  metres,
  poles: count,
  line: v.pipe(
    items(v.pipe(v.number(), v.finite())),
    v.check((line) => isLine(line), 'lon, lat, lon, lat … in degrees belong here'),
  ),
  barriers: items(text),
  parts: entries(part),
});

/** A point with premises. */
export const placeParts = { ids: items(text), units: count, lon, lat };

/** The answer to a dig's question. */
export const digResultSchema = v.strictObject({
  pieces: items(piece),
  roots: entries(fibrePoint),
  served: items(v.strictObject(placeParts)),
  missed: items(
    v.strictObject({
      ...placeParts,
      reason: v.picklist([
        'no street near',
        'street not joined to a root',
        'not worth it',
        'beyond the budget',
      ]),
      nearestStreet: textOrNull,
      nearestMetres: v.nullable(metres),
      behind: v.exactOptional(v.strictObject({ street: text, streetName: textOrNull, until: textOrNull })),
    }),
  ),
  passedUnits: count,
  barriers: items(barrierSchema),
  detours: items(
    v.strictObject({
      street: text,
      streetName: textOrNull,
      barrier: text,
      until: textOrNull,
      pence: v.pipe(v.number(), v.safeInteger()),
    }),
  ),
  searchedPence: pence,
  lowerBoundPence: pence,
  unit: v.optional(v.picklist(['premises', 'postcodes', 'households'])),
  mostUnits: v.nullable(count),
  isQuick: v.boolean(),
  work: v.strictObject({
    spent: amount,
    limit: amount,
    trees: count,
    nodesLeft: count,
    edgesLeft: count,
    isStoppedEarly: v.boolean(),
  }),
  madeOf: v.strictObject({ contents: entries(text), rates: text }),
  notes: entries(text),
});

/** A dig as a project keeps it. */
export const digSchema = v.strictObject({
  id: text,
  name: text,
  question,
  result: v.nullable(digResultSchema),
});

function isLine(line: readonly number[]): boolean {
  return line.length % 2 === 0 && line.every((degrees, i) => Math.abs(degrees) <= (i % 2 === 0 ? 180 : 90));
}
