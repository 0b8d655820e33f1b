import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { geoJsonPieces, writeGeoJson } from '../../src/formats/geojson.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

const SQUARE = [
  [
    [-1, 52],
    [-0.9, 52],
    [-0.9, 52.1],
    [-1, 52.1],
    [-1, 52],
  ],
];

function collection(...geometries: unknown[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry, i) => ({ type: 'Feature', properties: { n: i }, geometry })),
  });
}

async function read(content: string, chunkBytes?: number) {
  return readOne(memoryFile('own.geojson', content, chunkBytes), quietly());
}

async function refusalOf(content: string): Promise<FileRefused> {
  const error = await read(content).then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(FileRefused);
  return error as FileRefused;
}

describe('geometry', () => {
  test('every kind of shape lands in its array, with its row', async () => {
    const { table, report } = await read(
      collection(
        { type: 'Point', coordinates: [-1, 52] },
        {
          type: 'MultiPoint',
          coordinates: [
            [-1, 52],
            [-2, 53],
          ],
        },
        {
          type: 'LineString',
          coordinates: [
            [-1, 52],
            [-2, 53],
          ],
        },
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [-1, 52],
              [-2, 53],
            ],
            [
              [0, 50],
              [1, 51],
            ],
          ],
        },
        { type: 'Polygon', coordinates: SQUARE },
        {
          type: 'MultiPolygon',
          coordinates: [SQUARE, SQUARE.map((ring) => ring.map(([x, y]) => [x + 1, y]))],
        },
        {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Point', coordinates: [0, 51] },
            { type: 'Polygon', coordinates: SQUARE },
          ],
        },
      ),
    );
    expect(report.issues).toEqual([]);
    expect([...(table.geometry.points?.row ?? [])]).toEqual([0, 1, 1, 6]);
    expect([...(table.geometry.points?.lon ?? [])]).toEqual([-1, -1, -2, 0]);
    expect([...(table.geometry.lines?.row ?? [])]).toEqual([2, 3, 3]);
    expect([...(table.geometry.polygons?.row ?? [])]).toEqual([4, 5, 5, 6]);
    expect([...(table.geometry.polygons?.ringStarts ?? [])]).toEqual([0, 5, 10, 15, 20]);
  });

  test('heights are dropped with a note', async () => {
    const { table, report } = await read(collection({ type: 'Point', coordinates: [-1, 52, 88] }));
    expect(report.issues).toMatchObject([{ code: 'EXTRA_ORDINATES', outcome: 'note', count: 1 }]);
    expect(table.geometry.points?.lat[0]).toBe(52);
  });

  test('open rings are closed; turned holes are turned; a mirrored polygon is turned in silence', async () => {
    const open = [
      [
        [-1, 52],
        [-0.9, 52],
        [-0.9, 52.1],
        [-1, 52.1],
      ],
    ];
    const hole = [
      [-0.97, 52.03],
      [-0.93, 52.03],
      [-0.93, 52.07],
      [-0.97, 52.07],
      [-0.97, 52.03],
    ];
    const mirrored = SQUARE.map((ring) => [...ring].reverse());
    const { table, report } = await read(
      collection(
        { type: 'Polygon', coordinates: open },
        { type: 'Polygon', coordinates: [...SQUARE, hole] },
        { type: 'Polygon', coordinates: mirrored },
      ),
    );
    expect(report.issues.map(({ code, outcome, count }) => [code, outcome, count])).toEqual([
      ['RING_NOT_CLOSED', 'repaired', 1],
      ['WINDING', 'repaired', 1],
    ]);
    const polygons = table.geometry.polygons;
    const areas = [...(polygons?.ringStarts ?? [])]
      .slice(0, -1)
      .map((_, ring) => signedArea(polygons!, ring));
    expect(areas.map(Math.sign)).toEqual([1, 1, -1, 1]);
  });

  test('a border that crosses itself is named', async () => {
    const bowTie = [
      [
        [-1, 52],
        [-0.9, 52.1],
        [-0.9, 52],
        [-1, 52.1],
        [-1, 52],
      ],
    ];
    const { table, report } = await read(collection({ type: 'Polygon', coordinates: bowTie }));
    expect(report.issues).toMatchObject([
      { code: 'SELF_INTERSECTION', outcome: 'repaired', examples: ['feature 1'] },
    ]);
    expect(report.rowsRepaired).toBe(1);
    expect(table.geometry.polygons?.row.length).toBe(1);
  });

  test('a row without a location stays in the table', async () => {
    const { table, report } = await read(collection(null, { type: 'Point', coordinates: [-1, 52] }));
    expect(table.rows).toBe(2);
    expect([...(table.geometry.points?.row ?? [])]).toEqual([1]);
    expect(report.issues).toMatchObject([{ code: 'NO_LOCATION', count: 1, examples: ['feature 1'] }]);
  });

  test('infinite coordinates and places off the earth are left out of the map', async () => {
    const text = collection(
      { type: 'Point', coordinates: [-1, 52] },
      { type: 'Point', coordinates: [-1, 777] },
      { type: 'Point', coordinates: [-1, 99] },
    );
    const { table, report } = await read(text.replace('777', '1e400'));
    expect(report.issues.map(({ code, count }) => [code, count])).toEqual([
      ['NON_FINITE', 1],
      ['OUT_OF_RANGE', 1],
    ]);
    expect([...(table.geometry.points?.row ?? [])]).toEqual([0]);
  });
});

