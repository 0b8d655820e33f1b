import { describe, expect, test } from 'vitest';
import { sharesFromTable } from '../../../src/domain/coverage/shares-from-table.ts';
import { NO_GEOMETRY, type SourceTable } from '../../../src/domain/tables/source-table.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';

function tableOf(columns: Record<string, string[]>): SourceTable {
  const entries = Object.entries(columns);
  return {
    fileName: 'own.csv',
    format: 'csv',
    rows: entries[0][1].length,
    columns: entries.map(([name, cells]) => textColumn(name, cells)),
    geometry: NO_GEOMETRY,
    headerAssumed: false,
  };
}

describe('sharesFromTable', () => {
  test.each([
    [['93.9', '56', '100'], 0.1],
    [['94', '56', '100'], 1],
    [['93.90', '5.25', '100'], 0.01],
  ])('the step of %j is %d', (values, step) => {
    const { shares } = sharesFromTable(tableOf({ code: ['c', 'a', 'b'], v: values }), 'code', 'v', 'percent');
    expect(shares.step).toBe(step);
    expect(shares.codes).toEqual(['a', 'b', 'c']);
    expect([...shares.percent]).toEqual([Number(values[1]), Number(values[2]), Number(values[0])]);
  });

  test('blanks, codes such as −1 and impossible values are not known; all but blanks are counted', () => {
    const { shares, issues } = sharesFromTable(
      tableOf({ code: ['a', 'b', 'c', 'd', 'e'], v: ['', '-1', '100.1', 'x', '0'] }),
      'code',
      'v',
      'percent',
    );
    expect([...shares.percent]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, 0]);
    expect(issues).toMatchObject([
      { code: 'BAD_VALUE', outcome: 'left-out', count: 3, examples: ['b: "-1"', 'c: "100.1"', 'd: "x"'] },
    ]);
  });

  test('a code twice with one value is fine, with two it is not known', () => {
    const { shares, issues } = sharesFromTable(
      tableOf({ code: ['a', 'a', 'b', 'b', ''], v: ['5', '5', '5', '6', '7'] }),
      'code',
      'v',
      'percent',
    );
    expect([...shares.percent]).toEqual([5, Number.NaN]);
    expect(issues.map(({ code, count }) => [code, count])).toEqual([
      ['UNMATCHED_ID', 1],
      ['DUPLICATE_ID', 1],
    ]);
  });

  test('counts are shares of their totals, unrounded', () => {
    const table = tableOf({
      code: ['a', 'b'],
      n: ['30', '5'],
      'All Premises': ['41', '0'],
      'All Matched Premises': ['40', '0'],
    });
    const { shares } = sharesFromTable(table, 'code', 'n', 'count');
    expect([...shares.percent]).toEqual([75, Number.NaN]);
    expect(shares.step).toBe(0);
    expect(
      [...sharesFromTable(table, 'code', 'n', 'count', { totalColumn: 'All Premises' }).shares.percent][0],
    ).toBeCloseTo((100 * 30) / 41, 12);
  });

  test('shares that look like fractions are remarked on, not changed', () => {
    const { shares, issues } = sharesFromTable(
      tableOf({ code: ['a', 'b'], v: ['0.5', '0.93'] }),
      'code',
      'v',
      'percent',
    );
    expect([...shares.percent]).toEqual([0.5, 0.93]);
    expect(issues).toMatchObject([{ code: 'BAD_VALUE', outcome: 'note' }]);
  });
});
