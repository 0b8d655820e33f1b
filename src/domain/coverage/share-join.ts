import type { AreaTable } from '../geo/area-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { idKey } from '../tables/id-key.ts';
import { findKeyJoin, type KeyJoin, type LookupTable } from './key-join.ts';

/** How premises find their area in a table of shares that has no shapes of its own. */
export type ShareJoin =
  | KeyJoin
  | { readonly kind: 'areas'; readonly areas: AreaTable; readonly fileName: string };

/** Part of the codes that loaded areas must have. */
const ENOUGH = 0.5;

/**
 * The premises column that holds the shares' codes, else look-ups that lead to them, else loaded areas that have them;
 * null where nothing does. Shares of a larger country than the areas' are fine: then the areas' codes must be theirs.
 */
export function findShareJoin(
  codes: readonly string[],
  premises: PremisesTable,
  loadedAreas: readonly { areas: AreaTable; fileName: string }[],
  lookups: readonly LookupTable[] = [],
): ShareJoin | null {
  const known = new Set(codes.map(idKey));
  const join = findKeyJoin(known, premises, lookups);
  if (join) return join;
  for (const { areas, fileName } of loadedAreas) {
    const theirs = new Set(areas.codes.map(idKey));
    const met = codes.filter((code) => theirs.has(idKey(code))).length;
    if (met > ENOUGH * Math.min(codes.length, areas.codes.length)) return { kind: 'areas', areas, fileName };
  }
  return null;
}
