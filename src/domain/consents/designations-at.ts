import { type Box, boxOf, boxOfPoints, polygonBox } from '../geo/geometry.ts';
import { groundDistanceMetres } from '../geo/ground-distance.ts';
import { polygonHolds } from '../geo/point-in-polygon.ts';
import type { DatasetRecord } from '../project/project.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';
import { designationOf } from './designation-of.ts';
import { DESIGNATIONS, type DesignationFound } from './site-facts.ts';

/** A point of a designation this near may mean the building at the place. Assumed. */
export const NEAR_METRES = 25;

interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** A loaded file and its rows. */
export interface LoadedFile {
  readonly dataset: DatasetRecord;
  readonly table: SourceTable;
}

/**
 * What the loaded files of designations say of a place in degrees, one answer for each of DESIGNATIONS in order. A file speaks
 * only inside the box round all its shapes: beyond it nothing is known.
 */
export function designationsAt(place: Place, files: readonly LoadedFile[]): readonly DesignationFound[] {
  return DESIGNATIONS.map((designation) => {
    const asked = files
      .filter(({ dataset, table }) => designationOf(dataset) === designation && reaches(table, place))
      .map((file) => ({ fileName: file.dataset.fileName, ...found(file, place) }));
    const state = (['inside', 'near', 'outside'] as const).find((one) =>
      asked.some((file) => file.state === one),
    );
    const speaking = asked.filter((file) => file.state === state);
    return {
      designation,
      state: state ?? 'no data',
      names: [...new Set(speaking.flatMap(({ names }) => names))].filter((name) => name !== ''),
      fileNames: speaking.map(({ fileName }) => fileName),
    };
  });
}

/** Rows of a table whose polygons hold a place (edges included), ascending. */
export function rowsHolding({ geometry: { polygons } }: SourceTable, { lon, lat }: Place): readonly number[] {
  const rows = new Set<number>();
  if (polygons === null) return [];
  for (let polygon = 0; polygon < polygons.row.length; polygon++) {
    const box = polygonBox(polygons, polygon);
    if (box && holds(box, { lon, lat }) && polygonHolds(polygons, polygon, lon, lat))
      rows.add(polygons.row[polygon]);
  }
  return [...rows];
}

function found(
  { dataset, table }: LoadedFile,
  place: Place,
): { readonly state: 'inside' | 'near' | 'outside'; readonly names: readonly string[] } {
  const inside = rowsHolding(table, place);
  const rows = inside.length > 0 ? inside : rowsNear(table, place);
  const column = columnNamed(table.columns, dataset.roles.name ?? 'name');
  return {
    state: inside.length > 0 ? 'inside' : rows.length > 0 ? 'near' : 'outside',
    names: rows.map((row) => (column ? cellText(column, row).trim() : '')),
  };
}

function rowsNear({ geometry: { points } }: SourceTable, place: Place): readonly number[] {
  if (points === null) return [];
  const rows: number[] = [];
  for (let i = 0; i < points.lon.length; i++) {
    if (groundDistanceMetres(place, { lon: points.lon[i], lat: points.lat[i] }) <= NEAR_METRES)
      rows.push(points.row[i]);
  }
  return rows;
}

function reaches({ geometry: { points, polygons } }: SourceTable, place: Place): boolean {
  const boxes = [points && boxOfPoints(points), polygons && boxOf(polygons.coordinates)];
  return boxes.some((box) => box !== null && holds(box, place));
}

function holds([west, south, east, north]: Box, { lon, lat }: Place): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
