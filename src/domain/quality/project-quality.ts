import { datasetInRole, type Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { findQuality } from './find-quality.ts';
import type { QualityReport } from './quality-note.ts';

/** Notes on the data of projects; the last few are remembered by what they were found in. */
export class ProjectQuality {
  private readonly known = new Map<string, QualityReport>();

  constructor(private readonly workbench: Workbench) {}

  /** What there is to know about a project's data. Quick where nothing that it depends on has changed. */
  *find(project: Project): Generator<WorkStep, QualityReport> {
    const key = JSON.stringify([
      project.datasets.map(({ contentId, role, roles, unit, liveList }) => [
        contentId,
        role,
        roles,
        unit,
        liveList,
      ]),
      project.layers.map(({ definition: _definition, source: _source, ...layer }) => layer),
    ]);
    const remembered = this.known.get(key);
    if (remembered) return remembered;
    const dataset = datasetInRole(project, 'premises');
    const wards = datasetInRole(project, 'wards');
    const prepared = dataset ? yield* this.workbench.prepare(project) : null;
    const report = yield* findQuality({
      project,
      placed:
        dataset && prepared
          ? { ...prepared, dataset, issues: this.workbench.issuesInRole(dataset, []) }
          : null,
      wards: wards ? { contentId: wards.contentId, areas: this.workbench.areasOf(wards) } : null,
      areasOf: (one) => this.workbench.areasOf(one),
    });
    this.known.set(key, report);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_REMEMBERED) this.known.delete(oldest);
    return report;
  }
}

const MOST_REMEMBERED = 4;
