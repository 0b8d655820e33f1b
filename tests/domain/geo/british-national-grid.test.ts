import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  GRID_ACCURACY_METRES,
  gridToLonLat,
  isOnGrid,
  lonLatToGrid,
} from '../../../src/domain/geo/british-national-grid.ts';

describe('British National Grid', () => {
  // The worked example of Ordnance Survey's guide (annexe C), Caister water tower, and the WGS84 position of the same by
  // the guide's Helmert parameters as C. Veness publishes it with his "Latitude/longitude to OS grid" scripts.
  test('the published example', () => {
    const [lon, lat] = gridToLonLat(651_409.903, 313_177.27);
    expect(lon).toBeCloseTo(1.716052, 6);
    expect(lat).toBeCloseTo(52.657979, 6);
    const [easting, northing] = lonLatToGrid(1.716052, 52.657979);
    expect(Math.hypot(easting - 651_409.903, northing - 313_177.27)).toBeLessThan(0.1);
  });

  test('there and back is the same place to five millimetres', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 700_000, noNaN: true }),
        fc.double({ min: 0, max: 1_300_000, noNaN: true }),
        (easting, northing) => {
          const [x, y] = lonLatToGrid(...gridToLonLat(easting, northing));
          expect(Math.hypot(x - easting, y - northing)).toBeLessThan(0.005);
        },
      ),
    );
  });

  test('the sheet has edges', () => {
    expect(isOnGrid(0, 0)).toBe(true);
    expect(isOnGrid(700_001, 0)).toBe(false);
    expect(isOnGrid(Number.NaN, 5)).toBe(false);
  });

  const OFFICIAL = '../shared/corpora/values/ostn15/ostn15-points.json';
  if (!existsSync(OFFICIAL))
    console.log('Skipped: the official OSTN15 points are not present beside the repository.');
  test.skipIf(!existsSync(OFFICIAL))('stays within the stated accuracy on the official points', () => {
    const points = JSON.parse(readFileSync(OFFICIAL, 'utf8')) as {
      lat: number;
      lon: number;
      easting: number;
      northing: number;
    }[];
    const errors = points.map(({ lon, lat, easting, northing }) => {
      const [x, y] = lonLatToGrid(lon, lat);
      return Math.hypot(x - easting, y - northing);
    });
    expect(errors.length).toBeGreaterThan(10);
    expect(Math.max(...errors)).toBeLessThan(GRID_ACCURACY_METRES);
  });
});
