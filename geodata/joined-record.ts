import type { DatasetRecord } from '../src/domain/project/project.ts';
import type { SourceTable } from '../src/domain/tables/source-table.ts';
import { boroughSource, bytesOf } from './borough-pack.ts';

/** The record of a file in a pack that is joined to the borough's, but for its role. */
export function joinedRecord(
  contentId: string,
  title: string,
  table: SourceTable,
): Omit<DatasetRecord, 'role'> {
  const { fileName, format, rows, columns } = table;
  return {
    contentId,
    fileName,
    format,
    roles: {},
    unit: null,
    rows,
    columnNames: columns.map(({ name }) => name),
    source: boroughSource(title),
    confidential: false,
    report: {
      fileName,
      bytes: bytesOf(table),
      rowsRead: rows,
      rowsUsed: rows,
      rowsRepaired: 0,
      rowsLeftOut: 0,
      issues: [],
    },
  };
}
