import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import { idKey, isRepairedId, isRoundedId } from '../tables/id-key.ts';
import { cellCount, cellText } from '../tables/text-column.ts';
import { noAnswers } from './answers-from-polygons.ts';
import { setBit } from './bitset.ts';
import type { CrispAnswers } from './layer-answers.ts';
import type { RecordCoverage } from './layer-data.ts';

/** Records by the key of their id, for joins. */
export interface RecordIndex {
  /** First row of each key. */
  readonly rows: ReadonlyMap<string, number>;
  readonly values: Int8Array;
  /** By first row: 1 where the key stands again with another value. */
  readonly differs: Uint8Array;
  /** Ids that a spreadsheet rounded ("1.00023E+11"): never joined. */
  readonly roundedIds: number;
  /** Ids joined without padding zeros or a ".0". */
  readonly repairedIds: number;
}

/** A join of records to premises, with what did not meet. */
export interface RecordJoin {
  readonly answers: CrispAnswers;
  /** Records whose id is no loaded premises, and the first few of them. */
  readonly unmatchedRecords: number;
  readonly unmatched: readonly string[];
  /** Premises without a record: *not known*; the first few rows of them. */
  readonly premisesWithoutRecord: number;
  readonly rowsWithout: readonly number[];
  /** Rows that came to no key at all, ascending. */
  readonly rowsWithoutKey: readonly number[];
  /** Ids that stand more than once with different values: *not known*. The first few of them too. */
  readonly ambiguousIds: number;
  readonly ambiguous: readonly string[];
}

/** Ids shown of each kind. */
const MOST_SHOWN = 5;

/** Reads the ids of records, compared by `idKey`. Yields between chunks. */
export function* indexRecords(records: RecordCoverage): Generator<WorkStep, RecordIndex> {
  const count = cellCount(records.ids);
  const rows = new Map<string, number>();
  const differs = new Uint8Array(count);
  let roundedIds = 0;
  let repairedIds = 0;
  for (let i = 0; i < count; i++) {
    if (i % CHUNK_ROWS === 0) yield { what: 'Reading ids', fraction: i / count };
    const text = cellText(records.ids, i);
    const id = idKey(text);
    if (id === '') {
      if (isRoundedId(text)) roundedIds++;
      continue;
    }
    if (id.length !== text.length && isRepairedId(text)) repairedIds++;
    const first = rows.get(id);
    if (first === undefined) rows.set(id, i);
    else if (records.values[first] !== records.values[i]) differs[first] = 1;
  }
  return { rows, values: records.values, differs, roundedIds, repairedIds };
}

/**
 * Joins per-premises records by id: by the premises' own ids, or by the key that `keyAt` gives for a row (folded; ''
 * none). A premises that the file does not name is *not known*. Yields between chunks.
 */
export function* joinRecords(
  records: RecordIndex,
  premises: PremisesTable,
  keyAt: (row: number) => string = (row) => idKey(premisesCell(premises, premises.ids, row)),
): Generator<WorkStep, RecordJoin> {
  const answers = noAnswers(premises.count);
  const met = new Uint8Array(records.values.length);
  const rowsWithout: number[] = [];
  const rowsWithoutKey: number[] = [];
  let premisesWithoutRecord = 0;
  let metRecords = 0;
  for (let i = 0; i < premises.count; i++) {
    if (i % CHUNK_ROWS === 0) yield { what: 'Joining by id', fraction: i / premises.count };
    const id = keyAt(i);
    if (id === '') rowsWithoutKey.push(i);
    const row = records.rows.get(id);
    if (row === undefined) {
      premisesWithoutRecord++;
      if (rowsWithout.length < MOST_SHOWN) rowsWithout.push(i);
      continue;
    }
    if (met[row] === 0) {
      met[row] = 1;
      metRecords++;
    }
    const value = records.values[row];
    if (value < 0 || records.differs[row] === 1) continue;
    setBit(answers.known, i);
    if (value === 1) setBit(answers.covered, i);
  }
  return {
    answers,
    unmatchedRecords: records.rows.size - metRecords,
    unmatched: firstWhere(records, (row) => met[row] === 0),
    premisesWithoutRecord,
    rowsWithout,
    rowsWithoutKey,
    ambiguousIds: records.differs.reduce((sum, one) => sum + one, 0),
    ambiguous: firstWhere(records, (row) => records.differs[row] === 1),
  };
}

function firstWhere({ rows }: RecordIndex, isWanted: (row: number) => boolean): string[] {
  const shown: string[] = [];
  for (const [id, row] of rows) {
    if (shown.length === MOST_SHOWN) break;
    if (isWanted(row)) shown.push(id);
  }
  return shown;
}