describe('coordinate systems', () => {
  // The worked example of Ordnance Survey's guide to coordinate systems: Caister water tower.
  const TOWER = [651409.903, 313177.27];

  test.each([
    ['named by the file', { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } }],
    ['found by its numbers', undefined],
  ])('British National Grid, %s', async (_how, crs) => {
    const text = JSON.stringify({ ...JSON.parse(collection({ type: 'Point', coordinates: TOWER })), crs });
    const { table, report } = await read(text);
    expect(report.issues).toMatchObject([
      { code: crs ? 'CRS_MEMBER' : 'CRS_GUESSED', outcome: 'note', count: 1 },
      { code: 'CRS_CONVERTED', outcome: crs ? 'note' : 'repaired', count: 1 },
    ]);
    expect(table.geometry.points?.lon[0]).toBeCloseTo(1.716052, 6);
    expect(table.geometry.points?.lat[0]).toBeCloseTo(52.657979, 6);
  });

  test('web mercator where the file names it', async () => {
    const crs = { type: 'name', properties: { name: 'EPSG:3857' } };
    const { table } = await read(
      JSON.stringify({
        ...JSON.parse(collection({ type: 'Point', coordinates: [-111319.490793, 6800125.454397] })),
        crs,
      }),
    );
    expect(table.geometry.points?.lon[0]).toBeCloseTo(-1, 6);
    expect(table.geometry.points?.lat[0]).toBeCloseTo(52, 6);
  });

  test('an unread system refuses the file by its name', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
    const { report } = await refusalOf(
      JSON.stringify({ ...JSON.parse(collection({ type: 'Point', coordinates: [1, 2] })), crs }),
    );
    expect(report.issues).toMatchObject([{ code: 'CRS_MEMBER', outcome: 'refused' }]);
  });
});

