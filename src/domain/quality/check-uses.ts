import { CHUNK_ROWS } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import { columnNamed } from '../tables/source-table.ts';
import type { QualityCheck } from './quality-input.ts';
import { evenly, rowPlaces } from './row-places.ts';

/** Rows whose use (home, business …) is blank, where a column tells uses. */
export const checkUses: QualityCheck = function* ({ placed }) {
  const name = placed?.dataset.roles.use;
  const column = placed && name !== undefined ? columnNamed(placed.premises.columns, name) : undefined;
  if (!placed || !column) return [];
  const { premises, dataset } = placed;
  const blank: number[] = [];
  for (let row = 0; row < premises.count; row++) {
    if (row % CHUNK_ROWS === 0) yield { what: 'Looking at uses', fraction: row / premises.count };
    const source = premises.sourceRow[row];
    if (column.offsets[source] === column.offsets[source + 1]) blank.push(row);
  }
  if (blank.length === 0) return [];
  return [
    {
      kind: 'use-blank',
      count: blank.length,
      of: premises.count,
      text: `${blank.length.toLocaleString('en-GB')} of ${counted(premises.count, 'row')} say nothing in "${column.name}".`,
      effect: `They are in the totals, but in no count of homes, businesses or public buildings: ${counted(blank.length, 'row')}.`,
      places: rowPlaces(premises, evenly(blank)),
      contentIds: [dataset.contentId],
    },
  ];
};
