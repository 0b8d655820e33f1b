import { Workbench } from '../domain/project/workbench.ts';
import type { HeightGrid } from '../domain/terrain/height-grid.ts';
import { Roofs } from '../domain/terrain/roofs.ts';
import { AskedFiles } from './asked-files.ts';

/** The roofs of a file of footprints over a surface; null where none is asked. Throws words where it holds no polygons. */
export async function askedRoofs(path: string | null, surface: HeightGrid): Promise<Roofs | null> {
  if (path === null) return null;
  const { table } = await new AskedFiles(new Workbench()).open(path, null);
  const { polygons } = table.geometry;
  if (!polygons) throw new Error(`${table.fileName}: --buildings needs polygons, and it holds none.`);
  return new Roofs(polygons, surface);
}
