import * as v from 'valibot';

/**
 * Longest text within a project, in UTF-16 units: a cell or a header of a CSV may be as long as its longest row, and the
 * project repeats both (column names, values that a layer is filtered by).
 */
const MAX_TEXT = 4_000_000;
/** Most items of a list that people make entries in: files, layers, recipes, plans, barriers, steps of one change. */
const MAX_ENTRIES = 10_000;
/** Most items of a list that a file fills: column names, values, ids. */
const MAX_ITEMS = 1_000_000;

/** A count or a position: a whole number that 32 bits hold. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffffffff));
export const finite = v.pipe(v.number(), v.finite());
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
export const textOrNull = v.nullable(text);
export const optionalText = v.optional(text);

/** A list of entries, 10,000 at most. */
export function entries<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.maxLength(MAX_ENTRIES));
}

/** A list of what a file holds, 1,000,000 at most. */
export function items<const Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.maxLength(MAX_ITEMS));
}
