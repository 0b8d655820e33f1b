import * as v from 'valibot';
import { count } from './schema-values.ts';

/** Where a run of numbers or bytes lies in the body of a content. */
export const blockSchema = v.strictObject({
  at: count,
  bytes: count,
  items: count,
  as: v.picklist(['bytes', 'u8', 'u16', 'u32', 'i32', 'f64', 'steps']),
});
