import type { FileIssue, FileReport } from '../domain/tables/file-report.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import type { TextColumn } from '../domain/tables/text-column.ts';
import type { ReadTable } from './read-table.ts';

/**
 * Puts a table that its publisher cut into many files back together: OS Code-Point Open comes as 120 files of one folder,
 * one for each postcode area, without header rows. Tables that name their columns themselves are left apart: two of one
 * layout may be two releases. The whole is named after the folder.
 */
export function mergeSplitTables(tables: readonly ReadTable[]): ReadTable[] {
  const folders = new Map<string, ReadTable[]>();
  for (const one of tables) {
    const { fileName, headerAssumed, columns } = one.table;
    const folder = fileName.slice(0, fileName.lastIndexOf('/') + 1);
    const key = headerAssumed ? JSON.stringify([folder, columns.map(({ name }) => name)]) : fileName;
    folders.set(key, [...(folders.get(key) ?? []), one]);
  }
  return [...folders.values()].map((group) => (group.length > 1 ? merged(group) : group[0]));
}

function merged(group: readonly ReadTable[]): ReadTable {
  const [{ table: first }] = group;
  const end = first.fileName.includes('/') ? first.fileName.lastIndexOf('/') : first.fileName.indexOf(': ');
  const fileName = `${first.fileName.slice(0, end)} (${group.length} files)`;
  const sum = (of: (report: FileReport) => number) =>
    group.reduce((total, { report }) => total + of(report), 0);
  const table: SourceTable = {
    ...first,
    fileName,
    rows: group.reduce((rows, one) => rows + one.table.rows, 0),
    columns: first.columns.map((_, at) => stacked(group.map((one) => one.table.columns[at]))),
  };
  const report: FileReport = {
    fileName,
    bytes: sum(({ bytes }) => bytes),
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsUsed: sum(({ rowsUsed }) => rowsUsed),
    rowsRepaired: sum(({ rowsRepaired }) => rowsRepaired),
    rowsLeftOut: sum(({ rowsLeftOut }) => rowsLeftOut),
    issues: mergedIssues(group.map((one) => one.report)),
  };
  return { table, report };
}

function stacked(columns: readonly TextColumn[]): TextColumn {
  const bytes = new Uint8Array(columns.reduce((sum, column) => sum + column.bytes.length, 0));
  const offsets = new Uint32Array(columns.reduce((sum, column) => sum + column.offsets.length - 1, 1));
  let byte = 0;
  let cell = 0;
  for (const column of columns) {
    bytes.set(column.bytes, byte);
    for (let at = 1; at < column.offsets.length; at++) offsets[++cell] = byte + column.offsets[at];
    byte += column.bytes.length;
  }
  return { name: columns[0].name, bytes, offsets };
}

/** What only notes the layout is said once; other troubles keep the name of their file. */
function mergedIssues(reports: readonly FileReport[]): FileIssue[] {
  const all: FileIssue[] = [];
  for (const { fileName, issues } of reports) {
    for (const issue of issues) {
      if (issue.code === 'HEADER_ASSUMED' && all.some(({ code }) => code === issue.code)) continue;
      const file = fileName.slice(fileName.lastIndexOf('/') + 1);
      const examples = issue.examples.map((place) => `${file}: ${place}`);
      all.push(issue.code === 'HEADER_ASSUMED' ? issue : { ...issue, examples });
    }
  }
  return all;
}
