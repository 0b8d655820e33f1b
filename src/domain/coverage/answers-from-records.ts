import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { cellCount, cellText } from '../tables/text-column.ts';
import { noAnswers } from './answers-from-polygons.ts';
import { setBit } from './bitset.ts';
import type { CrispAnswers } from './layer-answers.ts';
import type { RecordCoverage } from './layer-data.ts';

/** A join of records to premises, with what did not meet. */
export interface RecordJoin {
  readonly answers: CrispAnswers;
  /** Records whose id is no loaded premises. */
  readonly unmatchedRecords: number;
  /** Premises without a record: *not known*. */
  readonly premisesWithoutRecord: number;
  /** Ids that stand more than once with different values: *not known*. */
  readonly ambiguousIds: number;
}

/** Joins per-premises records by id (text, exact after trimming). A premises that the file does not name is *not known*. */
export function joinRecords(records: RecordCoverage, premises: PremisesTable): RecordJoin {
  const values = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (let i = 0; i < cellCount(records.ids); i++) {
    const id = cellText(records.ids, i).trim();
    const earlier = values.get(id);
    if (earlier !== undefined && earlier !== records.values[i]) ambiguous.add(id);
    values.set(id, records.values[i]);
  }
  const answers = noAnswers(premises.count);
  const met = new Set<string>();
  let premisesWithoutRecord = 0;
  for (let i = 0; i < premises.count; i++) {
    const id = premisesCell(premises, premises.ids, i).trim();
    const value = values.get(id);
    if (value === undefined) {
      premisesWithoutRecord++;
      continue;
    }
    met.add(id);
    if (value < 0 || ambiguous.has(id)) continue;
    setBit(answers.known, i);
    if (value === 1) setBit(answers.covered, i);
  }
  return {
    answers,
    unmatchedRecords: values.size - met.size,
    premisesWithoutRecord,
    ambiguousIds: ambiguous.size,
  };
}
