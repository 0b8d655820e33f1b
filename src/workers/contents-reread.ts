import { loadGrid } from '../domain/geo/british-national-grid.ts';
import { contentAsRead, splitContentAsRead } from '../domain/geo/coordinate-choice.ts';
import { type CoordinatesView, coordinatesView } from '../domain/project/coordinates-view.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { readCoordinatesAnew, reportReadAnew, type TableReadAnew } from '../formats/read-coordinates-anew.ts';

type Read = Pick<DatasetRecord, 'contentId' | 'coordinates'>;

/** Keeps the tables whose coordinates a person had read in another way, each worked out once. */
export class ContentsReread {
  private readonly workbench: Workbench;
  private readonly reread = new Map<string, Promise<TableReadAnew>>();
  private readonly views = new WeakMap<SourceTable, Map<string, CoordinatesView | null>>();

  constructor(workbench: Workbench) {
    this.workbench = workbench;
  }

  /** Lets the workbench use every content as its dataset says. True where one was used in another way before. */
  async adopt(datasets: readonly Read[]): Promise<boolean> {
    let changed = false;
    for (const dataset of datasets) {
      if (!this.workbench.has(dataset.contentId)) continue;
      const table = dataset.coordinates ? (await this.tableOf(dataset)).table : null;
      changed = this.workbench.readAs(dataset.contentId, table) || changed;
    }
    return changed;
  }

  /** The table that `contentAsRead` names; null where the content is not loaded. */
  async table(name: string): Promise<SourceTable | null> {
    const read = splitContentAsRead(name);
    if (!this.workbench.has(read.contentId)) return null;
    return read.coordinates ? (await this.tableOf(read)).table : this.workbench.tableAsRead(read.contentId);
  }

  /** A file's report with its coordinates read as its dataset says. */
  async report(dataset: Read, asRead: FileReport): Promise<FileReport> {
    return dataset.coordinates ? reportReadAnew(asRead, (await this.tableOf(dataset)).issues) : asRead;
  }

  /** How a file's coordinates are read, looked at once for the same reading and columns. */
  async view(dataset: DatasetRecord): Promise<CoordinatesView | null> {
    const name = contentAsRead(dataset);
    const table = await this.table(name);
    if (!table) return null;
    const { lon, lat, easting, northing } = dataset.roles;
    const key = JSON.stringify([lon, lat, easting, northing]);
    const known = this.views.get(table) ?? new Map<string, CoordinatesView | null>();
    this.views.set(table, known);
    if (!known.has(key)) {
      // Shapes lie in degrees already; columns are converted to see.
      if (!hasShapes(table)) await loadGrid();
      known.set(key, coordinatesView(table, dataset.roles));
    }
    return known.get(key) ?? null;
  }

  forget(contentIds: readonly string[]): void {
    for (const name of this.reread.keys())
      if (contentIds.includes(splitContentAsRead(name).contentId)) this.reread.delete(name);
  }

  private tableOf(read: Read): Promise<TableReadAnew> {
    const name = contentAsRead(read);
    let reread = this.reread.get(name);
    if (!reread) {
      const { coordinates, contentId } = read;
      const asRead = this.workbench.tableAsRead(contentId);
      reread = coordinates
        ? loadGrid().then(() => readCoordinatesAnew(asRead, coordinates))
        : Promise.resolve({ table: asRead, issues: [] });
      this.reread.set(name, reread);
    }
    return reread;
  }
}

function hasShapes({ geometry, written }: SourceTable): boolean {
  return Boolean(written || geometry.points || geometry.lines || geometry.polygons);
}
