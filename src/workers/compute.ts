import { transfer } from 'comlink';
import type { LayerRecord } from '../domain/coverage/layer.ts';
import { layerAnswerAt } from '../domain/coverage/layer-answer-at.ts';
import { type Box, boxOf, boxOfPoints } from '../domain/geo/geometry.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { BruteForceCheck } from '../domain/not-spots/brute-force.ts';
import { checkAnalysis } from '../domain/not-spots/check-analysis.ts';
import { provenanceOf } from '../domain/not-spots/provenance.ts';
import { premisesCell, unitsAt } from '../domain/premises/premises-table.ts';
import { areaNameOf } from '../domain/project/area-name.ts';
import { type ReadContent, readRecord } from '../domain/project/dataset-record.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../domain/project/project.ts';
import { reportInRole } from '../domain/project/report-in-role.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { type Prepared, Workbench } from '../domain/project/workbench.ts';
import { FileRefused, type FileReport } from '../domain/tables/file-report.ts';
import { notSpotsGeoJson } from '../formats/not-spots-geojson.ts';
import { readPack } from '../formats/pack.ts';
import { type ReadTable, readFile } from '../formats/read-file.ts';
import { suggestRoles } from '../formats/suggest-roles.ts';
import { wardsCsv } from '../formats/wards-csv.ts';
import type {
  AreaLabel,
  ComputeApi,
  OnStep,
  PremisesRow,
  ReadFileOutcome,
  Settled,
  TileSource,
} from './compute-api.ts';
import { JobTable } from './job-table.ts';
import { areaLabelsOf } from './tiles/area-labels.ts';
import { premisesTile } from './tiles/premises-tile.ts';
import { type ShapesTileIndex, shapesTile, shapesTileIndex } from './tiles/shapes-tile.ts';

/** The jobs of the compute worker. Does not know that it is in one: the tests run it in their own thread. */
export class Compute implements ComputeApi {
  private readonly workbench = new Workbench();
  private readonly jobs = new JobTable();
  private readonly tiles = new Map<string, ShapesTileIndex>();
  private latest: { prepared: Prepared; analysis: Analysis; project: Project } | null = null;
  private readonly readReports = new Map<string, FileReport>();
  private files = 0;

  async openPack(job: string, bytes: ArrayBuffer, onStep: OnStep): Promise<Settled<Project>> {
    return this.jobs.watching(job, async () => {
      onStep({ what: 'Opening the demo borough', fraction: 0 });
      const pack = readPack(new Uint8Array(bytes));
      for (const { contentId, table } of pack.contents) this.workbench.put(contentId, table);
      return pack.project;
    });
  }

  async readFile(job: string, file: File, onStep: OnStep): Promise<Settled<readonly ReadFileOutcome[]>> {
    return this.jobs.watching(job, async (signal) => {
      try {
        const onProgress = (fraction: number, what: string): void => onStep({ what, fraction });
        const tables = await readFile(file, { onProgress, signal });
        return tables.map((read) => this.taken(read));
      } catch (error) {
        if (error instanceof FileRefused) return [{ report: error.report, taken: null }];
        throw error;
      }
    });
  }

  private taken({ table, report }: ReadTable): ReadFileOutcome {
    // The same data again is the same content: counted once, however often it is dropped.
    const contentId = this.workbench.contentLike(table) ?? `file-${++this.files}`;
    this.workbench.put(contentId, table);
    if (!this.readReports.has(contentId)) this.readReports.set(contentId, report);
    const content: ReadContent = {
      contentId,
      rows: table.rows,
      format: table.format,
      columnNames: table.columns.map((column) => column.name),
      suggestion: suggestRoles(table),
      areaName: areaNameOf(table),
    };
    const { dataset, layers } = readRecord(content, report);
    return { report: reportInRole(this.workbench, dataset, layers, report), taken: content };
  }

