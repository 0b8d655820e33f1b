import { expect, test } from 'vitest';
import { vintageOfColumn, vintageWords } from '../../../src/domain/geo/area-vintage.ts';

test.each([
  ['WD20CD', 'WD', 2020],
  ['wd22cd', 'WD', 2022],
  ['lad22nm', 'LAD', 2022],
  ['oa11', 'OA', 2011],
  ['OA21CD', 'OA', 2021],
  ['ward_2023', 'WARD', 2023],
  ['ward_2023_code', 'WARD', 2023],
])('%s is of its year', (name, kind, year) => {
  expect(vintageOfColumn(name)).toEqual({ kind, year });
});

test.each(['ward_code', 'Admin_ward_code', 'code', 'oa', 'wd99cd', '2023'])('%s states none', (name) => {
  expect(vintageOfColumn(name)).toBeNull();
});

test('in words', () => {
  expect([vintageWords('WD20CD'), vintageWords('code')]).toEqual(['WD20: 2020', null]);
});
