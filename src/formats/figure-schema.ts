import * as v from 'valibot';
import { type FigureLimit, limitWords } from '../domain/project/figure-limit.ts';
import { sourceSchema } from './dataset-schema.ts';

/** A number within its limit; says which. */
export function number(limit: FigureLimit) {
  const said = `${limitWords(limit)} belongs here`;
  return v.pipe(
    v.number(said),
    v.finite(said),
    v.minValue(limit.low, said),
    v.maxValue(limit.high, said),
    v.check((value) => !limit.whole || Number.isInteger(value), said),
  );
}

/** A figure with its source; null: assumed. */
export function sourced<const Value extends v.GenericSchema>(value: Value) {
  return v.strictObject({ value, source: v.nullable(sourceSchema) });
}
