import { transfer } from 'comlink';
import type { LayerRecord } from '../domain/coverage/layer.ts';
import type { FindAnswer } from '../domain/find/find-result.ts';
import type { Finder } from '../domain/find/finder.ts';
import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { Box } from '../domain/geo/geometry.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { BruteForceCheck } from '../domain/not-spots/brute-force.ts';
import { confidentialPremises } from '../domain/not-spots/shareable.ts';
import { withoutRows } from '../domain/not-spots/without-rows.ts';
import type { CoordinatesView } from '../domain/project/coordinates-view.ts';
import type { InputName } from '../domain/project/differing-inputs.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';
import {
  type DatasetRecord,
  type DatasetReports,
  datasetInRole,
  type Project,
} from '../domain/project/project.ts';
import { reportInRole } from '../domain/project/report-in-role.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { ProjectQuality } from '../domain/quality/project-quality.ts';
import type { QualityReport } from '../domain/quality/quality-note.ts';
import type { ReleaseComparison } from '../domain/releases/comparison.ts';
import type { ReleaseQuestion } from '../domain/releases/project-releases.ts';
import { FileRefused } from '../domain/tables/file-report.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { VerdictRequest } from '../domain/verdict/verdict-of-project.ts';
import type { NotSpotsFormat } from '../formats/not-spots-file.ts';
import type { OpenDatabase } from '../formats/sqlite-database.ts';
import type { ContentFiles } from '../storage/content-files.ts';
import type { KeptContentName } from '../storage/kept-records.ts';
import { checkCounted } from './check-counted.ts';
import type { AreaLabel, ComputeApi, OnStep, ReadFileOutcome, Settled, TileSource } from './compute-api.ts';
import { ContentsInUse } from './contents-in-use.ts';
import type { CountOnShow } from './count-on-show.ts';
import { notSpotsFileOf, wardsFileOf } from './counted-files.ts';
import { JobTable, nextTurn } from './job-table.ts';
import type { ContentLost, KeptOne } from './kept-contents.ts';
import { KeptForTiles } from './kept-for-tiles.ts';
import { KeptWorkJobs } from './kept-work-jobs.ts';
import type { OpenedProjectFile, WriteOptions, WrittenProjectFile } from './project-files.ts';
import { ALONE_BYTES, type readAlone } from './read-alone.ts';
import { ReleaseJobs } from './release-jobs.ts';
import type { OpenedLink, ShareDraft, ShareQuestion } from './share-links.ts';
import { STUDIES, type Studies, type Study, type StudyName } from './studies.ts';
import { takePack } from './take-pack.ts';
import { takeRead } from './take-read.ts';
import { areaLabelsOf } from './tiles/area-labels.ts';
import { MapTiles } from './tiles/map-tiles.ts';

/** What the compute worker is given from outside. */
export interface ComputeOptions {
  /** Where databases (GeoPackages) are opened; without it they are refused. */
  readonly openDatabase?: OpenDatabase;
  /** Reads large files outside; without it they are read here. */
  readonly readAlone?: typeof readAlone;
  /** Where packed contents are kept; without it nothing is. */
  readonly contentFiles?: () => Promise<ContentFiles>;
  /** What the names of contents begin with: unlike in any other visit, so that projects never share one. */
  readonly contentPrefix?: string;
}

/** The jobs of the compute worker. Does not know that it is in one: the tests run it in their own thread. */
export class Compute implements ComputeApi {
  private readonly options: ComputeOptions;
  private dataQuality: ProjectQuality | null = null;
  private finder: Finder | null = null;
  private readonly jobs = new JobTable();
  private latest: CountOnShow | null = null;
  private readonly kept = new KeptForTiles();
  private readonly inUse: ContentsInUse;
  private readonly tiles = new MapTiles({
    table: (name) => this.inUse.reread.table(name),
    latest: () => this.latest,
    kept: this.kept,
  });
  private readonly releases: ReleaseJobs;
  private readonly keptWork: KeptWorkJobs;
  private files = 0;

