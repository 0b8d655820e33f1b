import type { AreaTable } from '../geo/area-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { cellCount, cellText, type TextColumn } from '../tables/text-column.ts';
import { foldCode } from './answers-from-shares.ts';

/** How premises find their area in a table of shares that has no shapes of its own. */
export type ShareJoin =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'areas'; readonly areas: AreaTable; readonly fileName: string };

/** Cells looked at per column. */
const SAMPLE = 500;
/** Part of a sample that must meet: below it the columns speak of something else. */
const ENOUGH = 0.5;

/**
 * The premises column that holds the shares' codes, else loaded areas that have them; null where neither does. The
 * column with the most matches in an even sample wins, the earlier one on a tie.
 */
export function findShareJoin(
  codes: readonly string[],
  premises: PremisesTable,
  loadedAreas: readonly { areas: AreaTable; fileName: string }[],
): ShareJoin | null {
  const known = new Set(codes.map(foldCode));
  let best: ShareJoin | null = null;
  let most = ENOUGH;
  for (const column of [premises.ids, ...premises.columns]) {
    const met = matching(column, known);
    if (met <= most) continue;
    most = met;
    best = { kind: 'column', name: column.name };
  }
  if (best) return best;
  for (const { areas, fileName } of loadedAreas) {
    const theirs = new Set(areas.codes.map(foldCode));
    const met = codes.filter((code) => theirs.has(foldCode(code))).length;
    if (codes.length > 0 && met / codes.length > ENOUGH) return { kind: 'areas', areas, fileName };
  }
  return null;
}

function matching(column: TextColumn, known: ReadonlySet<string>): number {
  const cells = cellCount(column);
  const stride = Math.max(1, Math.floor(cells / SAMPLE));
  let filled = 0;
  let met = 0;
  for (let row = 0; row < cells; row += stride) {
    const text = cellText(column, row);
    if (text === '') continue;
    filled++;
    if (known.has(foldCode(text))) met++;
  }
  return filled === 0 ? 0 : met / filled;
}
