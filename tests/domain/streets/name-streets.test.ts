import { expect, it } from 'vitest';
import { type Line, networkOf, type Place } from '../../builders/street-files.ts';

const line = (from: Place, to: Place, says: Line['says'] = {}): Line => ({ at: [from, to], says });
const idsOf = (lines: readonly Line[]): string[] => {
  const { streets, streetOf } = networkOf(lines);
  return Array.from(streetOf, (street) => streets[street].id);
};

it('lines of one name that meet are one street, however it is written', () => {
  const { streets, streetOf } = networkOf([
    line([0, 0], [50, 0], { name: 'St. Mary’s Road', class: 'track' }),
    line([50, 0], [90, 0], { name: 'ST MARYS ROAD', class: 'track' }),
  ]);
  expect(streets).toEqual([{ id: 'St. Mary’s Road', name: 'St. Mary’s Road', streetClass: 'track' }]);
  expect([...streetOf]).toEqual([0, 0]);
});

it('lines of one name that lie apart are streets of their own', () => {
  expect(
    idsOf([line([0, 0], [50, 0], { name: 'High Street' }), line([0, 90], [50, 90], { name: 'High Street' })]),
  ).toEqual(['High Street', 'High Street (2)']);
});

it('a name goes on over a crossing with another street', () => {
  const ids = idsOf([line([-50, 0], [50, 0], { name: 'Across' }), line([0, -50], [0, 50], { name: 'Up' })]);
  expect(ids).toEqual(['Across', 'Across', 'Up', 'Up']);
});

it('without a name a street is known by its number, its id, or its row', () => {
  expect(
    idsOf([
      line([0, 0], [50, 0], { ref: 'B4100', name: '' }),
      line([0, 20], [50, 20], { osm_id: '4242' }),
      line([50, 20], [90, 20], { osm_id: '4242' }),
      line([0, 40], [50, 40]),
    ]),
  ).toEqual(['B4100', '4242', '4242', 'row 4']);
});

it('classes are kept as the file says them, and are not known where it says none', () => {
  expect(
    networkOf([line([0, 0], [50, 0], { class: 'Boreen' }), line([0, 9], [50, 9])]).streets,
  ).toMatchObject([{ streetClass: 'Boreen' }, { streetClass: null }]);
});
