import type { LayerRecord } from '../domain/coverage/layer.ts';
import type { Box } from '../domain/geo/geometry.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { BruteForceCheck } from '../domain/not-spots/brute-force.ts';
import type { ReadContent } from '../domain/project/dataset-record.ts';
import type { DatasetRecord, Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { FileReport } from '../domain/tables/file-report.ts';

/** How a job ended: every request settles as one of these. */
export type Settled<T> =
  | { readonly state: 'done'; readonly value: T }
  | {
      readonly state: 'failed';
      readonly name: string;
      readonly message: string;
      readonly place: number | null;
    }
  | { readonly state: 'cancelled' };

/** One table of a file read: taken (its content is in the worker under `contentId`) or refused. */
export interface ReadFileOutcome {
  readonly report: FileReport;
  readonly taken: ReadContent | null;
}

export type OnStep = (step: WorkStep) => void;

/** A premises row as text, for the person who asks about one dot. */
export interface PremisesRow {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly units: number;
  readonly wardCode: string | null;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
  /** Per layer: 'covered', 'not covered', 'not known', or the share of its area in percent. */
  readonly answers: readonly {
    readonly layerId: string;
    readonly answer: 'covered' | 'not covered' | 'not known' | number;
  }[];
}

/** Where the worker's map tiles come from. */
export type TileSource =
  | { readonly kind: 'premises' }
  | { readonly kind: 'shapes'; readonly contentId: string };

/** A labelled point of an area, inside it. */
export interface AreaLabel {
  readonly code: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly box: Box;
}

/**
 * What the compute worker does for the screen. `job` names a request so that `cancel` can stop it between two steps.
 * Tiles are Mapbox vector tiles; 'premises' has layer "premises" (points with `row`, `state`, `chance`, `units`,
 * `more`: how many rows the point stands for), 'shapes' has layers "polygons", "lines" and "points" with the file's own
 * short text properties plus `code`.
 */
export interface ComputeApi {
  openPack(job: string, bytes: ArrayBuffer, onStep: OnStep): Promise<Settled<Project>>;
  /** Reads a file: one outcome for each table in it, or one that is refused. */
  readFile(job: string, file: File, onStep: OnStep): Promise<Settled<readonly ReadFileOutcome[]>>;
  /** The report of a loaded file in the role that `dataset` gives it. */
  reportInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): Promise<FileReport>;
  keepOnly(contentIds: readonly string[]): Promise<void>;
  analyse(
    job: string,
    project: Project,
    recipeText: string,
    onStep: OnStep,
  ): Promise<Settled<Analysis | null>>;
  checkByBruteForce(
    job: string,
    project: Project,
    recipeText: string,
    onStep: OnStep,
  ): Promise<Settled<BruteForceCheck>>;
  tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer>;
  areaLabels(contentId: string, project: Project): Promise<readonly AreaLabel[]>;
  boxOfContent(contentId: string): Promise<Box | null>;
  premisesRow(project: Project, row: number): Promise<PremisesRow | null>;
  exportWardsCsv(project: Project): Promise<Settled<string>>;
  exportNotSpotsGeoJson(project: Project): Promise<Settled<string>>;
  cancel(job: string): Promise<void>;
  /** Tries fetch('data:,x'): refused exactly when this worker's own response carried the policy. */
  isLocked(): Promise<boolean>;
}
