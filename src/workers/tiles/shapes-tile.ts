import type { Feature, Position } from 'geojson';
import GeoJSONVT, { type LegacyTile } from 'geojson-vt';
import { rowCode } from '../../domain/geo/areas-from-table.ts';
import type { Lines, Points, Polygons } from '../../domain/geo/geometry.ts';
import type { SourceTable } from '../../domain/tables/source-table.ts';
import { cellCount, cellText, type TextColumn } from '../../domain/tables/text-column.ts';
import { TILE_EXTENT } from './tile-projection.ts';
import { writtenTile } from './written-tile.ts';

/** A file's shapes, ready to be cut into tiles. Null where it has none of a kind. */
export interface ShapesTileIndex {
  readonly polygons: GeoJSONVT | null;
  readonly lines: GeoJSONVT | null;
  readonly points: GeoJSONVT | null;
}

/** Deepest zoom whose tiles are cut; MapLibre enlarges these beyond it. */
export const SHAPES_MAX_ZOOM = 16;

/**
 * Prepares a table's own geometry for `shapesTile`. Each shape carries `area` (the code that an area without one of its
 * own goes by: "row 12") and the row's cells in short columns (64 bytes a cell on average; the first 16, more where
 * rows are few), trimmed, under the file's own column names; a blank is left out.
 */
export function shapesTileIndex(table: SourceTable): ShapesTileIndex {
  const { polygons, lines, points } = table.geometry;
  const columns = shortColumns(table);
  const known = new Map<number, Properties>();
  const properties = (row: number): Properties => {
    let found = known.get(row);
    if (!found) {
      found = propertiesOf(columns, row, table.rows);
      known.set(row, found);
    }
    return found;
  };
  return {
    polygons: polygons && tilesOf(polygonFeatures(polygons, properties)),
    lines: lines && tilesOf(lineFeatures(lines, properties)),
    points: points && tilesOf(pointFeatures(points, properties)),
  };
}

/** The vector tile z/x/y with layers "polygons", "lines" and "points"; an empty buffer where nothing lies there. */
export function shapesTile(index: ShapesTileIndex, z: number, x: number, y: number): ArrayBuffer {
  const layers: Record<string, LegacyTile> = {};
  for (const kind of ['polygons', 'lines', 'points'] as const) {
    const tile = index[kind]?.getTile(z, x, y);
    if (tile?.features.length) layers[kind] = tile;
  }
  return writtenTile(layers);
}

type Properties = Record<string, string>;

const LONGEST_MEAN_BYTES = 64;
const MOST_CELLS = 400_000;
const FEWEST_COLUMNS = 16;

function shortColumns(table: SourceTable): TextColumn[] {
  const most = Math.max(FEWEST_COLUMNS, Math.floor(MOST_CELLS / Math.max(1, table.rows)));
  return table.columns.filter((column) => isShort(column) && !isReserved(column.name)).slice(0, most);
}

function isShort(column: TextColumn): boolean {
  return column.bytes.length <= LONGEST_MEAN_BYTES * cellCount(column);
}

/** The tile writer looks names up in plain objects, where "constructor" or "__proto__" stand for something else. */
function isReserved(name: string): boolean {
  return name in Object.prototype;
}

function propertiesOf(columns: readonly TextColumn[], row: number, rows: number): Properties {
  const properties: Properties = Object.create(null);
  for (const column of columns) {
    const text = cellText(column, row).trim();
    if (text !== '') properties[column.name] = text;
  }
  properties.area = rowCode(row, rows);
  return properties;
}

function tilesOf(features: Feature[]): GeoJSONVT {
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    {
      maxZoom: SHAPES_MAX_ZOOM,
      indexMaxZoom: 6,
      indexMaxPoints: 200_000,
      tolerance: 2,
      extent: TILE_EXTENT,
      buffer: 64,
    },
  );
}

function polygonFeatures(
  polygons: Polygons & { readonly row: Uint32Array },
  properties: (row: number) => Properties,
): Feature[] {
  return Array.from(polygons.row, (row, p): Feature => {
    const rings: Position[][] = [];
    for (let ring = polygons.polygonStarts[p]; ring < polygons.polygonStarts[p + 1]; ring++) {
      rings.push(positions(polygons.coordinates, polygons.ringStarts[ring], polygons.ringStarts[ring + 1]));
    }
    return {
      type: 'Feature',
      properties: properties(row),
      geometry: { type: 'Polygon', coordinates: rings },
    };
  });
}

function lineFeatures(
  lines: Lines & { readonly row: Uint32Array },
  properties: (row: number) => Properties,
): Feature[] {
  return Array.from(lines.row, (row, i): Feature => {
    const coordinates = positions(lines.coordinates, lines.lineStarts[i], lines.lineStarts[i + 1]);
    return { type: 'Feature', properties: properties(row), geometry: { type: 'LineString', coordinates } };
  });
}

function pointFeatures(
  points: Points & { readonly row: Uint32Array },
  properties: (row: number) => Properties,
): Feature[] {
  return Array.from(points.row, (row, i): Feature => {
    return {
      type: 'Feature',
      properties: properties(row),
      geometry: { type: 'Point', coordinates: [points.lon[i], points.lat[i]] },
    };
  });
}

function positions(coordinates: Float64Array, from: number, to: number): Position[] {
  const list: Position[] = new Array(to - from);
  for (let i = from; i < to; i++) list[i - from] = [coordinates[2 * i], coordinates[2 * i + 1]];
  return list;
}
