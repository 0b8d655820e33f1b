import { describe, expect, it } from 'vitest';
import { namedShapes } from '../../../src/domain/clusters/named-shapes.ts';
import { nearestName, nearestNamed, placeNames } from '../../../src/domain/clusters/place-names.ts';
import { gridToLonLat } from '../../../src/domain/geo/british-national-grid.ts';
import { datasetOf } from '../../builders/project.ts';
import { tableOf } from '../../builders/tables.ts';

/** A bent street around the place (412000, 301000), a straight one south of it, a river through it, and a village. */
const LINES = [
  [
    [412_200, 301_000],
    [412_200, 301_200],
    [412_000, 301_200],
  ],
  [
    [411_000, 300_900],
    [413_000, 300_900],
  ],
  [
    [411_900, 301_000],
    [412_100, 301_000],
  ],
];

const streets = {
  ...tableOf('streets.csv', ['kind', 'name'], ['street,Bent Street', 'street,Low Road', 'river,Wren']),
  geometry: {
    points: null,
    polygons: null,
    lines: {
      row: Uint32Array.from([0, 1, 2]),
      coordinates: Float64Array.from(LINES.flat().flatMap(([e, n]) => gridToLonLat(e, n))),
      lineStarts: Uint32Array.from([0, 3, 5, 7]),
    },
  },
};
const villages = tableOf('villages.csv', ['name', 'easting', 'northing'], ['Wrenham,412000,301240']);
const names = placeNames(
  namedShapes([
    { dataset: datasetOf({ role: 'context' }), table: streets },
    {
      dataset: datasetOf({ role: 'context', roles: { easting: 'easting', northing: 'northing' } }),
      table: villages,
    },
  ]),
);

function nameAt(easting: number, northing: number, within = 250): string | null {
  const [lon, lat] = gridToLonLat(easting, northing);
  return nearestName(names, { lon, lat }, within);
}

describe('nearestName', () => {
  it('measures to the line, not to its box, and passes over rivers', () => {
    // Inside the box of Bent Street, but nearer to Low Road.
    expect(nameAt(412_050, 301_010)).toBe('Low Road');
    expect(nameAt(412_180, 301_120)).toBe('Bent Street');
  });

  it('names a point too', () => {
    expect(nameAt(412_000, 301_235)).toBe('Wrenham');
  });

  it('names no cluster by a building, mast or school, but by a settlement', () => {
    const assets = tableOf(
      'assets.csv',
      ['kind', 'name', 'easting', 'northing'],
      ['tower block,Wren tower block 5,412000,301000', 'Village,Wrenham,412100,301000'],
    );
    const roles = { easting: 'easting', northing: 'northing' };
    const only = placeNames(namedShapes([{ dataset: datasetOf({ role: 'context', roles }), table: assets }]));
    const [lon, lat] = gridToLonLat(412_000, 301_000);
    expect(nearestNamed(only, { lon, lat }, 250)).toEqual({
      name: 'Wrenham',
      metres: expect.closeTo(100, 0),
    });
  });

  it('names nothing from farther away than it may', () => {
    expect(nameAt(412_050, 300_600)).toBe(null);
    expect(nameAt(412_050, 300_600, 301)).toBe('Low Road');
  });

  it('names nothing where no file is loaded', () => {
    expect(nearestName(placeNames(namedShapes([])), { lon: 0, lat: 51 }, 250)).toBe(null);
  });
});
