import type { SourceTable } from '../tables/source-table.ts';
import { areaNameOf } from './area-name.ts';
import type { ReadContent } from './dataset-record.ts';
import type { RoleSuggestion } from './role-suggestion.ts';

/** What a project needs to know of a table that was read, under the name of its content. */
export function readContentOf(
  contentId: string,
  table: SourceTable,
  suggestion: RoleSuggestion,
): ReadContent {
  return {
    contentId,
    rows: table.rows,
    format: table.format,
    columnNames: table.columns.map((column) => column.name),
    suggestion,
    areaName: areaNameOf(table, suggestion),
  };
}
