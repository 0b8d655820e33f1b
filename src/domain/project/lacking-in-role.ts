import type { SourceTable } from '../tables/source-table.ts';
import type { DatasetRecord } from './project.ts';

/** What a file lacks to be heights, buildings or trees, and what to do, in words; null where it lacks nothing or is none of them. */
export function lackingInRole(
  { role, roles, fileName }: DatasetRecord,
  { heights, geometry }: SourceTable,
): string | null {
  if (role === 'heights' && !heights)
    return `it holds no grid of heights. Give ${fileName} again if it did, or use it as something else.`;
  // Without heights they still tell where roofs are, on a surface that has them.
  if (role === 'buildings' && !geometry.polygons)
    return 'its rows have no outlines. Give footprints as polygons.';
  if (role === 'trees') {
    const hasPlaces = geometry.points !== null || (roles.lon ?? roles.easting) !== undefined;
    if (!hasPlaces) return 'its rows are no points. Give trees as points.';
    if (!roles.height) return 'no column says how high its trees are. Choose it, under Columns.';
  }
  return null;
}
