import type { FileIssue, FileReport } from '../tables/file-report.ts';
import type { DatasetRecord, Project } from './project.ts';
import type { LeftOut } from './without-confidential.ts';

/**
 * The project without values out of the rows of its files: the places and ids that reports give as examples, plans that
 * name premises one by one or by the place of one, and rooftop sites that are rows of a file. What a file is called, its
 * columns and how they are read stay; of values only those by which layers and need choose their rows, without which they
 * would mean something else.
 */
export function withoutRowValues(project: Project): {
  readonly project: Project;
  readonly leftOut: readonly LeftOut[];
} {
  const isKept = ({ selection }: Project['plans'][number]): boolean =>
    selection.kind !== 'list' && selection.kind !== 'cluster';
  const isPlaced = ({ fromContentId }: Project['sites'][number]): boolean => fromContentId === null;
  return {
    project: {
      ...project,
      datasets: project.datasets.map(withoutExamples),
      plans: project.plans.filter(isKept),
      sites: project.sites.filter(isPlaced),
    },
    leftOut: [
      ...project.plans
        .filter((plan) => !isKept(plan))
        .map(({ name }): LeftOut => ({ kind: 'plan', name, why: 'it names premises one by one' })),
      ...project.sites
        .filter((site) => !isPlaced(site))
        .map(({ name }): LeftOut => ({ kind: 'site', name, why: 'it is a row of a file' })),
    ],
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