  constructor(options: ComputeOptions = {}) {
    this.options = options;
    this.inUse = new ContentsInUse({
      files: options.contentFiles,
      onLetGo: (contentIds) => this.letGo(contentIds),
      onReread: () => this.finder?.forget(),
    });
    this.releases = new ReleaseJobs(this.jobs, this.inUse);
    this.keptWork = new KeptWorkJobs(this.jobs, this.inUse);
  }

  private get workbench(): Workbench {
    return this.inUse.workbench;
  }

  async openPack(job: string, bytes: ArrayBuffer, onStep: OnStep): Promise<Settled<Project>> {
    return this.jobs.watching(job, async () => {
      onStep({ what: 'Opening the demo borough', fraction: 0 });
      return takePack(this.inUse, bytes);
    });
  }

  async readFile(job: string, file: File, onStep: OnStep): Promise<Settled<readonly ReadFileOutcome[]>> {
    return this.jobs.watching(job, async (signal) => {
      try {
        const onProgress = (fraction: number, what: string): void => onStep({ what, fraction });
        const { readFile, suggestRoles } = await import('./read-files.ts');
        const { openDatabase, readAlone } = this.options;
        const read = readAlone && file.size >= ALONE_BYTES ? readAlone : readFile;
        const tables = await read(file, { onProgress, signal, openDatabase });
        const suggested = tables.map((read) => ({ read, suggestion: suggestRoles(read.table) }));
        // A cancel that came meanwhile is heard before anything is kept.
        await nextTurn();
        signal.throwIfAborted();
        const { contentPrefix = 'file' } = this.options;
        const newName = (): string => `${contentPrefix}-${++this.files}`;
        const outcomes: ReadFileOutcome[] = [];
        for (const { read, suggestion } of suggested)
          outcomes.push(await takeRead(this.inUse, { read, suggestion, newName }));
        return outcomes;
      } catch (error) {
        if (error instanceof FileRefused) return [{ report: error.report, taken: null }];
        throw error;
      }
    });
  }

