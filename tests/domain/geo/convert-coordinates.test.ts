import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converterFromDegrees, converterToDegrees } from '../../../src/domain/geo/convert-coordinates.ts';
import {
  BRITISH_NATIONAL_GRID,
  BRITISH_NATIONAL_GRID_FEET,
  type CoordinateSystem,
  conversionAccuracyMetres,
  IRISH_GRID,
  systemFromEpsg,
  systemFromName,
} from '../../../src/domain/geo/coordinate-system.ts';

const CODES = [
  4326, 4258, 27700, 29900, 29901, 29902, 29903, 2157, 3857, 3034, 3035, 4277, 32629, 32630, 32631, 25830,
];

/** Metres between two places in degrees, near enough for small distances. */
function metresApart([lon, lat]: readonly number[], [otherLon, otherLat]: readonly number[]): number {
  return Math.hypot((lon - otherLon) * Math.cos((lat * Math.PI) / 180), lat - otherLat) * 111_320;
}

function system(code: number): CoordinateSystem {
  const found = systemFromEpsg(code);
  if (!found) throw new Error(`EPSG:${code} is not read.`);
  return found;
}

describe('conversion to degrees', () => {
  test.each(CODES)('EPSG:%i there and back is the same place to a millimetre', (code) => {
    const to = converterToDegrees(system(code));
    const from = converterFromDegrees(system(code));
    fc.assert(
      fc.property(
        fc.double({ min: -7.5, max: 1.5, noNaN: true }),
        fc.double({ min: 50, max: 59, noNaN: true }),
        (lon, lat) => {
          expect(metresApart(to(...from(lon, lat)), [lon, lat])).toBeLessThan(code === 27700 ? 0.002 : 0.001);
        },
      ),
      { numRuns: 40 },
    );
  });

  // The Spire of Dublin in both Irish systems, as published side by side.
  test('Irish Grid and Irish Transverse Mercator put the same spire in the same place', () => {
    const inGrid = converterToDegrees(IRISH_GRID)(315_904, 234_671);
    const inItm = converterToDegrees(system(2157))(715_830, 734_697);
    expect(metresApart(inGrid, inItm)).toBeLessThan(1);
    expect(metresApart(inItm, [-6.26025, 53.3498])).toBeLessThan(5);
  });

  test('feet are the same places as metres', () => {
    const feet = converterToDegrees(BRITISH_NATIONAL_GRID_FEET)(382_806 / 0.3048, 396_569 / 0.3048);
    expect(metresApart(feet, converterToDegrees(BRITISH_NATIONAL_GRID)(382_806, 396_569))).toBeLessThan(
      0.001,
    );
  });

  test('infinities and places outside a projection are no place, and nothing is thrown', () => {
    for (const code of CODES.filter((one) => systemFromEpsg(one)?.kind === 'other')) {
      const to = converterToDegrees(system(code));
      expect(to(Number.POSITIVE_INFINITY, 0)).toEqual([Number.NaN, Number.NaN]);
      expect(() => to(1e300, -1e300)).not.toThrow();
    }
  });

  test('the accuracy that is said', () => {
    expect(CODES.map((code) => conversionAccuracyMetres(system(code)))).toEqual([
      0, 0, 5, 1, 1, 1, 1, 0, 0, 0, 0, 5, 0, 0, 0, 0,
    ]);
    expect(conversionAccuracyMetres(BRITISH_NATIONAL_GRID_FEET)).toBe(5);
  });
});

describe('the official OSTN15 points', () => {
  const FILE = '../shared/corpora/values/ostn15/ostn15-points.json';
  if (!existsSync(FILE))
    console.log('Skipped: the official OS points are not present beside the repository.');

  test.skipIf(!existsSync(FILE))('every one within the 5 m that are said', () => {
    const points: { lon: number; lat: number; easting: number; northing: number }[] = JSON.parse(
      readFileSync(FILE, 'utf8'),
    );
    const to = converterToDegrees(system(27700));
    const apart = points.map(({ lon, lat, easting, northing }) =>
      metresApart(to(easting, northing), [lon, lat]),
    );
    expect(apart.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...apart)).toBeLessThanOrEqual(5);
  });
});

describe('systems by name', () => {
  test.each([
    ['urn:ogc:def:crs:EPSG::27700', 27700],
    ['EPSG:29903', 29903],
    ['http://www.opengis.net/def/crs/EPSG/0/2157', 2157],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['EPSG:900913', 3857],
    ['EPSG:32630', 32630],
  ])('%s', (name, epsg) => expect(systemFromName(name)?.epsg).toBe(epsg));

  test.each(['EPSG:2154', 'EPSG:32661', 'EPSG:0', 'constructor', '', 'EPSG:27700x'])(
    '%s is none that is read',
    (name) => expect(systemFromName(name)).toBeNull(),
  );
});
