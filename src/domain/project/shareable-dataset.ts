import type { FileIssue } from '../tables/file-report.ts';
import { mentions } from './hidden-names.ts';
import type { PutLeftOut } from './left-out.ts';
import type { DatasetRecord } from './project.ts';

/** The dataset without what depends on files that stay behind (`gone`) or speaks of what is hidden. */
export function shareableDataset(
  dataset: DatasetRecord,
  { gone, hidden, put }: { gone: ReadonlySet<string>; hidden: readonly string[]; put: PutLeftOut },
): DatasetRecord {
  const { liveList, supersededBy, reportAsRead, ...rest } = dataset;
  const isOpen = (issue: FileIssue): boolean => !mentions(issue, hidden);
  const losesList = liveList !== undefined && gone.has(liveList.contentId);
  if (losesList)
    put(
      'live-list',
      dataset.fileName,
      'its postcodes were sorted by a file that is left out; all of them count',
    );
  const losesLater = supersededBy !== undefined && gone.has(supersededBy);
  if (losesLater)
    put('release', dataset.fileName, 'the later release in force is left out; this one stays uncounted');
  const issues = dataset.report.issues.filter(isOpen);
  for (const _ of dataset.report.issues.slice(issues.length))
    put('note', `a note on ${dataset.fileName}`, 'it mentions what is confidential');
  return {
    ...rest,
    ...(liveList && !losesList ? { liveList } : {}),
    ...(supersededBy !== undefined && !losesLater ? { supersededBy } : {}),
    report: { ...dataset.report, issues },
    ...(reportAsRead
      ? { reportAsRead: { ...reportAsRead, issues: reportAsRead.issues.filter(isOpen) } }
      : {}),
  };
}
