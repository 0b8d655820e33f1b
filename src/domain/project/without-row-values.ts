import type { FileIssue, FileReport } from '../tables/file-report.ts';
import type { DatasetRecord, Project } from './project.ts';
import type { LeftOut } from './without-confidential.ts';

/**
 * The project without values out of the rows of its files: the places and ids that reports give as examples, and plans
 * that name premises one by one or by the place of one. What a file is called, its columns and how they are read stay; of
 * values only those by which layers and need choose their rows, without which they would mean something else.
 */
export function withoutRowValues(project: Project): {
  readonly project: Project;
  readonly leftOut: readonly LeftOut[];
} {
  const isKept = ({ selection }: Project['plans'][number]): boolean =>
    selection.kind !== 'list' && selection.kind !== 'cluster';
  return {
    project: {
      ...project,
      datasets: project.datasets.map(withoutExamples),
      plans: project.plans.filter(isKept),
    },
    leftOut: project.plans
      .filter((plan) => !isKept(plan))
      .map(({ name }) => ({ kind: 'plan', name, why: 'it names premises one by one' })),
  };
}

function withoutExamples(dataset: DatasetRecord): DatasetRecord {
  const { report, reportAsRead, suggestion } = dataset;
  const notes = suggestion?.notes;
  return {
    ...dataset,
    report: withoutPlaces(report),
    ...(reportAsRead ? { reportAsRead: withoutPlaces(reportAsRead) } : {}),
    ...(suggestion ? { suggestion: { ...suggestion, ...(notes ? { notes: notes.map(bare) } : {}) } } : {}),
  };
}

function withoutPlaces(report: FileReport): FileReport {
  return { ...report, issues: report.issues.map(bare) };
}

function bare(issue: FileIssue): FileIssue {
  return { ...issue, examples: [] };
}
