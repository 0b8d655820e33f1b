import type { LayerRecord } from '../domain/coverage/layer.ts';
import type { FindAnswer } from '../domain/find/find-result.ts';
import type { Box } from '../domain/geo/geometry.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { BruteForceCheck } from '../domain/not-spots/brute-force.ts';
import type { CoordinatesView } from '../domain/project/coordinates-view.ts';
import type { ReadContent } from '../domain/project/dataset-record.ts';
import type { InputName } from '../domain/project/differing-inputs.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { DatasetRecord, DatasetReports, Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { QualityReport } from '../domain/quality/quality-note.ts';
import type { ReleaseComparison } from '../domain/releases/comparison.ts';
import type { ReleaseQuestion } from '../domain/releases/project-releases.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { VerdictRequest } from '../domain/verdict/verdict-of-project.ts';
import type { NotSpotsFormat } from '../formats/not-spots-file.ts';
import type { KeptContentName } from '../storage/kept-records.ts';
import type { ContentLost, KeptOne } from './kept-contents.ts';
import type { OpenedProjectFile, WriteOptions, WrittenProjectFile } from './project-files.ts';
import type { OpenedLink, ShareDraft, ShareQuestion } from './share-links.ts';
import type { Studies, StudyName } from './studies.ts';

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
  /** Where data of a project is missing: the hash of what was read, and the contents in whose place it was taken. */
  readonly lost?: { readonly hash: string; readonly contentIds: readonly string[] };
}

export type OnStep = (step: WorkStep) => void;

/** Where the worker's map tiles come from. */
export type TileSource =
  /** Of the count on show, or of one that a study left. */
  | { readonly kind: 'premises'; readonly count?: CountName }
  /** `contentId` as `contentAsRead` names the content. */
  | { readonly kind: 'shapes'; readonly contentId: string }
  /** What a study keeps for the map, as shapesTileIndex made it. */
  | { readonly kind: 'study'; readonly study: string };

/** A count that the study of two sides left for the map. */
export type CountName = 'before' | 'after' | 'difference';

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
  reportInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): Promise<DatasetReports>;
  /** Gives back the memory of these contents and of all derived from them. */
  forgetContents(contentIds: readonly string[]): Promise<void>;
  /** Counts by a recipe; rowState and rowChance of the answer are empty, as withoutRows says. */
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
  /** A long job over the whole project, one of `Studies`. */
  study<Name extends StudyName>(
    job: string,
    name: Name,
    project: Project,
    question: Studies[Name]['question'],
    onStep: OnStep,
  ): Promise<Settled<Studies[Name]['answer']>>;
  /** What there is to know about the loaded data before its numbers. */
  quality(job: string, project: Project, onStep: OnStep): Promise<Settled<QualityReport>>;
  tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer>;
  areaLabels(contentId: string, project: Project): Promise<readonly AreaLabel[]>;
  /** Of a content, by the name that `contentAsRead` gives it. */
  boxOfContent(name: string): Promise<Box | null>;
  /** How a file's coordinates are read, with some of its places; null where it has none. */
  coordinates(dataset: DatasetRecord): Promise<CoordinatesView | null>;
  /** What a text means in the project, and where that is; null where it has no premises. */
  find(job: string, project: Project, query: string, onStep: OnStep): Promise<Settled<FindAnswer | null>>;
  /** What some premises get, layer by layer; null where there are no such rows. */
  verdict(
    job: string,
    project: Project,
    request: VerdictRequest,
    onStep: OnStep,
  ): Promise<Settled<Verdict | null>>;
  /** How much two files of one layout speak of the same places, 0 to 1. */
  releaseOverlap(one: DatasetRecord, other: DatasetRecord): Promise<number>;
  compareReleases(
    job: string,
    project: Project,
    question: ReleaseQuestion,
    onStep: OnStep,
  ): Promise<Settled<ReleaseComparison>>;
  /** What changed between two releases, thing by thing, as a file. */
  exportReleaseChanges(
    job: string,
    project: Project,
    question: ReleaseQuestion & { readonly format: 'csv' | 'geojson' },
    onStep: OnStep,
  ): Promise<Settled<string>>;
  exportWardsCsv(project: Project): Promise<Settled<string>>;
  /** The not-spots of the count on show as a file: text, or bytes where the format is binary. */
  exportNotSpots(
    job: string,
    project: Project,
    format: NotSpotsFormat,
    onStep: OnStep,
  ): Promise<Settled<string | Uint8Array>>;
  /** Puts these contents in the browser's store, each whole. Fails as QuotaExceededError where it has no room. */
  keepContents(
    job: string,
    contentIds: readonly string[],
    onStep: OnStep,
  ): Promise<Settled<readonly KeptOne[]>>;
  /** Brings contents back from the store: `now` at once, `later` when a project names them. Gives those that are lost. */
  restoreContents(
    job: string,
    names: { readonly now: readonly KeptContentName[]; readonly later: readonly KeptContentName[] },
    onStep: OnStep,
  ): Promise<Settled<readonly ContentLost[]>>;
  /** The project with all its data as a .notspot file. Fails as ProjectRefused beyond a file's limits. */
  writeProjectFile(
    job: string,
    project: Project,
    options: Pick<WriteOptions, 'leaveOutConfidential' | 'savedAt'>,
    onStep: OnStep,
  ): Promise<Settled<WrittenProjectFile>>;
  /** Reads a .notspot file; its contents are in the worker then, named by their hashes. Fails as ProjectRefused. */
  openProjectFile(job: string, file: File, onStep: OnStep): Promise<Settled<OpenedProjectFile>>;
  /** What will leave by a link or a file, and the link. */
  draftShare(
    job: string,
    project: Project,
    question: ShareQuestion,
    onStep: OnStep,
  ): Promise<Settled<ShareDraft>>;
  /** Reads a share link and looks for its data in this browser. Fails as ProjectRefused. */
  openShareLink(job: string, link: string, onStep: OnStep): Promise<Settled<OpenedLink>>;
  /** Takes from the demo borough's pack what a link names; gives what is still missing. */
  takeFromPack(
    job: string,
    bytes: ArrayBuffer,
    missing: readonly InputName[],
    onStep: OnStep,
  ): Promise<Settled<readonly InputName[]>>;
  /** Contents that projects of this visit name and that are nowhere in this browser. */
  lostContents(): Promise<readonly KeptContentName[]>;
  fingerprints(job: string, project: Project, onStep: OnStep): Promise<Settled<Fingerprints>>;
  cancel(job: string): Promise<void>;
  /** Tries fetch('data:,x'): refused exactly when this worker's own response carried the policy. */
  isLocked(): Promise<boolean>;
}
