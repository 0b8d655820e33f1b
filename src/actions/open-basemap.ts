import type { Basemap } from '../domain/project/basemap.ts';
import { FileRefused, type FileReport } from '../domain/tables/file-report.ts';
import type { AppContext } from './app-context.ts';

/** A file that was opened as a basemap, or why it could not be. */
export interface BasemapOutcome {
  readonly report: FileReport;
  readonly basemap: Basemap | null;
}

/** Opens a file as a basemap if its first bytes say that it is one; null: it is something else. Changes nothing yet. */
export async function readBasemap(file: File): Promise<BasemapOutcome | null> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  // "PM": only then is the reader fetched.
  if (head[0] !== 0x50 || head[1] !== 0x4d) return null;
  const { isPmtiles, openPmtiles } = await import('../formats/pmtiles-archive.ts');
  if (!(await isPmtiles(file))) return null;
  try {
    const basemap = await openPmtiles(file);
    const rows = { rowsRead: 0, rowsUsed: 0, rowsRepaired: 0, rowsLeftOut: 0 };
    return { basemap, report: { fileName: file.name, bytes: file.size, ...rows, issues: [] } };
  } catch (error) {
    if (error instanceof FileRefused) return { basemap: null, report: error.report };
    throw error;
  }
}

/** Puts a basemap under the map, in place of the one there. A view of the visit: no step of undo, not in the project. */
export function showBasemap(context: AppContext, basemap: Basemap): void {
  const { version } = context.basemap.getState();
  context.basemap.setState({ basemap, version: version + 1, removed: null });
}

/** Takes the basemap away; it can be put back. */
export function removeBasemap(context: AppContext): void {
  const { basemap } = context.basemap.getState();
  context.basemap.setState({ basemap: null, removed: basemap });
}

/** Puts back the basemap that was removed last. */
export function restoreBasemap(context: AppContext): void {
  const { removed } = context.basemap.getState();
  if (removed) showBasemap(context, removed);
}
