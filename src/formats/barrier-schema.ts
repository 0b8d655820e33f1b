import * as v from 'valibot';
import { sourceSchema } from './dataset-schema.ts';
import { entries, finite, items, optionalText, text, textOrNull } from './schema-values.ts';

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

/** One lever as a project holds it. */
export const leverSchema = v.strictObject({
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
