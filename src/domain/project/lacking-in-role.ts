import type { SourceTable } from '../tables/source-table.ts';
import type { DatasetRecord } from './project.ts';

/** What a file lacks to be heights, buildings, trees or a part of the streets, and what to do, in words; null where it lacks nothing or is none of them. */
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
  if (role === 'roof access' && !geometry.points && (roles.lon ?? roles.easting) === undefined)
    return 'its rows are no points. Give roofs, masts and columns as points.';
  if (role === 'planned excavations' && !roles.street)
    return 'no column says which street is dug up. Choose it, under Columns.';
  return lackingForStreets(role, roles, geometry);
}

function lackingForStreets(
  role: DatasetRecord['role'],
  roles: DatasetRecord['roles'],
  { lines, points }: SourceTable['geometry'],
): string | null {
  if (role === 'streets' && !lines) return 'its rows are no lines. Give streets as lines.';
  if (role === 'ducts' && !lines) return 'its rows are no lines. Give ducts and pole routes as lines.';
  if (role === 'fibre points' && !points && (roles.lon ?? roles.easting) === undefined)
    return 'its rows are no points. Give fibre points as points.';
  if (role === 'restrictions' && !(roles.street && roles.kind))
    return `no column says ${roles.street ? 'what kind of restriction it is' : 'which street is restricted'}. Choose it, under Columns.`;
  return null;
}