describe('properties', () => {
  test('text, numbers, yes/no, null, absent and nested values', async () => {
    const { table } = await read(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 'a',
            properties: { t: '007', n: 93.9, b: true, nil: null, deep: { x: [1] } },
            geometry: null,
          },
          { type: 'Feature', id: 'b', properties: { late: 'z', n: 100.0 }, geometry: null },
        ],
      }),
    );
    const cells = Object.fromEntries(
      table.columns.map((column) => [column.name, [cellText(column, 0), cellText(column, 1)]]),
    );
    expect(cells).toEqual({
      id: ['a', 'b'],
      t: ['007', ''],
      n: ['93.9', '100'],
      b: ['true', ''],
      nil: ['', ''],
      deep: ['{"x":[1]}', ''],
      late: ['', 'z'],
    });
  });

  test('hostile names are ordinary columns', async () => {
    const { table } = await read(
      '{"type":"Feature","geometry":null,"properties":{"__proto__":{"polluted":1},"constructor":"c","toString":2}}',
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(cellText(table.columns[0], 0)).toBe('{"polluted":1}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('refusals', () => {
  test.each([
    [
      'cut short',
      '{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{},"geometry":null},\n{"type":"Fea',
      'NOT_JSON',
      'line 3, column 13',
    ],
    [
      'a comma too many',
      '{"type":"FeatureCollection",\n"features":[{"type":"Feature","properties":{},"geometry":null},]}',
      'NOT_JSON',
      'line 2, column 64',
    ],
    ['a scalar', '[1, 2]', 'NOT_GEOJSON', 'the file'],
    ['another object', '{"hello": 1}', 'NOT_GEOJSON', 'the file'],
    [
      'text for a coordinate',
      collection({ type: 'Point', coordinates: [-1, 52] }, { type: 'Point', coordinates: ['-1', '52'] }),
      'BAD_GEOMETRY',
      'feature 2',
    ],
    [
      'a ring of three',
      collection({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      }),
      'BAD_GEOMETRY',
      'feature 1',
    ],
  ])('%s', async (_what, text, code, place) => {
    const { report } = await refusalOf(text);
    expect(report.issues[0]).toMatchObject({ code, outcome: 'refused', examples: [place] });
    expect(report.rowsUsed).toBe(0);
  });
});

const position = fc.tuple(
  fc.double({ min: -8, max: 2, noNaN: true }),
  fc.double({ min: 49, max: 61, noNaN: true }),
);
const feature = fc.record({
  geometry: fc.option(fc.record({ type: fc.constant('Point'), coordinates: position }), { nil: null }),
  properties: fc.dictionary(
    fc.string({ maxLength: 6 }).filter((name) => name !== 'id'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    { maxKeys: 4 },
  ),
});

describe('writing', () => {
  test('extra members stand beside the features', () => {
    const text = writeGeoJson(
      [{ geometry: { type: 'Point', coordinates: [-1, 52] }, properties: { a: 1 } }],
      { name: 'x', definition: 'd' },
    );
    expect(JSON.parse(text)).toEqual({
      type: 'FeatureCollection',
      name: 'x',
      definition: 'd',
      features: [
        { type: 'Feature', properties: { a: 1 }, geometry: { type: 'Point', coordinates: [-1, 52] } },
      ],
    });
  });

  test('pieces are the same text, none of them much longer than a million characters', () => {
    const features = Array.from({ length: 30_000 }, (_, n) => ({
      geometry: { type: 'Point', coordinates: [-1, 52] },
      properties: { n, name: 'x'.repeat(60) },
    }));
    const pieces = [...geoJsonPieces(features, { name: 'x' })];
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1_001_000);
    expect(pieces.join('')).toBe(writeGeoJson(features, { name: 'x' }));
    expect(JSON.parse(pieces.join('')).features).toHaveLength(features.length);
  });

  test('reading back gives the same points and properties, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(feature, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (features, chunk) => {
          const { table } = await read(
            writeGeoJson(features, { name: 'features', note: '[{"features":[' }),
            chunk,
          );
          expect(table.rows).toBe(features.length);
          const located = features.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []));
          // JSON has no −0.
          expect(located.map(([lon]) => lon + 0)).toEqual([...(table.geometry.points?.lon ?? [])]);
          expect(located.map(([, lat]) => lat)).toEqual([...(table.geometry.points?.lat ?? [])]);
          for (const column of table.columns) {
            const wanted = features.map(({ properties }) =>
              Object.hasOwn(properties, column.name) ? properties[column.name] : '',
            );
            expect(wanted.map((_, row) => cellText(column, row))).toEqual(wanted.map((text) => text));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function signedArea(
  { coordinates, ringStarts }: { coordinates: Float64Array; ringStarts: Uint32Array },
  ring: number,
): number {
  let twice = 0;
  for (let i = 2 * ringStarts[ring]; i + 3 < 2 * ringStarts[ring + 1]; i += 2) {
    twice += coordinates[i] * coordinates[i + 3] - coordinates[i + 2] * coordinates[i + 1];
  }
  return twice / 2;
}
