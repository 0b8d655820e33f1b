import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { DatasetRecord, Project } from '../domain/project/project.ts';
import { Workbench } from '../domain/project/workbench.ts';
import { canHash } from '../formats/sha-256.ts';
import type { ContentFiles } from '../storage/content-files.ts';
import { ContentsMissing } from './contents-missing.ts';
import { ContentsReread } from './contents-reread.ts';
import type { KeptContents } from './kept-contents.ts';

export interface ContentsInUseOptions {
  /** Where packed contents are kept; without it nothing is. */
  readonly files?: () => Promise<ContentFiles>;
  /** Contents were let go of: what else was made of them is forgotten. */
  readonly onLetGo: (contentIds: readonly string[]) => void;
  /** A content is used in another way than before. */
  readonly onReread: () => void;
}

/** The contents that jobs work on, loaded, reread or brought from the store as a project names them. */
export class ContentsInUse {
  readonly workbench = new Workbench();
  readonly reread = new ContentsReread(this.workbench);
  private readonly options: ContentsInUseOptions;
  private keptContents: Promise<KeptContents> | null = null;

  constructor(options: ContentsInUseOptions) {
    this.options = options;
  }

  /** Uses every file as its dataset says its coordinates are read. */
  async adopt(datasets: readonly DatasetRecord[]): Promise<void> {
    await (await this.keptContents)?.bring(datasets);
    // Where a file was read in this page the grid is loaded; kept work may come back to one that has read none.
    if (datasets.some((dataset) => this.needsGrid(dataset))) await loadGrid();
    if (await this.reread.adopt(datasets)) this.options.onReread();
  }

  /** The same for what needs every file. Throws ContentsMissing. */
  async adoptAll(datasets: readonly DatasetRecord[]): Promise<void> {
    await this.adopt(datasets);
    const missing = datasets.filter(({ contentId }) => !this.workbench.has(contentId));
    if (missing.length > 0) throw new ContentsMissing(missing);
  }

  /** The steps, once every file of the project is used as its dataset says. */
  async adopted<T>(project: Project, steps: T): Promise<T> {
    await this.adoptAll(project.datasets);
    return steps;
  }

  /** Forgets contents as the workbench has them; the store keeps its own. */
  letGo(contentIds: readonly string[]): void {
    this.workbench.forget(new Set(contentIds));
    this.reread.forget(contentIds);
    this.options.onLetGo(contentIds);
  }

  /** The kept contents. */
  kept(): Promise<KeptContents> {
    this.keptContents ??= import('./kept-contents.ts').then(({ KeptContents }) => {
      const { workbench } = this;
      const { files = noContentFiles } = this.options;
      const forget = (ids: readonly string[]): void => this.letGo(ids);
      return new KeptContents({ workbench, files, forget });
    });
    return this.keptContents;
  }

  /** The kept contents where a job has asked for them before; else null. */
  keptSoFar(): Promise<KeptContents> | null {
    return this.keptContents;
  }

  async fingerprintsOf(project: Project, quiet?: () => Promise<void>): Promise<Fingerprints> {
    const { fingerprintsOf } = await import('./project-files.ts');
    await quiet?.();
    await this.adopt(project.datasets);
    return fingerprintsOf(await this.kept(), project, quiet);
  }

  /** For an export, which leaves them empty where the browser works none out. */
  async fingerprintsIfAny(project: Project): Promise<Fingerprints | null> {
    return canHash() ? this.fingerprintsOf(project) : null;
  }

  /** For designs, which name contents as they are where the browser works none out or data is missing. */
  async hashesIfAny(project: Project): Promise<ReadonlyMap<string, string> | null> {
    if (!canHash()) return null;
    const { hashesOf } = await import('./project-files.ts');
    return hashesOf(await this.kept(), project).catch(() => null);
  }

  /** True where places of a file are converted: all but points that bring their grid metres along, as the demo's do. */
  private needsGrid({ contentId, role, roles }: DatasetRecord): boolean {
    if (!this.workbench.has(contentId)) return false;
    const hasPoints = this.workbench.tableAsRead(contentId).geometry.points !== null;
    if (role === 'premises') return !hasPoints || roles.easting === undefined;
    return !hasPoints && (roles.lon ?? roles.easting) !== undefined;
  }
}

const noContentFiles = (): Promise<ContentFiles> =>
  Promise.reject(new Error('This browser keeps no files for Notspot.'));
