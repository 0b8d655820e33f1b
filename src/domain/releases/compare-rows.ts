import { yesNoOf } from '../coverage/records-from-table.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import { profileColumn } from '../tables/column-profile.ts';
import { idKey } from '../tables/id-key.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import { ChangeTally } from './change-tally.ts';
import { columnPairs, type NamedPair, wordsFor } from './column-pairs.ts';
import { type ColumnRule, compareKeys, textRule } from './compare-column.ts';
import { type Compared, comparedOf, mostTelling } from './compared.ts';
import { type ColumnOutcomes, noOutcomes } from './comparison.ts';
import { keyRows } from './key-rows.ts';
import { keyColumn, type Release, type ReleaseInput } from './release-input.ts';

/** Compares releases that have a row for each key: records, premises, tables. Yields between chunks. */
export function* compareRows(input: ReleaseInput): Generator<WorkStep, Compared> {
  const { before, after, placed } = input;
  const keysBefore = yield* keyRows(keyColumn(before));
  yield { what: `Reading ${after.dataset.fileName}`, fraction: 0 };
  const keysAfter = yield* keyRows(keyColumn(after));
  yield { what: 'Comparing the columns', fraction: 0 };
  const pairs = columnPairs(before.dataset, after.dataset);
  const columns: ColumnOutcomes[] = [];
  const rules = new Map<string, ColumnRule>();
  for (const [i, pair] of pairs.entries()) {
    const columnsOf = columnsOfPair(pair, before.table, after.table);
    if (!columnsOf) continue;
    const rule = textRule(columnsOf);
    rules.set(pair.after, rule);
    const counts = noOutcomes();
    let seen = 0;
    for (const { outcome } of compareKeys(keysBefore, keysAfter, rule)) {
      counts[outcome]++;
      if (++seen % CHUNK_ROWS === 0)
        yield { what: `Comparing ${pair.after}`, fraction: (i + 0.5) / (pairs.length + 1) };
    }
    columns.push({ column: pair.after, kind: columnsOf.kind, counts });
    yield { what: `Comparing ${pair.after}`, fraction: (i + 1) / (pairs.length + 1) };
  }
  const column = input.column ?? mostTelling(columns);
  const pair = pairs.find((one) => one.after === column) ?? null;
  if (input.column !== undefined && (!pair || !rules.has(input.column)))
    throw new RangeError(`There is no column "${input.column}" in both files.`);
  const rule = pair ? (rules.get(pair.after) ?? null) : null;
  const [then, now] = pair
    ? [columnNamed(before.table.columns, pair.before), columnNamed(after.table.columns, pair.after)]
    : [undefined, undefined];
  const tally = new ChangeTally(input.wards, input.streets);
  const keys = noOutcomes();
  yield { what: 'Finding the places', fraction: 0 };
  const rowOfPremises = placed ? yield* premisesRows(placed.premises) : null;
  yield { what: 'Finding the places', fraction: 0 };
  const own = { before: yield* ownRows(before), after: yield* ownRows(after) };
  let seen = 0;
  for (const found of compareKeys(keysBefore, keysAfter, rule)) {
    keys[found.outcome]++;
    const own1 = own.after?.get(found.key);
    const own0 = own.before?.get(found.key);
    const joined = rowOfPremises?.get(found.key);
    const at =
      own1 !== undefined && after.placed
        ? { ...after.placed, row: own1 }
        : own0 !== undefined && before.placed
          ? { ...before.placed, row: own0 }
          : joined !== undefined && placed
            ? { ...placed, row: joined }
            : null;
    tally.add({
      key: found.key,
      outcome: found.outcome,
      before: then && found.before >= 0 ? cellText(then, found.before) : '',
      after: now && found.after >= 0 ? cellText(now, found.after) : '',
      at,
      postcode: at
        ? ''
        : postcodeBeside(found.after >= 0 ? after : before, found.after >= 0 ? found.after : found.before),
    });
    if (++seen % CHUNK_ROWS === 0)
      yield { what: 'Finding the places', fraction: seen / (keysAfter.rowOf.size + keysBefore.rowOf.size) };
  }
  const unit = placed?.premises.unit ?? after.placed?.premises.unit ?? 'records';
  return comparedOf(input, {
    tally,
    keys,
    columns,
    column: pair?.after ?? null,
    unit,
    words: wordsFor(pair),
  });
}

function columnsOfPair(pair: NamedPair, before: SourceTable, after: SourceTable) {
  const then = columnNamed(before.columns, pair.before);
  const now = columnNamed(after.columns, pair.after);
  if (!then || !now) return null;
  const kind: 'yes-no' | 'text' = isYesNo(then) && isYesNo(now) ? 'yes-no' : 'text';
  return { kind, before: then, after: now };
}

/** Every text met in an even sample is a yes, a no or blank, and some is a yes or a no. */
function isYesNo(column: TextColumn): boolean {
  let answers = 0;
  for (const text of profileColumn(column).texts) {
    const answer = yesNoOf(text);
    if (answer === undefined) return false;
    if (answer >= 0) answers++;
  }
  return answers > 0;
}

function* premisesRows(premises: PremisesTable): Generator<WorkStep, ReadonlyMap<string, number>> {
  const rows = new Map<string, number>();
  for (let row = 0; row < premises.count; row++) {
    if (row % CHUNK_ROWS === 0) yield { what: 'Finding the places', fraction: row / premises.count };
    const key = idKey(premisesCell(premises, premises.ids, row));
    if (key !== '' && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}

function* ownRows({ placed }: Release): Generator<WorkStep, ReadonlyMap<string, number> | null> {
  return placed ? yield* premisesRows(placed.premises) : null;
}

function postcodeBeside({ dataset, table }: Release, row: number): string {
  const name = dataset.columnNames.find((one) => /^(?:pcds?|post_?code(?:_space)?)$/i.test(one.trim()));
  const column = name === undefined ? undefined : columnNamed(table.columns, name);
  return column && row >= 0 ? cellText(column, row) : '';
}
