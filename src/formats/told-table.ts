import { writeCsv } from './csv.ts';
import type { DigCell, DigColumn } from './dig-columns.ts';

/**
 * A table as CSV with what is told of it in columns behind its own: a few short words that know a line again on each, all else
 * on the first alone. A record is one line of text: line ends within cells are blanks.
 */
export function toldTable<Item>(
  columns: readonly DigColumn<Item>[],
  items: readonly Item[],
  told: Readonly<Record<string, string>>,
): string {
  return writeCsv(
    [...columns.map(([name]) => name), ...Object.keys(told)],
    items.map((item, at) => [
      ...columns.map(([, cell]) => oneLine(cell(item, at))),
      ...Object.entries(told).map(([name, value]) => (at === 0 || ON_EACH.has(name) ? oneLine(value) : null)),
    ]),
  );
}

/** By which a line is known again when it is cut out of its file. */
const ON_EACH: ReadonlySet<string> = new Set(['plan', 'design', 'made_on', 'remark']);

function oneLine(cell: DigCell): DigCell {
  return typeof cell === 'string' ? cell.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' ') : cell;
}
