import type { FileRefused } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { ByteSource } from './byte-source.ts';

/** Most rows of a table. All postcodes of the United Kingdom, live and ended, are about half of that. */
const MAX_ROWS = 5_000_000;
/** Where reading stops all the same, when the first rows have misled or the file is packed. */
export const MAX_ROWS_COUNTED = MAX_ROWS * 1.25;
/** Most memory that the columns of a table may take: their text, and four bytes a cell. */
const MAX_TABLE_BYTES = 1_200_000_000;

/**
 * Refuses a table that will not fit by the look of its first rows, before it is read. `columns`: how many it has. As
 * this is a guess, a quarter more rows are taken when they are counted.
 */
export function refuseByEstimate(source: ByteSource, columns: number): void {
  if (source.isGzip || source.headIsAll) return;
  const { head, size } = source;
  const lines = rowEnds(head);
  if (lines < 10) return;
  const rows = (size / head.length) * lines;
  if (rows > MAX_ROWS) throw tooManyRows(source, rows);
  const bytes = size + rows * columns * OFFSET_BYTES;
  if (bytes > MAX_TABLE_BYTES) {
    const message = `${source.name} would take about ${(bytes / 1e9).toFixed(1)} GB of memory, more than fits (${MAX_TABLE_BYTES / 1e9} GB). Cut it to your area, or leave columns out.`;
    throw refuseFile(source, [{ code: 'TOO_LARGE', message }]);
  }
}

/** The refusal of a table of more rows than are taken. `estimate`: about how many it has, where that is known. */
export function tooManyRows(source: { name: string; size: number }, estimate?: number): FileRefused {
  const rows = estimate ? `about ${Math.round(estimate / 1_000_000)} million rows` : 'too many rows';
  const message = `${source.name} has ${rows}; the limit is ${MAX_ROWS / 1_000_000} million. Cut it to your area and load it again.`;
  return refuseFile(source, [{ code: 'TOO_LARGE', message }]);
}

/** Line ends outside quotes. */
function rowEnds(head: Uint8Array): number {
  let ends = 0;
  let inQuotes = false;
  for (let at = 0; at < head.length; at++) {
    if (head[at] === QUOTE) inQuotes = !inQuotes;
    else if (!inQuotes && (head[at] === LF || (head[at] === CR && head[at + 1] !== LF))) ends++;
  }
  return ends;
}

const OFFSET_BYTES = 4;
const QUOTE = 34;
const LF = 10;
const CR = 13;
