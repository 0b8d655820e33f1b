import fc from 'fast-check';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { writeFlatGeobuf } from '../../src/formats/flatgeobuf-write.ts';
import { type WritableFeature, writeGeoJson } from '../../src/formats/geojson.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';
import { mutated } from './mutated-bytes.ts';

const square = [
  [-1, 52],
  [-0.9, 52],
  [-0.9, 52.1],
  [-1, 52.1],
  [-1, 52],
];
const hole = [
  [-0.98, 52.02],
  [-0.98, 52.04],
  [-0.96, 52.04],
  [-0.96, 52.02],
  [-0.98, 52.02],
];
const features: WritableFeature[] = [
  {
    geometry: { type: 'Point', coordinates: [-1.5, 52.5] },
    properties: { uprn: '00042', share: 0.1, live: true },
  },
  {
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [-1, 52],
        [-2, 53],
      ],
    },
    properties: { uprn: null, share: null, live: null },
  },
  {
    geometry: {
      type: 'LineString',
      coordinates: [
        [-1, 52],
        [-2, 53],
      ],
    },
    properties: { uprn: 'Ŵyr', share: -2, live: false },
  },
  {
    geometry: {
      type: 'MultiLineString',
      coordinates: [
        [
          [-1, 52],
          [-2, 53],
        ],
        [
          [0, 51],
          [0, 52],
        ],
      ],
    },
    properties: {},
  },
  { geometry: { type: 'Polygon', coordinates: [square, hole] }, properties: {} },
  {
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [square, hole],
        [
          [
            [1, 52],
            [1.1, 52],
            [1.1, 52.1],
            [1, 52],
          ],
        ],
      ],
    },
    properties: {},
  },
];

describe('a FlatGeobuf', () => {
  test('is read as it was written, and as its features are as GeoJSON', async () => {
    const { table, report } = await readOne(memoryFile('a.fgb', writeFlatGeobuf('a', features)), quietly());
    const same = await readOne(memoryFile('a.geojson', writeGeoJson(features)), quietly());
    expect(table.geometry).toEqual(same.table.geometry);
    expect(table.columns).toEqual(same.table.columns);
    expect(report.issues).toEqual([]);
    expect(table.rows).toBe(6);
  });

  test('of another writer is read, system guessed and said', async () => {
    const collection = {
      type: 'FeatureCollection' as const,
      features: [0, 1, 2].map((i) => ({
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: [-1.5 + i / 10, 52.5] },
        properties: { n: i, t: `row ${i}` },
      })),
    };
    const { table, report } = await readOne(memoryFile('b.fgb', serialize(collection as never)), quietly());
    expect([...(table.geometry.points?.lon ?? [])]).toEqual([-1.5, -1.4, -1.3]);
    expect(table.columns.map((column) => [column.name, cellText(column, 2)])).toEqual([
      ['n', '2'],
      ['t', 'row 2'],
    ]);
    expect(report.issues.map(({ code }) => code)).toEqual(['CRS_UNKNOWN']);
  });

  test('cut off is refused by name', async () => {
    const bytes = writeFlatGeobuf('a', features);
    for (const end of [9, 40, bytes.length - 8])
      await expect(readFile(memoryFile('a.fgb', bytes.slice(0, end)), quietly())).rejects.toMatchObject({
        report: { issues: [{ code: 'FILE_CORRUPT' }] },
      });
  });

  test('however damaged, is read or refused', async () => {
    const bytes = writeFlatGeobuf('a', features);
    await fc.assert(
      fc.asyncProperty(mutated(bytes), async (content) => {
        try {
          await readFile(memoryFile('a.fgb', content), quietly());
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
