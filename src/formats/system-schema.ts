import * as v from 'valibot';
import { text, textOrNull } from './schema-values.ts';

/** A coordinate system as a content names it. */
export const systemSchema = v.strictObject({
  kind: v.picklist(['degrees', 'british-national-grid', 'irish-grid', 'web-mercator', 'other']),
  name: text,
  epsg: v.nullable(v.number()),
  definition: textOrNull,
});
