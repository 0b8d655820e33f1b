import type { DatasetRecord } from '../project/project.ts';
import type { FileIssue } from '../tables/file-report.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { readPlannedExcavations } from './planned-excavations.ts';
import { readRoofAccess } from './roof-access.ts';

/** What is wrong with the rows of a file of roof access or planned excavations, each row in one issue at most. */
export function planFileIssues(
  { role, contentId, roles, source }: Pick<DatasetRecord, 'role' | 'contentId' | 'roles' | 'source'>,
  table: SourceTable,
): readonly FileIssue[] {
  return role === 'roof access'
    ? readRoofAccess({ contentId, table, roles }, { mastMetres: 0 }).issues
    : readPlannedExcavations({ contentId, table, roles, source }).issues;
}
