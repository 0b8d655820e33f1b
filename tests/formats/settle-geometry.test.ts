import { describe, expect, test } from 'vitest';
import { converterFromDegrees } from '../../src/domain/geo/convert-coordinates.ts';
import {
  BRITISH_NATIONAL_GRID,
  type CoordinateSystem,
  WEB_MERCATOR,
  WGS84,
} from '../../src/domain/geo/coordinate-system.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

/** Corners of fields in Trafford, Cardiff and Aberdeen, lon and lat. */
const PLACES: readonly (readonly [number, number])[] = [
  [-2.32, 53.42],
  [-3.18, 51.48],
  [-2.1, 57.15],
];
const SIDE_DEGREES = 0.01;

type Move = (lon: number, lat: number) => readonly number[];

function inSystem(system: CoordinateSystem, swapped = false): Move {
  const convert = converterFromDegrees(system);
  return (lon, lat) => (swapped ? convert(lon, lat).reverse() : convert(lon, lat));
}

/** A field, a path along it and its gate at each place, printed by `moves`, one per feature by turns. */
function collection(moves: readonly Move[], crs?: string): string {
  const geometries = PLACES.flatMap(([lon, lat]) =>
    [
      {
        type: 'Polygon',
        corners: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      },
      {
        type: 'LineString',
        corners: [
          [0, 0],
          [1, 1],
        ],
      },
      { type: 'Point', corners: [[0, 0]] },
    ].map(({ type, corners }) => ({
      type,
      places: corners.map(([x, y]) => [lon + x * SIDE_DEGREES, lat + y * SIDE_DEGREES]),
    })),
  );
  const features = geometries.map(({ type, places }, i) => {
    const printed = places.map(([lon, lat]) => moves[i % moves.length](lon, lat));
    const coordinates = type === 'Polygon' ? [printed] : type === 'Point' ? printed[0] : printed;
    return { type: 'Feature', properties: {}, geometry: { type, coordinates } };
  });
  const named = crs ? { crs: { type: 'name', properties: { name: crs } } } : {};
  return JSON.stringify({ type: 'FeatureCollection', ...named, features });
}

async function read(text: string) {
  const { table, report } = await readOne(memoryFile('fields.geojson', text), quietly());
  const { points, lines, polygons } = table.geometry;
  const all = [
    ...Array.from(points?.lon ?? [], (lon, i) => [lon, points?.lat[i] ?? Number.NaN]),
    ...[lines, polygons].flatMap((shapes) =>
      Array.from({ length: (shapes?.coordinates.length ?? 0) / 2 }, (_, i) => [
        shapes?.coordinates[2 * i] ?? Number.NaN,
        shapes?.coordinates[2 * i + 1] ?? Number.NaN,
      ]),
    ),
  ];
  for (const { message } of report.issues)
    expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
  return { table, all, issues: report.issues.map(({ code, outcome, count }) => [code, outcome, count]) };
}

/** All vertices within a millionth of a degree of a corner where one should be. */
function expectAtPlaces(all: readonly number[][]): void {
  expect(all).toHaveLength(PLACES.length * 8);
  for (const [lon, lat] of all) {
    const near = PLACES.some(([x, y]) =>
      [0, SIDE_DEGREES].some((dx) =>
        [0, SIDE_DEGREES].some((dy) => Math.hypot(x + dx - lon, y + dy - lat) < 1e-6),
      ),
    );
    expect([lon, lat, near]).toEqual([lon, lat, true]);
  }
}

describe('shapes of every kind come to lie where they belong', () => {
  const degrees = inSystem(WGS84);
  const grid = inSystem(BRITISH_NATIONAL_GRID);
  const mercator = inSystem(WEB_MERCATOR);

  test.each([
    ['degrees', [degrees], undefined, []],
    ['latitude first', [inSystem(WGS84, true)], undefined, [['AXES_SWAPPED', 'repaired', 9]]],
    [
      'British grid without a name',
      [grid],
      undefined,
      [
        ['CRS_GUESSED', 'note', 9],
        ['CRS_CONVERTED', 'repaired', 9],
      ],
    ],
    [
      'British grid that says it is WGS84',
      [grid],
      'urn:ogc:def:crs:OGC:1.3:CRS84',
      [
        ['CRS_GUESSED', 'repaired', 9],
        ['CRS_CONVERTED', 'repaired', 9],
      ],
    ],
    [
      'British grid, northing first',
      [inSystem(BRITISH_NATIONAL_GRID, true)],
      undefined,
      [
        ['CRS_GUESSED', 'note', 9],
        ['AXES_SWAPPED', 'repaired', 9],
        ['CRS_CONVERTED', 'repaired', 9],
      ],
    ],
    [
      'web mercator without a name',
      [mercator],
      undefined,
      [
        ['CRS_GUESSED', 'note', 9],
        ['CRS_CONVERTED', 'repaired', 9],
      ],
    ],
    [
      'rows of three kinds',
      [degrees, degrees, degrees, degrees, grid, mercator],
      undefined,
      [
        ['CRS_GUESSED', 'repaired', 2],
        ['CRS_CONVERTED', 'repaired', 2],
      ],
    ],
  ] as const)('%s', async (_what, moves, crs, expected) => {
    const { all, issues } = await read(collection(moves, crs));
    expectAtPlaces(all);
    expect(issues).toEqual(expected);
  });

  test('what was converted keeps its printed numbers, and what was not keeps nothing twice', async () => {
    const { table } = await read(collection([grid]));
    expect(Array.from(table.written?.points.coordinates ?? [])).toEqual(
      PLACES.flatMap(([lon, lat]) => [...grid(lon, lat)]),
    );
    expect(table.reading).toMatchObject({ system: { epsg: 27700 }, swapped: false, by: 'guess' });
    expect((await read(collection([degrees]))).table.written).toBeUndefined();
  });
});

test('a row in no system at all is left out, and kept as printed', async () => {
  const features = [...PLACES, [9e6, 1e9]].map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates },
  }));
  const { table, issues } = await read(JSON.stringify({ type: 'FeatureCollection', features }));
  expect(issues).toEqual([['OUT_OF_RANGE', 'left-out', 1]]);
  expect(table.geometry.points?.lon).toHaveLength(3);
  expect(table.written?.points.coordinates).toHaveLength(8);
});
