import { describe, expect, it } from 'vitest';
import { namedShapes } from '../../../src/domain/clusters/named-shapes.ts';
import { placeNames } from '../../../src/domain/clusters/place-names.ts';
import { premisesWords } from '../../../src/domain/find/premises-words.ts';
import { type RoofNameSources, roofNamer } from '../../../src/domain/radio/roof-namer.ts';
import { NO_GEOMETRY } from '../../../src/domain/tables/source-table.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { squareFootprints } from '../../builders/footprints.ts';
import { flatGrid } from '../../builders/height-grids.ts';
import { placeOn } from '../../builders/hub-ground.ts';
import { premisesOf } from '../../builders/premises.ts';
import { datasetOf } from '../../builders/project.ts';
import { tableOf } from '../../builders/tables.ts';

const grid = flatGrid(200, 0);
/** Three blocks of 20 m: flats, one 20 m from the street, and one that stands by itself. */
const roofs = new Roofs(
  squareFootprints(
    grid,
    [
      [20, 20],
      [80, 20],
      [80, 150],
    ],
    20,
  ),
  grid,
);
const at = (x: number, y: number) => {
  const { lon, lat } = placeOn(grid, 'p', [x, y]);
  return { lon, lat };
};
const words = premisesWords(
  premisesOf([
    { ...at(30, 30), cells: { address: 'Flat 1, 1 High Street', postcode: 'ZX1 1AA' } },
    { ...at(30, 30), cells: { address: 'Flat 2, 1 High Street', postcode: 'ZX1 1AA' } },
    { ...at(120, 160), cells: { address: '9 Low Road', postcode: 'ZX1 1AB' } },
  ]),
  datasetOf({ role: 'premises', roles: { address: 'address' } }),
);
const ends = [at(0, 0), at(200, 0)].flatMap(({ lon, lat }) => [lon, lat]);
const street = {
  ...tableOf('streets.csv', ['name'], ['Keats Yard']),
  geometry: {
    ...NO_GEOMETRY,
    lines: {
      row: Uint32Array.of(0),
      coordinates: Float64Array.from(ends),
      lineStarts: Uint32Array.of(0, 2),
    },
  },
};
const streets = placeNames(namedShapes([{ dataset: datasetOf({ role: 'streets' }), table: street }]));
const namer = (given: Partial<RoofNameSources> = {}) =>
  roofNamer({
    roofs,
    table: tableOf('buildings.csv', ['height'], ['1', '2', '3']),
    nameColumn: undefined,
    streets,
    words,
    wardAt: (row) => (row === 2 ? 'Millfield' : 'Elsewhere'),
    ...given,
  });

describe('roofNamer', () => {
  it('names by who lives in it, by the street its outline is nearest to, and says where it is only near', () => {
    const nameOf = namer();
    expect([0, 1, 2].map(nameOf)).toEqual([
      '1 High Street, building 1',
      'Roof on Keats Yard, building 2',
      'Roof near Keats Yard, building 3',
    ]);
  });

  it('names by postcode, then by ward, of the premises nearest to it', () => {
    const none = placeNames(namedShapes([]));
    expect(namer({ streets: none })(2)).toBe('Roof at ZX1 1AB, building 3');
    const bare = premisesWords(
      premisesOf([at(30, 30), at(30, 30), at(120, 160)]),
      datasetOf({ role: 'premises' }),
    );
    expect(namer({ streets: none, words: bare })(2)).toBe('Roof in Millfield, building 3');
    expect(namer({ streets: none, words: null })(2)).toBe('Building 3');
  });

  it('takes the name, address and identifier that the footprints’ own file gives, as text', () => {
    const table = tableOf(
      'buildings.csv',
      ['osm_id', 'title', 'name', 'addr:housenumber', 'addr:street'],
      ['007,Tower,Other,,', '008,,Hall,,', '009,,,4,Mill Lane'],
    );
    expect([0, 1, 2].map(namer({ table, nameColumn: 'title' }))).toEqual([
      'Tower, building 007',
      'Hall, building 008',
      '4 Mill Lane, building 009',
    ]);
  });
});
