import { confidentialReleases } from '../domain/not-spots/shareable.ts';
import type { DatasetRecord, Project } from '../domain/project/project.ts';
import { today } from '../domain/project/today.ts';
import type { ReleaseComparison } from '../domain/releases/comparison.ts';
import type { ReleaseQuestion } from '../domain/releases/project-releases.ts';
import type { OnStep, Settled } from './compute-api.ts';
import type { ContentsInUse } from './contents-in-use.ts';
import type { JobTable } from './job-table.ts';

interface ReleasesAsked<Question = ReleaseQuestion> {
  readonly project: Project;
  readonly question: Question;
}

/** The jobs over two releases of one file. */
export class ReleaseJobs {
  private readonly jobs: JobTable;
  private readonly inUse: ContentsInUse;

  constructor(jobs: JobTable, inUse: ContentsInUse) {
    this.jobs = jobs;
    this.inUse = inUse;
  }

  /** The share of the rows of one that the other has too, 0 to 1; 0 where the two are no releases of the same. */
  async overlap(one: DatasetRecord, other: DatasetRecord): Promise<number> {
    const { workbench } = this.inUse;
    const { releaseKindOf, releaseOverlap } = await import('./compare-releases.ts');
    const kind = releaseKindOf(one);
    if (!kind || !workbench.has(one.contentId) || !workbench.has(other.contentId)) return 0;
    const [first, second] = [one, other].map((dataset) => ({
      dataset,
      table: workbench.table(dataset.contentId),
    }));
    const job = `overlap of ${one.contentId} and ${other.contentId}`;
    const settled = await this.jobs.steps(job, releaseOverlap(kind, first, second), () => {});
    return settled.state === 'done' ? settled.value : 0;
  }

  async compare(
    job: string,
    { project, question }: ReleasesAsked,
    onStep: OnStep,
  ): Promise<Settled<ReleaseComparison>> {
    const compared = await this.compared(job, { project, question }, onStep);
    return compared.state === 'done' ? { state: 'done', value: compared.value.comparison } : compared;
  }

  /** What has changed between them, as a file. Fails where one of them is confidential. */
  async exportChanges(
    job: string,
    { project, question }: ReleasesAsked<ReleaseQuestion & { readonly format: 'csv' | 'geojson' }>,
    onStep: OnStep,
  ): Promise<Settled<string>> {
    const held = confidentialReleases(project, [question.before, question.after]);
    if (held) return { state: 'failed', name: 'Confidential', message: held, place: null };
    const { releaseChangesCsv, releaseChangesGeoJson } = await import('./compare-releases.ts');
    const compared = await this.compared(job, { project, question }, onStep);
    if (compared.state !== 'done') return compared;
    const write = question.format === 'csv' ? releaseChangesCsv : releaseChangesGeoJson;
    const written = { writtenOn: today(), fingerprints: await this.inUse.fingerprintsIfAny(project) };
    return { state: 'done', value: write(compared.value, project, written) };
  }

  private async compared(job: string, { project, question }: ReleasesAsked, onStep: OnStep) {
    const { compareProjectReleases } = await import('./compare-releases.ts');
    const { workbench } = this.inUse;
    return this.jobs.steps(job, compareProjectReleases(workbench, project, question), onStep);
  }
}
