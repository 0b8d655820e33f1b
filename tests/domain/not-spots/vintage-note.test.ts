import { expect, test } from 'vitest';
import { vintageNote } from '../../../src/domain/not-spots/vintage-note.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const wards = {
  ...areasOf([
    { code: 'E05000001', rings: [rectangle(0, 0, 1, 1)] },
    { code: 'E05000002', rings: [rectangle(1, 0, 2, 1)] },
    { code: 'E05000003', rings: [rectangle(2, 0, 3, 1)] },
  ]),
  columns: [
    textColumn('LAD20CD', ['E08000026', 'E08000027', 'E08000027']),
    textColumn('LAD20NM', ['Coventry', 'Dudley', 'Dudley']),
  ],
};
const codes = { wards, fileName: 'wards.geojson', codeColumn: 'WD20CD' };

function note(rows: readonly (readonly [ward: number, code: string, authority: string])[]) {
  const premises = premisesOf(
    rows.map(([, ward, laua]) => ({ lon: 0, lat: 0, cells: { ward, laua } })),
    'postcodes',
  );
  const wardOf = Int32Array.from(rows, ([ward]) => ward);
  return vintageNote(premises, { wardOf, overlapped: 0 }, codes);
}

test('codes that the file lacks, of rows that lie in its wards, are of another vintage', () => {
  const found = note([
    [0, 'E05000001', 'E08000026'],
    [1, 'E05000902', 'E08000027'],
    [2, 'E05000902', 'E08000027'],
    [2, 'E05000903', 'E08000027'],
    [-1, 'E05000777', 'E08000099'],
  ]);
  expect(found).toEqual({
    kind: 'vintage',
    count: 3,
    layerId: null,
    examples: ['E05000902', 'E05000903'],
    text: '2 of 3 ward codes are of another vintage: 3 postcodes in E08000027 Dudley name 2 wards that wards.geojson (WD20: 2020) lacks. Each counts in the ward it lies in.',
  });
});

test('rows outside every ward may name any; rows that name the file’s own are well', () => {
  expect(
    note([
      [0, 'E05000001', 'E08000026'],
      [-1, 'E05000777', 'E08000099'],
    ]),
  ).toBeNull();
  const without = premisesOf([{ lon: 0, lat: 0, cells: { laua: 'E08000026' } }]);
  expect(vintageNote(without, { wardOf: Int32Array.of(0), overlapped: 0 }, codes)).toBeNull();
});
