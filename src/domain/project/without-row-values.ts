import type { DigDesign } from '../dig/dig-design.ts';
import type { Plan } from '../plan/plan.ts';
import type { FileIssue, FileReport } from '../tables/file-report.ts';
import type { LeftOut } from './left-out.ts';
import type { DatasetRecord, Project } from './project.ts';
import type { Selection } from './selection.ts';

/**
 * The project without values out of the rows of its files: the places and ids that reports give as examples, plans and
 * digs that name premises one by one or by the place of one, the designs of all plans, the answers of all digs, and
 * rooftop sites that are rows of a file. What a file is called, its
 * columns and how they are read stay; of values only those by which layers, need and digs choose their rows (of
 * streets, fibre points and roofs their ids), without which they would mean something else.
 */
export function withoutRowValues(project: Project): {
  readonly project: Project;
  readonly leftOut: readonly LeftOut[];
} {
  const isByArea = ({ kind }: Selection): boolean => kind !== 'list' && kind !== 'cluster';
  const isKept = ({ question }: Plan): boolean => isByArea(question.selection);
  const isDigKept = ({ question }: DigDesign): boolean => isByArea(question.selection);
  const isPlaced = ({ fromContentId }: Project['sites'][number]): boolean => fromContentId === null;
  return {
    project: {
      ...project,
      datasets: project.datasets.map(withoutExamples),
      plans: project.plans.filter(isKept).map((plan) => ({ ...plan, designs: null })),
      sites: project.sites.filter(isPlaced),
      designs: project.designs.filter(isDigKept).map((design) => ({ ...design, result: null })),
    },
    leftOut: [
      ...project.plans.flatMap((plan): LeftOut[] => {
        if (!isKept(plan)) return [{ kind: 'plan', name: plan.name, why: 'it names premises one by one' }];
        const why = 'its designs name premises, roofs and streets of your files; they are made again there';
        return plan.designs ? [{ kind: 'designs', name: plan.name, why }] : [];
      }),
      ...project.designs.flatMap((design): LeftOut[] => {
        if (!isDigKept(design))
          return [{ kind: 'design', name: design.name, why: 'it names premises one by one' }];
        const why = 'its answer names premises and streets of your files; it is asked again there';
        return design.result ? [{ kind: 'answer', name: design.name, why }] : [];
      }),
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
