import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { converterFromDegrees } from '../../../src/domain/geo/convert-coordinates.ts';
import {
  BRITISH_NATIONAL_GRID,
  BRITISH_NATIONAL_GRID_FEET,
  type CoordinateSystem,
  IRISH_GRID,
  IRISH_TRANSVERSE_MERCATOR,
  WEB_MERCATOR,
  WGS84,
} from '../../../src/domain/geo/coordinate-system.ts';
import { detectSystem, NO_READING } from '../../../src/domain/geo/detect-system.ts';
import { seeded as seededRandom } from '../../bench/seeded.ts';

type Pair = readonly [number, number];

const SHARED = '../shared/corpora/values/ostn15/ostn15-points.json';
if (!existsSync(SHARED))
  console.log('Skipped in part: the official OS points are not present beside the repository.');
const OFFICIAL: Pair[] = existsSync(SHARED)
  ? (JSON.parse(readFileSync(SHARED, 'utf8')) as { lon: number; lat: number }[]).map(({ lon, lat }) => [
      lon,
      lat,
    ])
  : [];
/** Town centres of Great Britain, of Ireland, and elsewhere: [lon, lat]. */
const BRITAIN: Pair[] = [
  [-5.07, 50.26],
  [-3.53, 50.72],
  [-1.4, 50.9],
  [-0.14, 50.82],
  [1.08, 51.28],
  [-0.12, 51.5],
  [-2.59, 51.45],
  [-3.18, 51.48],
  [-1.26, 51.75],
  [0.12, 52.2],
  [1.3, 52.63],
  [-1.9, 52.48],
  [-2.75, 52.71],
  [-1.15, 52.95],
  [-0.54, 53.23],
  [-1.47, 53.38],
  [-2.24, 53.48],
  [-2.99, 53.41],
  [-4.13, 53.23],
  [-1.55, 53.8],
  [-1.08, 53.96],
  [-2.8, 54.05],
  [-2.94, 54.89],
  [-1.61, 54.98],
  [-3.19, 55.95],
  [-4.25, 55.86],
  [-3.43, 56.4],
  [-2.1, 57.15],
  [-4.22, 57.48],
  [-5.63, 58.2],
  [-3.09, 58.44],
  [-2.96, 58.98],
  [-1.15, 60.15],
];
const NORTHERN_IRELAND: Pair[] = [
  [-5.93, 54.6],
  [-7.31, 55.0],
  [-6.65, 54.35],
  [-7.64, 54.35],
  [-6.34, 54.18],
  [-5.66, 54.66],
  [-6.67, 55.13],
  [-7.3, 54.6],
];
const IRELAND: Pair[] = [
  [-6.26, 53.35],
  [-8.47, 51.9],
  [-9.05, 53.27],
  [-8.63, 52.66],
  [-7.11, 52.26],
  [-8.47, 54.27],
  [-7.94, 53.42],
];
const ELSEWHERE: Pair[] = [
  [-74.0, 40.71],
  [-118.2, 34.05],
  [139.7, 35.7],
  [151.2, -33.9],
  [36.8, -1.3],
  [77.2, 28.6],
  [-58.4, -34.6],
  [13.4, 52.5],
  [2.35, 48.86],
  [31.2, 30.0],
];

/** A seeded file of `count` points within 4 km of some of `places`. */
function pointsNear(random: () => number, places: readonly Pair[], count: number): Pair[] {
  return Array.from({ length: count }, () => {
    const [lon, lat] = places[Math.floor(random() * places.length)];
    return [lon + (random() - 0.5) * 0.06, lat + (random() - 0.5) * 0.04];
  });
}

function boxesOf(pairs: readonly Pair[]): Float64Array {
  return Float64Array.from(pairs.flatMap(([x, y]) => [x, y, x, y]));
}

function written(pairs: readonly Pair[], system: CoordinateSystem, swapped = false): Pair[] {
  const convert = converterFromDegrees(system);
  return pairs.map(([lon, lat]) => {
    const [x, y] = convert(lon, lat);
    return swapped ? [y, x] : [x, y];
  });
}

interface Kind {
  readonly name: string;
  readonly places: readonly Pair[];
  readonly system: CoordinateSystem;
  readonly swapped?: boolean;
  readonly named?: CoordinateSystem;
  readonly isNorthernIrish?: boolean;
}

const GB = [...BRITAIN, ...OFFICIAL];
const MISTAKEN: Kind[] = [
  { name: 'latitude first', places: GB, system: WGS84, swapped: true },
  {
    name: 'latitude first, said to be WGS84',
    places: [...GB, ...IRELAND],
    system: WGS84,
    swapped: true,
    named: WGS84,
  },
  { name: 'British grid without a name', places: GB, system: BRITISH_NATIONAL_GRID },
  { name: 'British grid said to be WGS84', places: GB, system: BRITISH_NATIONAL_GRID, named: WGS84 },
  { name: 'British grid, northing first', places: GB, system: BRITISH_NATIONAL_GRID, swapped: true },
  { name: 'web mercator without a name', places: GB, system: WEB_MERCATOR },
  { name: 'British grid in feet', places: GB, system: BRITISH_NATIONAL_GRID_FEET },
  {
    name: 'Irish Grid, all of Northern Ireland',
    places: NORTHERN_IRELAND,
    system: IRISH_GRID,
    isNorthernIrish: true,
  },
  {
    name: 'Irish Transverse Mercator',
    places: [...IRELAND, ...NORTHERN_IRELAND],
    system: IRISH_TRANSVERSE_MERCATOR,
  },
  { name: 'degrees said to be British grid', places: GB, system: WGS84, named: BRITISH_NATIONAL_GRID },
];
const RIGHT: Kind[] = [
  { name: 'degrees in Britain', places: GB, system: WGS84 },
  { name: 'degrees in Britain and Ireland, named', places: [...GB, ...IRELAND], system: WGS84, named: WGS84 },
  { name: 'degrees elsewhere', places: ELSEWHERE, system: WGS84 },
  { name: 'one town elsewhere', places: ELSEWHERE.slice(0, 1), system: WGS84 },
  { name: 'British grid, named', places: GB, system: BRITISH_NATIONAL_GRID, named: BRITISH_NATIONAL_GRID },
];