  async reportInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): Promise<FileReport> {
    const asRead = this.readReports.get(dataset.contentId);
    return asRead ? reportInRole(this.workbench, dataset, layers, asRead) : dataset.report;
  }

  async keepOnly(contentIds: readonly string[]): Promise<void> {
    const keep = new Set(contentIds);
    this.workbench.keepOnly(keep);
    for (const contentId of this.tiles.keys()) if (!keep.has(contentId)) this.tiles.delete(contentId);
  }

  async analyse(
    job: string,
    project: Project,
    recipeText: string,
    onStep: OnStep,
  ): Promise<Settled<Analysis | null>> {
    return this.jobs.steps(job, this.analysing(project, recipeText), onStep);
  }

  async checkByBruteForce(
    job: string,
    project: Project,
    recipeText: string,
    onStep: OnStep,
  ): Promise<Settled<BruteForceCheck>> {
    return this.jobs.steps(job, this.checking(project, recipeText), onStep);
  }

  async tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer> {
    const bytes = this.tileBytes(source, z, x, y);
    return transfer(bytes, [bytes]);
  }

  private tileBytes(source: TileSource, z: number, x: number, y: number): ArrayBuffer {
    if (source.kind === 'premises') {
      if (!this.latest) return new ArrayBuffer(0);
      const { prepared, analysis } = this.latest;
      return premisesTile(
        { premises: prepared.premises, rowState: analysis.rowState, rowChance: analysis.rowChance },
        z,
        x,
        y,
      );
    }
    if (!this.workbench.has(source.contentId)) return new ArrayBuffer(0);
    let index = this.tiles.get(source.contentId);
    if (!index) {
      index = shapesTileIndex(this.workbench.table(source.contentId));
      this.tiles.set(source.contentId, index);
    }
    return shapesTile(index, z, x, y);
  }

  async areaLabels(contentId: string, project: Project): Promise<readonly AreaLabel[]> {
    const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
    return dataset && this.workbench.has(contentId) ? areaLabelsOf(this.workbench.areasOf(dataset)) : [];
  }

  async boxOfContent(contentId: string): Promise<Box | null> {
    if (!this.workbench.has(contentId)) return null;
    const { polygons, lines, points } = this.workbench.table(contentId).geometry;
    const shapes = polygons ?? lines;
    if (shapes) return boxOf(shapes.coordinates);
    if (points) return boxOfPoints(points);
    // A CSV has no geometry of its own: where its rows were placed is what it covers.
    const placed = this.latest?.project.datasets.find(
      (dataset) => dataset.contentId === contentId && dataset.role === 'premises',
    );
    return placed && this.latest ? boxOfPoints(this.latest.prepared.premises) : null;
  }

  async premisesRow(project: Project, row: number): Promise<PremisesRow | null> {
    if (!this.latest || !(row >= 0 && row < this.latest.prepared.premises.count)) return null;
    const { premises, membership, wards, answers } = this.latest.prepared;
    return {
      id: premisesCell(premises, premises.ids, row),
      lon: premises.lon[row],
      lat: premises.lat[row],
      units: unitsAt(premises, row),
      wardCode: wards.codes[membership.wardOf[row]] ?? null,
      cells: premises.columns.map((column) => ({
        column: column.name,
        text: premisesCell(premises, column, row),
      })),
      answers: project.layers.flatMap((layer) => {
        const answer = answers.get(layer.id);
        return answer ? [{ layerId: layer.id, answer: layerAnswerAt(answer, row) }] : [];
      }),
    };
  }

  async exportWardsCsv(project: Project): Promise<Settled<string>> {
    return this.exported(project, ({ analysis }) =>
      wardsCsv(analysis, provenanceOf(analysis, project, today())),
    );
  }

  async exportNotSpotsGeoJson(project: Project): Promise<Settled<string>> {
    return this.exported(project, ({ analysis, prepared }) => {
      return notSpotsGeoJson(
        analysis,
        prepared.premises,
        prepared.membership,
        provenanceOf(analysis, project, today()),
      );
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
          areas: this.workbench.areasOf({ contentId: layer.contentId, roles: dataset?.roles ?? {} }),
        };
      });
    return yield* checkAnalysis(prepared, analysis, footprints);
  }

  private async exported(
    project: Project,
    write: (latest: NonNullable<Compute['latest']>) => string,
  ): Promise<Settled<string>> {
    const { latest } = this;
    if (!latest || !datasetInRole(project, 'premises')) {
      return {
        state: 'failed',
        name: 'NothingCounted',
        message: 'Nothing is counted yet. Drop in premises and coverage first.',
        place: null,
      };
    }
    return { state: 'done', value: write(latest) };
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
