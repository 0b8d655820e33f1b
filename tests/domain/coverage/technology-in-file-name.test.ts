import { expect, it } from 'vitest';
import { technologyInFileName } from '../../../src/domain/coverage/technology-in-file-name.ts';

it.each([
  ['uk_lad_gigabit_ofcom_2021-05.csv', 'gigabit'],
  ['lad 4G any operator.CSV', '4g'],
  ['wards.geojson', null],
  ['', null],
])('%s tells %s', (name, technology) => {
  expect(technologyInFileName(name)).toBe(technology);
});
