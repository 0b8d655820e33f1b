import { describe, expect, it } from 'vitest';
import type { Polygons } from '../../../src/domain/geo/geometry.ts';
import { NO_GEOMETRY, type SourceTable } from '../../../src/domain/tables/source-table.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { shapesTile, shapesTileIndex } from '../../../src/workers/tiles/shapes-tile.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';
import { readLayer, tileHolding } from './read-tile.ts';

function tableOf(
  columns: Readonly<Record<string, readonly string[]>>,
  geometry: Partial<SourceTable['geometry']>,
): SourceTable {
  const entries = Object.entries(columns);
  return {
    fileName: 'areas.geojson',
    format: 'geojson',
    rows: entries[0]?.[1].length ?? 1,
    columns: entries.map(([name, cells]) => textColumn(name, cells)),
    geometry: { ...NO_GEOMETRY, ...geometry },
    headerAssumed: false,
  };
}

const withRows = (polygons: Polygons, ...rows: number[]) => ({ ...polygons, row: Uint32Array.from(rows) });

describe('the shapes of a file as tiles', () => {
  it('carry their row’s cells, trimmed, blanks left out, and the code an area without one goes by', () => {
    const polygons = withRows(
      polygonsOf([rectangle(-1.6, 52.4, -1.4, 52.6)], [rectangle(-1.3, 52.4, -1.2, 52.6)]),
      0,
      1,
    );
    const index = shapesTileIndex(tableOf({ code: [' E05 ', 'E06'], name: ['Abbey', ''] }, { polygons }));
    const features = readLayer(shapesTile(index, ...tileHolding(-1.35, 52.5, 7)), 'polygons');
    expect(features.map((f) => f.properties)).toEqual([
      { code: 'E05', name: 'Abbey', area: 'row 1' },
      { code: 'E06', area: 'row 2' },
    ]);
  });

  it('keep holes, and lie where they were', () => {
    const polygons = withRows(
      polygonsOf([rectangle(-1.6, 52.4, -1.4, 52.6), rectangle(-1.55, 52.45, -1.45, 52.55)]),
      0,
    );
    const tile = tileHolding(-1.5, 52.5, 8);
    const [feature] = readLayer(shapesTile(shapesTileIndex(tableOf({}, { polygons })), ...tile), 'polygons');
    const { geometry } = feature.toGeoJSON(tile[1], tile[2], tile[0]);
    if (geometry.type !== 'Polygon') throw new Error(geometry.type);
    expect(geometry.coordinates).toHaveLength(2);
    const lons = geometry.coordinates[1].map(([lon]) => lon);
    expect(Math.min(...lons)).toBeCloseTo(-1.55, 3);
    expect(Math.max(...lons)).toBeCloseTo(-1.45, 3);
  });

  it('come as lines and points too', () => {
    const lines = {
      coordinates: Float64Array.of(-1.5, 52.5, -1.49, 52.51),
      lineStarts: Uint32Array.of(0, 2),
      row: Uint32Array.of(0),
    };
    const points = { lon: Float64Array.of(-1.495), lat: Float64Array.of(52.505), row: Uint32Array.of(1) };
    const index = shapesTileIndex(tableOf({ kind: ['street', 'place'] }, { lines, points }));
    const tile = shapesTile(index, ...tileHolding(-1.495, 52.505, 12));
    expect(readLayer(tile, 'lines').map((f) => f.properties.kind)).toEqual(['street']);
    expect(readLayer(tile, 'points').map((f) => f.properties.kind)).toEqual(['place']);
    expect(readLayer(tile, 'polygons')).toEqual([]);
  });

  it('are an empty buffer where nothing lies, and where the file has no shapes', () => {
    const polygons = withRows(polygonsOf([rectangle(-1.6, 52.4, -1.4, 52.6)]), 0);
    expect(shapesTile(shapesTileIndex(tableOf({}, { polygons })), 10, 0, 0).byteLength).toBe(0);
    expect(shapesTile(shapesTileIndex(tableOf({ a: ['1'] }, {})), 0, 0, 0).byteLength).toBe(0);
  });

  it('leave out long texts, and columns named like parts of every object', () => {
    const polygons = withRows(polygonsOf([rectangle(-1.6, 52.4, -1.4, 52.6)]), 0);
    const columns = { code: ['E05'], constructor: ['x'], ['__proto__']: ['y'], notes: ['long '.repeat(100)] };
    const index = shapesTileIndex(tableOf(columns, { polygons }));
    const [feature] = readLayer(shapesTile(index, ...tileHolding(-1.5, 52.5, 8)), 'polygons');
    expect(feature.properties).toEqual({ code: 'E05', area: 'row 1' });
  });

  it('of 200,000 vertices are ready in far less than a second each', () => {
    const ring = Array.from({ length: 200_000 }, (_, i): [number, number] => {
      const angle = (i / 200_000) * 2 * Math.PI;
      const reach = 0.1 + 0.01 * Math.sin(angle * 900);
      return [-1.5 + reach * Math.cos(angle), 52.5 + 0.6 * reach * Math.sin(angle)];
    });
    const table = tableOf({ code: ['a'] }, { polygons: withRows(polygonsOf([ring]), 0) });
    const begun = performance.now();
    const index = shapesTileIndex(table);
    const first = shapesTile(index, ...tileHolding(-1.4, 52.5, 10));
    const deep = shapesTile(index, ...tileHolding(-1.4, 52.5, 15));
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(first.byteLength).toBeGreaterThan(0);
    expect(first.byteLength).toBeLessThan(200_000);
    expect(deep.byteLength).toBeGreaterThan(0);
  });
});
