import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumByArea } from '../../../src/domain/premises/sum-by-area.ts';
import type { SourceTable } from '../../../src/domain/tables/source-table.ts';
import { cellText } from '../../../src/domain/tables/text-column.ts';
import { tableOf } from '../../builders/tables.ts';

const roles = { code: 'area_code', units: 'value', dimension: 'accommodation_type' };
const names = ['area_code', 'period', 'accommodation_type', 'measure', 'value'];

function cells(table: SourceTable): string[][] {
  return [
    table.columns.map((column) => column.name),
    ...Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellText(column, row))),
  ];
}

describe('counts per area in long form', () => {
  test('are summed by code; types become columns, what is the same throughout stays', () => {
    const table = tableOf('census.csv', names, [
      'E00000001,2021,Detached,Count,10',
      'E00000001,2021,Terraced,Count,5',
      'E00000002,2021,Detached,Count,0',
      'E00000002,2021,Terraced,Count,7',
    ]);
    const summed = sumByArea(table, roles);
    expect(cells(summed.table)).toEqual([
      ['area_code', 'period', 'measure', 'Detached', 'Terraced', 'value'],
      ['E00000001', '2021', 'Count', '10', '5', '15'],
      ['E00000002', '2021', 'Count', '0', '7', '7'],
    ]);
    expect(summed.rowsUsed).toBe(4);
    expect(summed.issues).toEqual([
      expect.objectContaining({
        code: 'SUMMED',
        outcome: 'note',
        count: 4,
        message: '4 rows of 2 accommodation types summed to 2 output areas.',
      }),
    ]);
    expect(sumByArea(table, { ...roles, dimension: undefined }).table).toEqual(summed.table);
  });

  test('a blank or suppressed count is not known, never 0; an area without any is not there', () => {
    const summed = sumByArea(
      tableOf('census.csv', names, [
        'E00000001,2021,Detached,Count,10',
        'E00000001,2021,Terraced,Count,c',
        'E00000002,2021,Detached,Count,',
        'E00000002,2021,Terraced,Count,*',
      ]),
      roles,
    );
    expect(cells(summed.table).slice(1)).toEqual([['E00000001', '2021', 'Count', '10']]);
    expect(summed.rowsUsed).toBe(1);
    expect(summed.issues[0]).toMatchObject({ code: 'BAD_VALUE', outcome: 'left-out', count: 3 });
  });

  test('totals and percentages beside their parts are left out, so that nothing counts twice', () => {
    const summed = sumByArea(
      tableOf('census.csv', names, [
        'E00000001,2021,Total: All households,Count,15',
        'E00000001,2021,Detached,Count,10',
        'E00000001,2021,Detached,Percentage,67',
        'E00000001,2021,Terraced,Count,5',
        'E00000001,2021,Terraced,Percentage,33',
      ]),
      roles,
    );
    expect(cells(summed.table).at(-1)?.at(-1)).toBe('15');
    expect(summed.issues.map(({ code, outcome, count }) => [code, outcome, count])).toEqual([
      ['SUMMED', 'left-out', 1],
      ['CODED_VALUE', 'left-out', 2],
      ['SUMMED', 'note', 2],
    ]);
  });

  test('a row that stands twice counts once; with another count it is not known', () => {
    const summed = sumByArea(
      tableOf('census.csv', names, [
        'E00000001,2021,Detached,Count,10',
        'E00000001,2021,Detached,Count,10',
        'E00000001,2021,Terraced,Count,5',
        'E00000001,2021,Terraced,Count,6',
      ]),
      roles,
    );
    expect(cells(summed.table).at(-1)?.at(-1)).toBe('10');
    expect(summed.rowsUsed).toBe(1);
    expect(summed.issues.map(({ code, count }) => [code, count])).toEqual([
      ['DUPLICATE_ID', 1],
      ['AMBIGUOUS_ID', 1],
    ]);
  });

  test('a wide table keeps its columns and is not summed', () => {
    const table = tableOf('wide.csv', ['code', 'detached', 'households'], ['E00000001,3,8', 'E00000002,,4']);
    const summed = sumByArea(table, { code: 'code', units: 'households' });
    expect(cells(summed.table)).toEqual([
      ['code', 'detached', 'households'],
      ['E00000001', '3', '8'],
      ['E00000002', '', '4'],
    ]);
    expect(summed.issues).toEqual([]);
  });

  test('sums equal plain sums, whatever the order of rows', () => {
    const row = fc.record({ area: fc.nat(4), type: fc.nat(3), count: fc.nat(500) });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ area, type }) => `${area} ${type}` }), (rows) => {
        const lines = rows.map(({ area, type, count }) => `E0000000${area},2021,type ${type},Count,${count}`);
        const { table, rowsUsed } = sumByArea(tableOf('census.csv', names, lines), roles);
        const expected = new Map<string, number>();
        for (const { area, count } of rows)
          expected.set(`E0000000${area}`, (expected.get(`E0000000${area}`) ?? 0) + count);
        const found = cells(table)
          .slice(1)
          .map((line) => [line[0], Number(line.at(-1))]);
        expect(found).toEqual([...expected]);
        expect(rowsUsed).toBe(rows.length);
      }),
    );
  });
});
