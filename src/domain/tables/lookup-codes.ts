import { idKey } from './id-key.ts';
import { cellCount, cellText, type TextColumn } from './text-column.ts';

/** Codes by key of a look-up table. */
export interface LookupCodes {
  readonly codeOf: ReadonlyMap<string, string>;
  /** Keys that stand with two different codes: which one is meant cannot be known, so they lead nowhere. */
  readonly ambiguous: ReadonlySet<string>;
}

/** Reads `codes` by `keys` (columns of one table), both folded by `idKey`. A key that repeats with one code is one key. */
export function lookupCodes(keys: TextColumn, codes: TextColumn): LookupCodes {
  const codeOf = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (let row = 0; row < cellCount(keys); row++) {
    const key = idKey(cellText(keys, row));
    const code = idKey(cellText(codes, row));
    if (key === '' || code === '') continue;
    const earlier = codeOf.get(key);
    if (earlier === undefined) codeOf.set(key, code);
    else if (earlier !== code) ambiguous.add(key);
  }
  for (const key of ambiguous) codeOf.delete(key);
  return { codeOf, ambiguous };
}
