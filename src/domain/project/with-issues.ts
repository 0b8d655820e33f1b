import type { FileIssue } from '../tables/file-report.ts';
import type { DatasetRecord } from './project.ts';

/** A file whose report says something else than reading it found. */
export function withIssues(dataset: DatasetRecord, issues: readonly FileIssue[]): DatasetRecord {
  const { report, reportAsRead = report } = dataset;
  return { ...dataset, report: { ...report, issues }, reportAsRead };
}
