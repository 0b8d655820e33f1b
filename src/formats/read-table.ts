import type { FileReport } from '../domain/tables/file-report.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';

/** One table of a file and what became of its rows. Both carry the same name: the file's, with the layer's behind it where there are several. */
export interface ReadTable {
  readonly table: SourceTable;
  readonly report: FileReport;
}
