import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../not-spots/count-shares.ts';
import type { ComparedRows, ListedRows } from './rows-question.ts';

/** The rows of two counts' answers (ROW_… per row) that are asked for; of a count's not-spots, a chance may count. */
export function comparedRows(
  { which, place, uses }: Pick<ComparedRows, 'which' | 'place' | 'uses'>,
  before: Uint8Array,
  after: Uint8Array,
): ListedRows {
  const rows: number[] = [];
  const mayCount = new Set<number>();
  const asked = new Set(which);
  const isNone = (state: number): boolean => state === ROW_NO || state === ROW_NOT_KNOWN;
  for (let row = 0; row < before.length; row++) {
    const [was, is] = [before[row], after[row]];
    const sure =
      (asked.has('became') && isNone(was) && is === ROW_YES) ||
      (asked.has('ceased') && was === ROW_YES && isNone(is)) ||
      (asked.has('before') && was === ROW_YES) ||
      (asked.has('after') && is === ROW_YES);
    const open = (asked.has('before') && was === ROW_SHARE) || (asked.has('after') && is === ROW_SHARE);
    if (!sure && !open) continue;
    rows.push(row);
    if (!sure) mayCount.add(row);
  }
  return { kind: 'listed', rows, place, mayCount, ...(uses ? { uses } : {}) };
}
