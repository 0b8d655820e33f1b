import { gridToLonLat } from '../src/domain/geo/british-national-grid.ts';
import type { SourceGeometry, SourceTable } from '../src/domain/tables/source-table.ts';
import { NO_GEOMETRY } from '../src/domain/tables/source-table.ts';
import { textColumn } from '../src/domain/tables/text-column.ts';
import type { Position } from './ground/position.ts';

/** A file of the borough before it is written: rows of cells, with shapes in grid metres (rings open). */
export interface BoroughFile {
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly rows: readonly BoroughRow[];
}

export interface BoroughRow {
  readonly cells: readonly string[];
  readonly shape:
    | null
    | { readonly kind: 'point'; readonly position: Position }
    | { readonly kind: 'line'; readonly line: readonly Position[] }
    | { readonly kind: 'polygons'; readonly polygons: readonly (readonly (readonly Position[])[])[] };
}

/** Degrees to 1e-7 (about 1 cm): what every format of the borough holds, so that they agree to the digit. */
export function degreesOf([easting, northing]: Position): [number, number] {
  const [lon, lat] = gridToLonLat(easting, northing);
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** The file as the app's reader would hand it over. */
export function tableOf(file: BoroughFile): SourceTable {
  return {
    fileName: file.fileName,
    format: file.fileName.endsWith('.csv') ? 'csv' : 'geojson',
    rows: file.rows.length,
    columns: file.columns.map((name, i) =>
      textColumn(
        name,
        file.rows.map((row) => row.cells[i]),
      ),
    ),
    geometry: geometryOf(file),
    headerAssumed: false,
  };
}

function geometryOf({ rows }: BoroughFile): SourceGeometry {
  if (rows.every((row) => row.shape === null)) return NO_GEOMETRY;
  return { points: pointsOf(rows), lines: linesOf(rows), polygons: polygonsOf(rows) };
}

function pointsOf(rows: readonly BoroughRow[]): SourceGeometry['points'] {
  const row: number[] = [];
  const lon: number[] = [];
  const lat: number[] = [];
  rows.forEach(({ shape }, i) => {
    if (shape?.kind !== 'point') return;
    const [x, y] = degreesOf(shape.position);
    row.push(i);
    lon.push(x);
    lat.push(y);
  });
  return row.length === 0
    ? null
    : { row: Uint32Array.from(row), lon: Float64Array.from(lon), lat: Float64Array.from(lat) };
}

function linesOf(rows: readonly BoroughRow[]): SourceGeometry['lines'] {
  const row: number[] = [];
  const coordinates: number[] = [];
  const lineStarts: number[] = [0];
  rows.forEach(({ shape }, i) => {
    if (shape?.kind !== 'line') return;
    row.push(i);
    for (const position of shape.line) coordinates.push(...degreesOf(position));
    lineStarts.push(coordinates.length / 2);
  });
  return row.length === 0
    ? null
    : {
        row: Uint32Array.from(row),
        coordinates: Float64Array.from(coordinates),
        lineStarts: Uint32Array.from(lineStarts),
      };
}

function polygonsOf(rows: readonly BoroughRow[]): SourceGeometry['polygons'] {
  const row: number[] = [];
  const coordinates: number[] = [];
  const ringStarts: number[] = [0];
  const polygonStarts: number[] = [0];
  rows.forEach(({ shape }, i) => {
    if (shape?.kind !== 'polygons') return;
    for (const rings of shape.polygons) {
      row.push(i);
      for (const ring of rings) {
        for (const position of [...ring, ring[0]]) coordinates.push(...degreesOf(position));
        ringStarts.push(coordinates.length / 2);
      }
      polygonStarts.push(ringStarts.length - 1);
    }
  });
  return row.length === 0
    ? null
    : {
        row: Uint32Array.from(row),
        coordinates: Float64Array.from(coordinates),
        ringStarts: Uint32Array.from(ringStarts),
        polygonStarts: Uint32Array.from(polygonStarts),
      };
}
