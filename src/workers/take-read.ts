import { areaNameOf } from '../domain/project/area-name.ts';
import { type ReadContent, readRecord } from '../domain/project/dataset-record.ts';
import { reportInRole } from '../domain/project/report-in-role.ts';
import type { RoleSuggestion } from '../domain/project/role-suggestion.ts';
import type { ReadTable } from '../formats/read-table.ts';
import type { ReadFileOutcome } from './compute-api.ts';
import type { ContentsInUse } from './contents-in-use.ts';

/** A table as read, with what it is taken for; `newName` names a content that is not loaded yet. */
export interface Taking {
  readonly read: ReadTable;
  readonly suggestion: RoleSuggestion;
  readonly newName: () => string;
}

/** Loads a table that was read from a file: in the place of a lost content, as one that is loaded already, or anew. */
export async function takeRead(inUse: ContentsInUse, taking: Taking): Promise<ReadFileOutcome> {
  const { workbench } = inUse;
  const { read, suggestion, newName } = taking;
  const { table, report } = read;
  const lost = await (await inUse.keptSoFar())?.takeIfLost(table, report);
  // The same data again is the same content: counted once, however often it is dropped.
  const known = lost?.contentIds[0] ?? workbench.contentLike(table);
  const contentId = known ?? newName();
  if (!lost?.contentIds.length) workbench.put(contentId, table);
  const content: ReadContent = {
    contentId,
    rows: table.rows,
    format: table.format,
    columnNames: table.columns.map((column) => column.name),
    suggestion,
    areaName: areaNameOf(table, suggestion),
  };
  const { dataset, layers } = readRecord(content, report);
  const said = reportInRole(workbench, dataset, layers, report);
  const taken = said === report ? content : { ...content, reportAsRead: report };
  return { report: said, taken, ...(lost ? { lost } : {}) };
}
