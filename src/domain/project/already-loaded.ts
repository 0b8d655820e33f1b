import type { FileIssue, FileReport } from '../tables/file-report.ts';
import type { DatasetRecord } from './project.ts';

/** The report of a file whose data is loaded already, maybe under another name: none of its rows count again. */
export function alreadyLoaded(report: FileReport, known: DatasetRecord): FileReport {
  const message = `${report.fileName}: the same data is loaded already as ${known.fileName}. It is counted once.`;
  const issue: FileIssue = {
    code: 'ALREADY_LOADED',
    outcome: 'left-out',
    message,
    count: report.rowsRead,
    examples: [],
  };
  return { ...report, rowsUsed: 0, rowsLeftOut: report.rowsRead, issues: [issue] };
}
