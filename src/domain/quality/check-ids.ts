import type { WorkStep } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import { firstRowsInSteps } from '../tables/repeated-cells.ts';
import type { TextColumn } from '../tables/text-column.ts';
import type { QualityCheck } from './quality-input.ts';
import { MOST_PLACES, type QualityNote } from './quality-note.ts';
import { rowPlaces } from './row-places.ts';

/** Ids that stand on several rows: at the same point (counted once already) or at another one (counted twice). */
export const checkIds: QualityCheck = function* ({ placed }) {
  const idColumn = placed?.dataset.roles.id;
  if (!placed || idColumn === undefined) return [];
  const { premises, dataset, issues } = placed;
  const { ids } = premises;
  const firstRows = yield* firstRowsSaid(ids);
  const rowOfSource = new Map<number, number>();
  const twice: number[] = [];
  const used = new Uint8Array(firstRows.length);
  for (let row = 0; row < premises.count; row++) {
    const source = premises.sourceRow[row];
    used[source] = 1;
    const first = firstRows[source];
    if (first === source || ids.offsets[source] === ids.offsets[source + 1]) continue;
    twice.push(row);
    rowOfSource.set(first, -1);
  }
  const leftOut = issues.find((issue) => issue.code === 'DUPLICATE_ID' && issue.outcome === 'left-out');
  if (leftOut)
    for (let source = 0; source < firstRows.length && rowOfSource.size < 4 * MOST_PLACES; source++)
      if (!used[source] && firstRows[source] !== source && used[firstRows[source]])
        rowOfSource.set(firstRows[source], -1);
  const repeatedAt: number[] = [];
  for (let row = 0; row < premises.count; row++) {
    const source = premises.sourceRow[row];
    if (!rowOfSource.has(source)) continue;
    rowOfSource.set(source, row);
    repeatedAt.push(row);
  }
  const notes: QualityNote[] = [];
  const of = { of: dataset.rows, contentIds: [dataset.contentId] };
  if (leftOut) {
    notes.push({
      kind: 'repeated-id',
      count: leftOut.count,
      ...of,
      text: `${counted(leftOut.count, 'row')} of ${dataset.fileName} repeat an earlier ${idColumn} at the same point.`,
      effect: `Each is counted once: ${counted(leftOut.count, 'row')} fewer than the file has.`,
      places: rowPlaces(premises, repeatedAt),
    });
  }
  if (twice.length > 0) {
    const pairs = twice.flatMap((row) => {
      const first = rowOfSource.get(firstRows[premises.sourceRow[row]]);
      return first === undefined || first < 0 ? [row] : [row, first];
    });
    notes.push({
      kind: 'id-at-two-places',
      count: twice.length,
      ...of,
      text: `${counted(twice.length, 'row')} of ${dataset.fileName} repeat an earlier ${idColumn} at another point.`,
      effect: `All are counted: ${counted(twice.length, 'row')} may be counted twice. Find out which place is right.`,
      places: rowPlaces(premises, [...new Set(pairs)], (id) => `${id}, one of its places`),
    });
  }
  return notes;
};

function* firstRowsSaid(ids: TextColumn): Generator<WorkStep, Uint32Array> {
  const steps = firstRowsInSteps(ids);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { what: 'Looking for repeated ids', fraction: step.value };
  }
}
