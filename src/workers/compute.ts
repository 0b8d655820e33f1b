import { transfer } from 'comlink';
import type { LayerRecord } from '../domain/coverage/layer.ts';
import type { FindAnswer } from '../domain/find/find-result.ts';
import type { Finder } from '../domain/find/finder.ts';
import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { Box } from '../domain/geo/geometry.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { BruteForceCheck } from '../domain/not-spots/brute-force.ts';
import { checkAnalysis } from '../domain/not-spots/check-analysis.ts';
import { provenanceOf, withFingerprints, withRemark } from '../domain/not-spots/provenance.ts';
import { confidentialPremises, confidentialReleases, shareable } from '../domain/not-spots/shareable.ts';
import { withoutRows } from '../domain/not-spots/without-rows.ts';
import { areaNameOf } from '../domain/project/area-name.ts';
import type { CoordinatesView } from '../domain/project/coordinates-view.ts';
import { type ReadContent, readRecord } from '../domain/project/dataset-record.ts';
import type { InputName } from '../domain/project/differing-inputs.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';
import {
  type DatasetRecord,
  type DatasetReports,
  datasetInRole,
  type Project,
} from '../domain/project/project.ts';
import { reportInRole } from '../domain/project/report-in-role.ts';
import type { RoleSuggestion } from '../domain/project/role-suggestion.ts';
import { withContentNames } from '../domain/project/with-content-names.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { type Prepared, Workbench } from '../domain/project/workbench.ts';
import type { ProjectQuality } from '../domain/quality/project-quality.ts';
import type { QualityReport } from '../domain/quality/quality-note.ts';
import type { ReleaseComparison } from '../domain/releases/comparison.ts';
import type { ReleaseQuestion } from '../domain/releases/project-releases.ts';
import { FileRefused } from '../domain/tables/file-report.ts';
import { sameTable } from '../domain/tables/same-table.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { VerdictRequest } from '../domain/verdict/verdict-of-project.ts';
import type { NotSpotsFormat } from '../formats/not-spots-file.ts';
import { readPack } from '../formats/pack.ts';
import type { ReadTable } from '../formats/read-file.ts';
import { canHash } from '../formats/sha-256.ts';
import type { OpenDatabase } from '../formats/sqlite-database.ts';
import type { ContentFiles } from '../storage/content-files.ts';
import type { KeptContentName } from '../storage/kept-records.ts';
import type { AreaLabel, ComputeApi, OnStep, ReadFileOutcome, Settled, TileSource } from './compute-api.ts';
import { ContentsMissing } from './contents-missing.ts';
import { ContentsReread } from './contents-reread.ts';
import { JobTable, nextTurn } from './job-table.ts';
import type { ContentLost, KeptContents, KeptOne } from './kept-contents.ts';
import { KeptForTiles } from './kept-for-tiles.ts';
import type { OpenedProjectFile, WriteOptions, WrittenProjectFile } from './project-files.ts';
import { ALONE_BYTES, type readAlone } from './read-alone.ts';
import type { OpenedLink, ShareDraft, ShareQuestion } from './share-links.ts';
import { STUDIES, type Studies, type Study, type StudyName } from './studies.ts';
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
  private readonly workbench = new Workbench();
  private dataQuality: ProjectQuality | null = null;
  private finder: Finder | null = null;
  private readonly reread = new ContentsReread(this.workbench);
  private readonly jobs = new JobTable();
  private latest: { prepared: Prepared; analysis: Analysis; project: Project } | null = null;
  private readonly kept = new KeptForTiles();
  private readonly tiles = new MapTiles({
    table: (name) => this.reread.table(name),
    latest: () => this.latest,
    kept: this.kept,
  });
  private keptContents: Promise<KeptContents> | null = null;
  private files = 0;

  constructor(options: ComputeOptions = {}) {
    this.options = options;
  }

  async openPack(job: string, bytes: ArrayBuffer, onStep: OnStep): Promise<Settled<Project>> {
    return this.jobs.watching(job, async () => {
      onStep({ what: 'Opening the demo borough', fraction: 0 });
      const { project, contents } = readPack(new Uint8Array(bytes));
      const names = new Map<string, string>();
      const kept = await this.keptContents;
      for (const { contentId, table } of contents) {
        const isFree = async (name: string): Promise<boolean> => {
          if (this.workbench.has(name) && !sameTable(this.workbench.tableAsRead(name), table)) return false;
          return kept ? kept.mayName(name, table) : true;
        };
        // Other data of that name may be the kept work's or a step's of undo: an earlier release of the demo.
        let name = contentId;
        for (let n = 2; !(await isFree(name)); n++) name = `${contentId}-${n}`;
        names.set(contentId, name);
        if (!this.workbench.has(name)) this.workbench.put(name, table);
      }
      const isRenamed = [...names].some(([before, after]) => before !== after);
      return isRenamed ? withContentNames(project, (name) => names.get(name) ?? name) : project;
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
        const outcomes: ReadFileOutcome[] = [];
        for (const { read, suggestion } of suggested) outcomes.push(await this.taken(read, suggestion));
        return outcomes;
      } catch (error) {
        if (error instanceof FileRefused) return [{ report: error.report, taken: null }];
        throw error;
      }
    });
  }

  private async taken({ table, report }: ReadTable, suggestion: RoleSuggestion): Promise<ReadFileOutcome> {
    const { contentPrefix = 'file' } = this.options;
    const lost = await (await this.keptContents)?.takeIfLost(table, report);
    // The same data again is the same content: counted once, however often it is dropped.
    const known = lost?.contentIds[0] ?? this.workbench.contentLike(table);
    const contentId = known ?? `${contentPrefix}-${++this.files}`;
    if (!lost?.contentIds.length) this.workbench.put(contentId, table);
    const content: ReadContent = {
      contentId,
      rows: table.rows,
      format: table.format,
      columnNames: table.columns.map((column) => column.name),
      suggestion,
      areaName: areaNameOf(table, suggestion),
    };
    const { dataset, layers } = readRecord(content, report);
    const said = reportInRole(this.workbench, dataset, layers, report);
    const taken = said === report ? content : { ...content, reportAsRead: report };
    return { report: said, taken, ...(lost ? { lost } : {}) };
  }

  async reportInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): Promise<DatasetReports> {
    await this.adopt([dataset]);
    const { contentId, report, reportAsRead } = dataset;
    // The demo's files were not read, and have nothing to say of it.
    if (!this.workbench.has(contentId) || !dataset.suggestion) return { report, reportAsRead };
    const asRead = (await this.keptContents)?.formerReport(contentId) ?? reportAsRead ?? report;
    const reread = await this.reread.report(dataset, asRead);
    return { report: reportInRole(this.workbench, dataset, layers, reread), reportAsRead: asRead };
  }

  async forgetContents(contentIds: readonly string[]): Promise<void> {
    this.letGo(contentIds);
    (await this.keptContents)?.forget(contentIds);
  }

  private letGo(contentIds: readonly string[]): void {
    this.finder?.forget();
    this.kept.forget(contentIds);
    this.workbench.forget(new Set(contentIds));
    this.reread.forget(contentIds);
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
    const steps = () => this.adopted(project, this.analysing(project, recipeText));
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
    return this.jobs.steps(job, () => this.adopted(project, this.checking(project, recipeText)), onStep);
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
    const fingerprints = name.endsWith('-file') ? await this.fingerprintsIfAny(project) : null;
    const hashes = NAMES_CONTENTS.has(name) ? await this.hashesIfAny(project) : null;
    const bench = { workbench, latest, kept, fingerprints, hashes };
    const steps = () => this.adopted(project, study(bench, project, question));
    const settled = await this.jobs.steps(job, steps, onStep);
    return settled.state === 'done' && transfers ? transfer(settled, transfers(settled.value)) : settled;
  }

  async quality(job: string, project: Project, onStep: OnStep): Promise<Settled<QualityReport>> {
    await loadGrid();
    const { ProjectQuality } = await import('../domain/quality/project-quality.ts');
    this.dataQuality ??= new ProjectQuality(this.workbench);
    const { dataQuality } = this;
    return this.jobs.background(job, () => this.adopted(project, dataQuality.find(project)), onStep);
  }

  async tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer> {
    const bytes = await this.tiles.tile(source, z, x, y);
    return transfer(bytes, [bytes]);
  }

  async coordinates(dataset: DatasetRecord): Promise<CoordinatesView | null> {
    return this.reread.view(dataset);
  }

  async keepContents(
    job: string,
    contentIds: readonly string[],
    onStep: OnStep,
  ): Promise<Settled<readonly KeptOne[]>> {
    const step = { what: 'Saving in this browser', fraction: 0 };
    const keep = async (quiet: () => Promise<void>): Promise<readonly KeptOne[]> => {
      const contents = await this.contentsKept();
      const kept: KeptOne[] = [];
      for (const contentId of contentIds) {
        await quiet();
        kept.push(await contents.keep(contentId));
      }
      return kept;
    };
    return this.jobs.backgroundWatching(job, keep, () => onStep(step));
  }

  async restoreContents(
    job: string,
    { now, later }: { readonly now: readonly KeptContentName[]; readonly later: readonly KeptContentName[] },
    onStep: OnStep,
  ): Promise<Settled<readonly ContentLost[]>> {
    return this.jobs.watching(job, async (signal) => {
      const contents = await this.contentsKept();
      const lost: ContentLost[] = [];
      for (const [i, name] of now.entries()) {
        onStep({ what: 'Opening your work', fraction: i / now.length });
        await nextTurn();
        signal.throwIfAborted();
        const trouble = await contents.restore(name);
        if (trouble) lost.push(trouble);
      }
      contents.restoreLater(later);
      return lost;
    });
  }

  async writeProjectFile(
    job: string,
    project: Project,
    options: Pick<WriteOptions, 'leaveOutConfidential' | 'savedAt'>,
    onStep: OnStep,
  ): Promise<Settled<WrittenProjectFile>> {
    return this.jobs.watching(job, async (signal) => {
      const { writeWorkFile } = await import('./project-files.ts');
      await this.adoptAll(project.datasets);
      const onProgress = (fraction: number, what: string): void => onStep({ what, fraction });
      return writeWorkFile(await this.contentsKept(), project, { ...options, signal, onProgress });
    });
  }

  async openProjectFile(job: string, file: File, onStep: OnStep): Promise<Settled<OpenedProjectFile>> {
    return this.jobs.watching(job, async (signal) => {
      const { openWorkFile } = await import('./project-files.ts');
      const onProgress = (fraction: number, what: string): void => onStep({ what, fraction });
      return openWorkFile(await this.contentsKept(), file, { signal, onProgress });
    });
  }

  async draftShare(
    job: string,
    project: Project,
    question: ShareQuestion,
    onStep: OnStep,
  ): Promise<Settled<ShareDraft>> {
    onStep({ what: 'Listing what will leave', fraction: 0 });
    return this.jobs.watching(job, async () => {
      const { draftShare } = await import('./share-links.ts');
      await this.adopt(project.datasets);
      return draftShare(await this.contentsKept(), project, question);
    });
  }

  async openShareLink(job: string, link: string, onStep: OnStep): Promise<Settled<OpenedLink>> {
    onStep({ what: 'Opening the link', fraction: 0 });
    return this.jobs.watching(job, async (signal) => {
      const { openLink } = await import('./share-links.ts');
      return openLink(await this.contentsKept(), link, signal);
    });
  }

  async takeFromPack(
    job: string,
    bytes: ArrayBuffer,
    missing: readonly InputName[],
    onStep: OnStep,
  ): Promise<Settled<readonly InputName[]>> {
    onStep({ what: 'Looking in the demo borough', fraction: 0 });
    return this.jobs.watching(job, async () => {
      const { takeFromPack } = await import('./share-links.ts');
      return takeFromPack(await this.contentsKept(), new Uint8Array(bytes), missing);
    });
  }

  async lostContents(): Promise<readonly KeptContentName[]> {
    return (await this.keptContents)?.lostContents() ?? [];
  }

  async fingerprints(job: string, project: Project, onStep: OnStep): Promise<Settled<Fingerprints>> {
    // Nobody's count waits for it.
    return this.jobs.backgroundWatching(
      job,
      (quiet) => this.fingerprintsOf(project, quiet),
      () => onStep({ what: 'Hashing the data', fraction: 0 }),
    );
  }

  private async fingerprintsOf(project: Project, quiet?: () => Promise<void>): Promise<Fingerprints> {
    const { fingerprintsOf } = await import('./project-files.ts');
    await quiet?.();
    await this.adopt(project.datasets);
    return fingerprintsOf(await this.contentsKept(), project, quiet);
  }

  /** For an export, which leaves them empty where the browser works none out. */
  private async fingerprintsIfAny(project: Project): Promise<Fingerprints | null> {
    return canHash() ? this.fingerprintsOf(project) : null;
  }

  /** For designs, which name contents as they are where the browser works none out or data is missing. */
  private async hashesIfAny(project: Project): Promise<ReadonlyMap<string, string> | null> {
    if (!canHash()) return null;
    const { hashesOf } = await import('./project-files.ts');
    return hashesOf(await this.contentsKept(), project).catch(() => null);
  }

  private contentsKept(): Promise<KeptContents> {
    this.keptContents ??= import('./kept-contents.ts').then(({ KeptContents }) => {
      const { workbench } = this;
      const { contentFiles: files = noContentFiles } = this.options;
      const forget = (ids: readonly string[]): void => this.letGo(ids);
      return new KeptContents({ workbench, files, forget });
    });
    return this.keptContents;
  }

  /** Uses every file as its dataset says its coordinates are read. */
  private async adopt(datasets: readonly DatasetRecord[]): Promise<void> {
    await (await this.keptContents)?.bring(datasets);
    // Where a file was read in this page the grid is loaded; kept work may come back to one that has read none.
    if (datasets.some((dataset) => this.needsGrid(dataset))) await loadGrid();
    if (await this.reread.adopt(datasets)) this.finder?.forget();
  }

  /** True where places of a file are converted: all but points that bring their grid metres along, as the demo's do. */
  private needsGrid({ contentId, role, roles }: DatasetRecord): boolean {
    if (!this.workbench.has(contentId)) return false;
    const hasPoints = this.workbench.tableAsRead(contentId).geometry.points !== null;
    if (role === 'premises') return !hasPoints || roles.easting === undefined;
    return !hasPoints && (roles.lon ?? roles.easting) !== undefined;
  }

  /** The steps, once every file of the project is used as its dataset says. */
  private async adopted<T>(project: Project, steps: T): Promise<T> {
    await this.adoptAll(project.datasets);
    return steps;
  }

  /** The same for what needs every file. Throws ContentsMissing. */
  private async adoptAll(datasets: readonly DatasetRecord[]): Promise<void> {
    await this.adopt(datasets);
    const missing = datasets.filter(({ contentId }) => !this.workbench.has(contentId));
    if (missing.length > 0) throw new ContentsMissing(missing);
  }

  async areaLabels(contentId: string, project: Project): Promise<readonly AreaLabel[]> {
    const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
    if (dataset) await this.adopt([dataset]);
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
      () => this.adopted(project, finder.find(this.workbench, project, query)),
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
    const { releaseKindOf, releaseOverlap } = await import('./compare-releases.ts');
    const kind = releaseKindOf(one);
    if (!kind || !this.workbench.has(one.contentId) || !this.workbench.has(other.contentId)) return 0;
    const [first, second] = [one, other].map((dataset) => ({
      dataset,
      table: this.workbench.table(dataset.contentId),
    }));
    const job = `overlap of ${one.contentId} and ${other.contentId}`;
    const settled = await this.jobs.steps(job, releaseOverlap(kind, first, second), () => {});
    return settled.state === 'done' ? settled.value : 0;
  }

  async compareReleases(
    job: string,
    project: Project,
    question: ReleaseQuestion,
    onStep: OnStep,
  ): Promise<Settled<ReleaseComparison>> {
    const { compareProjectReleases } = await import('./compare-releases.ts');
    const compared = await this.jobs.steps(
      job,
      compareProjectReleases(this.workbench, project, question),
      onStep,
    );
    return compared.state === 'done' ? { state: 'done', value: compared.value.comparison } : compared;
  }

  async exportReleaseChanges(
    job: string,
    project: Project,
    question: ReleaseQuestion & { readonly format: 'csv' | 'geojson' },
    onStep: OnStep,
  ): Promise<Settled<string>> {
    const held = confidentialReleases(project, [question.before, question.after]);
    if (held) return { state: 'failed', name: 'Confidential', message: held, place: null };
    const { compareProjectReleases, releaseChangesCsv, releaseChangesGeoJson } = await import(
      './compare-releases.ts'
    );
    const compared = await this.jobs.steps(
      job,
      compareProjectReleases(this.workbench, project, question),
      onStep,
    );
    if (compared.state !== 'done') return compared;
    const write = question.format === 'csv' ? releaseChangesCsv : releaseChangesGeoJson;
    const written = { writtenOn: today(), fingerprints: await this.fingerprintsIfAny(project) };
    return { state: 'done', value: write(compared.value, project, written) };
  }

  async exportWardsCsv(project: Project): Promise<Settled<string>> {
    const { latest } = this;
    if (!latest || !datasetInRole(project, 'premises')) return NOTHING_COUNTED;
    const { wardsCsv } = await import('../formats/wards-csv.ts');
    const shown = shareable(latest.analysis, project);
    const provenance = provenanceOf(latest.analysis, shown.project, today());
    const fingerprints = await this.fingerprintsIfAny(latest.project);
    const told = withFingerprints(withRemark(provenance, shown.remark), fingerprints);
    return { state: 'done', value: wardsCsv(shown.analysis, told) };
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
    return this.jobs.watching(job, async (signal) => {
      const { notSpotsFile } = await import('../formats/not-spots-file.ts');
      const { analysis, prepared } = latest;
      const shown = shareable(analysis, project);
      const told = withRemark(provenanceOf(analysis, shown.project, today()), shown.remark);
      const provenance = withFingerprints(told, await this.fingerprintsIfAny(latest.project));
      const { premises, membership } = prepared;
      const counted = { analysis: shown.analysis, premises, membership };
      return notSpotsFile({ ...counted, format, provenance }, { openDatabase, signal });
    });
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

  private *checking(project: Project, recipeText: string): Generator<WorkStep, BruteForceCheck> {
    const prepared = yield* this.workbench.prepare(project);
    const analysis = yield* this.workbench.analyse(project, recipeText);
    if (!prepared || !analysis)
      throw new Error('There are no premises to check. Drop in a premises file first.');
    const footprints = project.layers
      .filter((layer) => layer.shape === 'polygons')
      .map((layer) => {
        const dataset = project.datasets.find((candidate) => candidate.contentId === layer.contentId);
        return {
          layer,
          areas: this.workbench.areasOf({
            contentId: layer.contentId,
            roles: dataset?.roles ?? {},
            where: layer.where,
          }),
        };
      });
    return yield* checkAnalysis(prepared, analysis, footprints, project.layers);
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

const noContentFiles = (): Promise<ContentFiles> =>
  Promise.reject(new Error('This browser keeps no files for Notspot.'));

const refuseDatabase: OpenDatabase = async () => {
  throw new Error('Databases cannot be opened here.');
};

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
