import { FINGERPRINT_COLUMNS } from '../domain/project/fingerprints.ts';
import { writeCsv } from './csv.ts';
import type { DigColumn } from './dig-columns.ts';

/** A table as CSV with what is told of it in columns behind its own; what is long stands on the first line alone. */
export function toldTable<Item>(
  columns: readonly DigColumn<Item>[],
  items: readonly Item[],
  told: Readonly<Record<string, string>>,
): string {
  return writeCsv(
    [...columns.map(([name]) => name), ...Object.keys(told)],
    items.map((item, at) => [
      ...columns.map(([, cell]) => cell(item, at)),
      ...Object.entries(told).map(([name, value]) => (at > 0 && ONCE.has(name) ? null : value)),
    ]),
  );
}

const ONCE: ReadonlySet<string> = new Set([
  'lacks',
  'notes',
  'sources',
  'plan_made_of',
  ...FINGERPRINT_COLUMNS,
]);
