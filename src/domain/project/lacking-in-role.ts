import type { SourceTable } from '../tables/source-table.ts';
import type { DatasetRecord } from './project.ts';

/** What a file lacks to be heights, buildings or trees, and what to do, in words; null where it lacks nothing or is none of them. */
export function lackingInRole(
  { role, roles, fileName }: DatasetRecord,
  { heights, geometry }: SourceTable,
): string | null {
  if (role === 'heights' && !heights)
    return `it holds no grid of heights. Give ${fileName} again if it did, or use it as something else.`;
  if (role === 'buildings') {
    if (!geometry.polygons) return 'its rows have no outlines. Give footprints as polygons.';
    if (!roles.height && !roles.levels)
      return 'no column says how high its buildings are. Choose that of their height or levels, under Columns.';
  }
  if (role === 'trees') {
    const hasPlaces = geometry.points !== null || (roles.lon ?? roles.easting) !== undefined;
    if (!hasPlaces) return 'its rows are no points. Give trees as points.';
    if (!roles.height) return 'no column says how high its trees are. Choose it, under Columns.';
  }
  return null;
}