  async reportInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): Promise<DatasetReports> {
    await this.inUse.adopt([dataset]);
    const { contentId, report, reportAsRead } = dataset;
    // The demo's files were not read, and have nothing to say of it.
    if (!this.workbench.has(contentId) || !dataset.suggestion) return { report, reportAsRead };
    const asRead = (await this.inUse.keptSoFar())?.formerReport(contentId) ?? reportAsRead ?? report;
    const reread = await this.inUse.reread.report(dataset, asRead);
    return { report: reportInRole(this.workbench, dataset, layers, reread), reportAsRead: asRead };
  }

  async forgetContents(contentIds: readonly string[]): Promise<void> {
    this.inUse.letGo(contentIds);
    (await this.inUse.keptSoFar())?.forget(contentIds);
  }

  private letGo(contentIds: readonly string[]): void {
    this.finder?.forget();
    this.kept.forget(contentIds);
    this.tiles.forget(contentIds);
    if (this.latest?.project.datasets.some(({ contentId }) => contentIds.includes(contentId)))
      this.latest = null;
  }

  async analyse(
    job: string,
    project: Project,
    recipeText: string,
    onStep: OnStep,
  ): Promise<Settled<Analysis | null>> {
    const steps = () => this.inUse.adopted(project, this.analysing(project, recipeText));
    const settled = await this.jobs.steps(job, steps, onStep);
    return settled.state === 'done' && settled.value
      ? { ...settled, value: withoutRows(settled.value) }
      : settled;
  }

  async checkByBruteForce(
    job: string,
    project: Project,
    recipeText: string,
    onStep: OnStep,
  ): Promise<Settled<BruteForceCheck>> {
    return this.jobs.steps(
      job,
      () => this.inUse.adopted(project, checkCounted(this.workbench, project, recipeText)),
      onStep,
    );
  }

  async study<Name extends StudyName>(
    job: string,
    name: Name,
    project: Project,
    question: Studies[Name]['question'],
    onStep: OnStep,
  ): Promise<Settled<Studies[Name]['answer']>> {
    const found = STUDIES[name];
    if (!found) throw new Error(`There is no study "${name}".`);
    const { study, transfers } = (await found()) as Study<Name>;
    const { workbench, latest, kept } = this;
    const fingerprints = name.endsWith('-file') ? await this.inUse.fingerprintsIfAny(project) : null;
    const hashes = NAMES_CONTENTS.has(name) ? await this.inUse.hashesIfAny(project) : null;
    const bench = { workbench, latest, kept, fingerprints, hashes };
    const steps = () => this.inUse.adopted(project, study(bench, project, question));
    const settled = await this.jobs.steps(job, steps, onStep);
    return settled.state === 'done' && transfers ? transfer(settled, transfers(settled.value)) : settled;
  }

  async quality(job: string, project: Project, onStep: OnStep): Promise<Settled<QualityReport>> {
    await loadGrid();
    const { ProjectQuality } = await import('../domain/quality/project-quality.ts');
    this.dataQuality ??= new ProjectQuality(this.workbench);
    const { dataQuality } = this;
    return this.jobs.background(job, () => this.inUse.adopted(project, dataQuality.find(project)), onStep);
  }

  async tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer> {
    const bytes = await this.tiles.tile(source, z, x, y);
    return transfer(bytes, [bytes]);
  }

  async coordinates(dataset: DatasetRecord): Promise<CoordinatesView | null> {
    return this.inUse.reread.view(dataset);
  }

  async keepContents(
    job: string,
    contentIds: readonly string[],
    onStep: OnStep,
  ): Promise<Settled<readonly KeptOne[]>> {
    return this.keptWork.keep(job, contentIds, onStep);
  }

  async restoreContents(
    job: string,
    names: { readonly now: readonly KeptContentName[]; readonly later: readonly KeptContentName[] },
    onStep: OnStep,
  ): Promise<Settled<readonly ContentLost[]>> {
    return this.keptWork.restore(job, names, onStep);
  }

  async writeProjectFile(
    job: string,
    project: Project,
    options: Pick<WriteOptions, 'leaveOutConfidential' | 'savedAt'>,
    onStep: OnStep,
  ): Promise<Settled<WrittenProjectFile>> {
    return this.keptWork.writeFile(job, { project, options }, onStep);
  }

  async openProjectFile(job: string, file: File, onStep: OnStep): Promise<Settled<OpenedProjectFile>> {
    return this.keptWork.openFile(job, file, onStep);
  }

  async draftShare(
    job: string,
    project: Project,
    question: ShareQuestion,
    onStep: OnStep,
  ): Promise<Settled<ShareDraft>> {
    return this.keptWork.draftShare(job, { project, question }, onStep);
  }

  async openShareLink(job: string, link: string, onStep: OnStep): Promise<Settled<OpenedLink>> {
    return this.keptWork.openLink(job, link, onStep);
  }

  async takeFromPack(
    job: string,
    bytes: ArrayBuffer,
    missing: readonly InputName[],
    onStep: OnStep,
  ): Promise<Settled<readonly InputName[]>> {
    return this.keptWork.takeFromPack(job, { bytes, missing }, onStep);
  }

  async lostContents(): Promise<readonly KeptContentName[]> {
    return (await this.inUse.keptSoFar())?.lostContents() ?? [];
  }

  async fingerprints(job: string, project: Project, onStep: OnStep): Promise<Settled<Fingerprints>> {
    // Nobody's count waits for it.
    return this.jobs.backgroundWatching(
      job,
      (quiet) => this.inUse.fingerprintsOf(project, quiet),
      () => onStep({ what: 'Hashing the data', fraction: 0 }),
    );
  }

  async areaLabels(contentId: string, project: Project): Promise<readonly AreaLabel[]> {
    const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
    if (dataset) await this.inUse.adopt([dataset]);
    return dataset && this.workbench.has(contentId) ? areaLabelsOf(this.workbench.areasOf(dataset)) : [];
  }

  async boxOfContent(name: string): Promise<Box | null> {
    return this.tiles.boxOf(name);
  }

  async find(
    job: string,
    project: Project,
    query: string,
    onStep: OnStep,
  ): Promise<Settled<FindAnswer | null>> {
    const { Finder, isGridReference } = await import('./find-places.ts');
    if (isGridReference(query)) await loadGrid();
    this.finder ??= new Finder();
    const { finder } = this;
    return this.jobs.steps(
      job,
      () => this.inUse.adopted(project, finder.find(this.workbench, project, query)),
      onStep,
    );
  }

  async verdict(
    job: string,
    project: Project,
    request: VerdictRequest,
    onStep: OnStep,
  ): Promise<Settled<Verdict | null>> {
    const { verdictOfProject } = await import('../domain/verdict/verdict-of-project.ts');
    const analysis = this.latest?.analysis ?? null;
    return this.jobs.steps(job, verdictOfProject(this.workbench, project, analysis, request), onStep);
  }

  async releaseOverlap(one: DatasetRecord, other: DatasetRecord): Promise<number> {
    return this.releases.overlap(one, other);
  }

  async compareReleases(
    job: string,
    project: Project,
    question: ReleaseQuestion,
    onStep: OnStep,
  ): Promise<Settled<ReleaseComparison>> {
    return this.releases.compare(job, { project, question }, onStep);
  }

  async exportReleaseChanges(
    job: string,
    project: Project,
    question: ReleaseQuestion & { readonly format: 'csv' | 'geojson' },
    onStep: OnStep,
  ): Promise<Settled<string>> {
    return this.releases.exportChanges(job, { project, question }, onStep);
  }

  async exportWardsCsv(project: Project): Promise<Settled<string>> {
    const { latest } = this;
    if (!latest || !datasetInRole(project, 'premises')) return NOTHING_COUNTED;
    return { state: 'done', value: await wardsFileOf(latest, { inUse: this.inUse, project }) };
  }

  async exportNotSpots(
    job: string,
    project: Project,
    format: NotSpotsFormat,
    onStep: OnStep,
  ): Promise<Settled<string | Uint8Array>> {
    const held = confidentialPremises(project);
    if (held) return { state: 'failed', name: 'Confidential', message: held, place: null };
    const { latest } = this;
    const { openDatabase = refuseDatabase } = this.options;
    if (!latest || !datasetInRole(project, 'premises')) return NOTHING_COUNTED;
    onStep({ what: 'Writing the file', fraction: 0 });
    return this.jobs.watching(job, (signal) =>
      notSpotsFileOf(latest, { inUse: this.inUse, project, format, openDatabase, signal }),
    );
  }

  async cancel(job: string): Promise<void> {
    this.jobs.cancel(job);
  }

  async isLocked(): Promise<boolean> {
    try {
      await fetch('data:,x');
      return false;
    } catch {
      return true;
    }
  }

  private *analysing(project: Project, recipeText: string): Generator<WorkStep, Analysis | null> {
    const prepared = yield* this.workbench.prepare(project);
    const analysis = yield* this.workbench.analyse(project, recipeText);
    this.latest = prepared && analysis ? { prepared, analysis, project } : null;
    return analysis;
  }
}

/** Studies of files that name contents. */
const NAMES_CONTENTS: ReadonlySet<StudyName> = new Set(['dig-file', 'read-dig', 'plan-file', 'read-plan']);

const NOTHING_COUNTED: Settled<never> = {
  state: 'failed',
  name: 'NothingCounted',
  message: 'Nothing is counted yet. Drop in premises and coverage first.',
  place: null,
};

const refuseDatabase: OpenDatabase = async () => {
  throw new Error('Databases cannot be opened here.');
};
