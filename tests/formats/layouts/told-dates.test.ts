import { expect, test } from 'vitest';
import { TableLook } from '../../../src/formats/layouts/table-look.ts';
import { dateTold, vintageTold } from '../../../src/formats/layouts/told-dates.ts';
import { memoryFile, quietly, readOne } from '../input-file.ts';

async function look(name: string, text: string): Promise<TableLook> {
  return new TableLook((await readOne(memoryFile(name, text), quietly())).table);
}

test.each([
  ['202601_fixed_oa_coverage_r1.csv', '2026-01'],
  ['ONSPD_FEB_2025_UK.csv', '2025-02'],
  ['trafford_2025-02-14.csv', '2025-02-14'],
  ['premises-20251231.csv', '2025-12-31'],
  ['ward_2023_generalised.csv', '2023'],
  ['codepoint_E08000009.csv', null],
  ['premises_100012797623.csv', null],
  ['v2025x.csv', '2025'],
  ['202613_fixed.csv', null],
])('the name %s tells %s', async (name, date) => {
  expect(dateTold(await look(name, 'a,b\n1,2\n'))).toBe(date);
});

test.each([
  ['Sep-23', '2023-09'],
  ['September 2023', '2023-09'],
  ['2021', '2021'],
  ['2021-03-21', '2021-03-21'],
  ['last year', null],
])('the period %s tells %s', async (period, date) => {
  expect(dateTold(await look('a.csv', `area,period\nx,${period}\ny,${period}\n`))).toBe(date);
});

test('several periods tell no one date; one period counts more than the name', async () => {
  expect(dateTold(await look('a.csv', 'area,period\nx,2021\ny,2022\n'))).toBeNull();
  expect(dateTold(await look('b_2019.csv', 'area,period\nx,2021\ny,2021\n'))).toBe('2021');
});

test.each([
  ['WD22CD', 'E05199001', '2022'],
  ['lsoa21cd', 'E01199001', '2021'],
  ['oa11', 'E00199001', '2011'],
  ['area_code', 'E05199001', null],
  ['LAD25NM', 'North', null],
])('a column %s with %s has codes of %s', async (column, cell, year) => {
  expect(vintageTold(await look('a.csv', `${column},b\n${cell},1\n`))).toBe(year);
});
