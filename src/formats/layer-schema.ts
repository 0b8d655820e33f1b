import * as v from 'valibot';
import { columnReading, sourceSchema } from './dataset-schema.ts';
import { finite, text, textOrNull } from './schema-values.ts';

const extent = v.variant('kind', [
  v.strictObject({ kind: v.literal('assumed') }),
  v.strictObject({ kind: v.literal('all-wards') }),
  v.strictObject({ kind: v.literal('areas'), contentId: text }),
  v.strictObject({ kind: v.literal('everywhere') }),
]);

/** One layer as the project describes it. */
export const layerSchema = v.strictObject({
  ...columnReading,
  id: text,
  key: v.pipe(text, v.regex(/^[A-Za-z0-9_-]+$/)),
  name: text,
  contentId: text,
  atLeast: v.optional(v.nullable(finite)),
  joinColumn: textOrNull,
  definition: text,
  source: sourceSchema,
  extent,
  confidential: v.boolean(),
});