describe('200 files with mistaken coordinates', () => {
  test.each(MISTAKEN.map((kind) => [kind.name, kind] as const))(
    '%s: found out in 20 of 20',
    (_name, kind) => {
      for (let seed = 1; seed <= 20; seed++) {
        const random = seededRandom(seed);
        const pairs = written(pointsNear(random, kind.places, 30 + seed), kind.system, kind.swapped);
        const found = detectSystem(boxesOf(pairs), {
          named: kind.named ?? null,
          isNorthernIrish: kind.isNorthernIrish ?? false,
        });
        const [main] = found.readings;
        expect([seed, main.system.name, main.swapped, main.by]).toEqual([
          seed,
          kind.system.name,
          kind.swapped ?? false,
          'guess',
        ]);
      }
    },
  );

  test('one town each: the grids that lie apart are told apart', () => {
    for (const place of BRITAIN) {
      for (const system of [WEB_MERCATOR, BRITISH_NATIONAL_GRID]) {
        const pairs = written(pointsNear(seededRandom(7), [place], 20), system);
        const [main] = detectSystem(boxesOf(pairs), { named: null, isNorthernIrish: false }).readings;
        expect([place, main.system, main.swapped]).toEqual([place, system, false]);
      }
    }
  });
});

describe('files that are right', () => {
  test.each(RIGHT.map((kind) => [kind.name, kind] as const))('%s: no false alarm in 40', (_name, kind) => {
    for (let seed = 1; seed <= 40; seed++) {
      const pairs = written(pointsNear(seededRandom(seed), kind.places, 25), kind.system);
      const found = detectSystem(boxesOf(pairs), { named: kind.named ?? null, isNorthernIrish: false });
      expect(found.readings).toEqual([{ system: kind.system, swapped: false, by: 'file' }]);
      expect(found.ofRow.every((reading) => reading === 0)).toBe(true);
    }
  });
});

describe('rows of several kinds in one file', () => {
  test('each is read in its own system, and what is in none is left out', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const points = pointsNear(seededRandom(seed), GB, 40);
      const grid = written(points, BRITISH_NATIONAL_GRID);
      const mercator = written(points, WEB_MERCATOR);
      const pairs = points.map(
        (pair, i): Pair =>
          i % 10 === 3 ? pair : i % 10 === 6 ? mercator[i] : i === 9 ? [3e6, 9e5] : grid[i],
      );
      const { readings, ofRow } = detectSystem(boxesOf(pairs), { named: null, isNorthernIrish: false });
      const kinds = Array.from(ofRow, (at) => (at === NO_READING ? 'none' : readings[at].system.kind));
      expect(kinds).toEqual(
        pairs.map((_, i) =>
          i % 10 === 3
            ? 'degrees'
            : i % 10 === 6
              ? 'web-mercator'
              : i === 9
                ? 'none'
                : 'british-national-grid',
        ),
      );
    }
  });

  test('a few rows with latitude first among right ones change places', () => {
    const points = pointsNear(seededRandom(3), BRITAIN, 40);
    const pairs = points.map(([lon, lat], i): Pair => (i % 20 === 5 ? [lat, lon] : [lon, lat]));
    const { readings, ofRow } = detectSystem(boxesOf(pairs), { named: WGS84, isNorthernIrish: false });
    expect(readings.map(({ swapped }) => swapped)).toEqual([false, true]);
    expect([...ofRow].map((at, i) => at === (i % 20 === 5 ? 1 : 0))).not.toContain(false);
  });
});

describe('the Irish Grid', () => {
  const belfast = written(pointsNear(seededRandom(1), NORTHERN_IRELAND.slice(0, 1), 30), IRISH_GRID);

  test('where the same numbers lie on land in Britain, British is read and Irish offered', () => {
    const found = detectSystem(boxesOf(belfast), { named: null, isNorthernIrish: false });
    expect(found.readings[0].system).toBe(BRITISH_NATIONAL_GRID);
    expect(found.alsoFits).toContain(IRISH_GRID);
  });

  test('postcodes or codes of Northern Ireland decide', () => {
    const found = detectSystem(boxesOf(belfast), { named: null, isNorthernIrish: true });
    expect(found.readings[0].system).toBe(IRISH_GRID);
  });
});

test('a file without any place, and one with 0, 0 only, stay as they are', () => {
  for (const boxes of [
    new Float64Array(0),
    Float64Array.of(0, 0, 0, 0),
    Float64Array.of(Infinity, Infinity, -Infinity, -Infinity),
  ]) {
    const { readings } = detectSystem(boxes, { named: null, isNorthernIrish: false });
    expect(readings).toEqual([{ system: WGS84, swapped: false, by: 'file' }]);
  }
});
