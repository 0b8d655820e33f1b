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

  test('two spellings of one postcode are one code: with two values it is not known', () => {
    const { shares, issues } = sharesFromTable(
      tableOf({ code: ['M1 1AA', 'm11aa', 'M1 1AB', 'M11AB'], v: ['5', '6', '7', '7'] }),
      'code',
      'v',
      'percent',
    );
    expect([shares.codes, [...shares.percent]]).toEqual([
      ['M1 1AA', 'M1 1AB'],
      [Number.NaN, 7],
    ]);
    expect(issues.map(({ code, count, examples }) => [code, count, examples])).toEqual([
      ['DUPLICATE_ID', 1, ['M1 1AA']],
    ]);
  });

  test('of shares by number of operators none is taken from a code such as −1, nor from one of two rows that differ', () => {
    const { shares, issues } = sharesFromTable(
      tableOf({
        code: ['a', 'b', 'b', 'c', 'd'],
        n0: ['10', '10', '10', ' ', ''],
        n1: ['-1', '20', '30', '40', ''],
        n2: ['91', '70', '60', '60', ' '],
      }),
      'code',
      'n0',
      'percent',
      { inverted: true, blankIsZero: true, operatorColumns: ['n0', 'n1', 'n2'] },
    );
    expect([...shares.percent]).toEqual([90, Number.NaN, 100, Number.NaN]);
    expect(shares.exactly?.map((column) => [...column])).toEqual([
      [10, Number.NaN, 0, Number.NaN],
      [Number.NaN, Number.NaN, 40, Number.NaN],
      [91, Number.NaN, 60, Number.NaN],
    ]);
    expect(issues.map(({ code, outcome, count }) => [code, outcome, count])).toEqual([
      ['BAD_VALUE', 'left-out', 1],
      ['DUPLICATE_ID', 'left-out', 1],
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

  test('a share of those without is turned round, with the same step', () => {
    const table = tableOf({ code: ['a', 'b', 'c'], v: ['0', '2.5', ''] });
    const { shares } = sharesFromTable(table, 'code', 'v', 'percent', { inverted: true });
    expect([...shares.percent]).toEqual([100, 97.5, Number.NaN]);
    expect(shares.step).toBe(0.1);
  });

  describe('by number of operators', () => {
    const FAMILY = ['n0', 'n1', 'n2'];
    const read = (cells: Record<string, string[]>) =>
      sharesFromTable(tableOf(cells), 'code', 'n0', 'percent', {
        inverted: true,
        blankIsZero: true,
        operatorColumns: FAMILY,
      });

    test('a blank is 0, and any operator is 100 less none', () => {
      const { shares, issues } = read({
        code: ['b', 'a', 'c'],
        n0: ['', '12.5', '100'],
        n1: ['', '37.5', ''],
        n2: ['100', '50', ''],
      });
      expect(shares.codes).toEqual(['a', 'b', 'c']);
      expect([...shares.percent]).toEqual([87.5, 100, 0]);
      expect(shares.exactly?.map((one) => [...one])).toEqual([
        [12.5, 0, 100],
        [37.5, 0, 0],
        [50, 100, 0],
      ]);
      expect(issues).toEqual([]);
    });

    test('an area of which nothing is said at all is not known', () => {
      const { shares } = read({ code: ['a', 'b'], n0: ['', ''], n1: ['', ''], n2: ['', '100'] });
      expect([...shares.percent]).toEqual([Number.NaN, 100]);
      expect(shares.exactly?.map((one) => [...one])).toEqual([
        [Number.NaN, 0],
        [Number.NaN, 0],
        [Number.NaN, 100],
      ]);
    });

    test('families that do not sum to 100 are counted and named', () => {
      const { issues } = read({
        code: ['a', 'b', 'c'],
        n0: ['10', '', '33.33'],
        n1: ['10', '20', '33.33'],
        n2: ['10', '80', '33.33'],
      });
      expect(issues).toMatchObject([{ code: 'CODED_VALUE', outcome: 'note', count: 1, examples: ['a: 30'] }]);
    });

    test('without the rule of these files a blank stays not known', () => {
      const { shares } = sharesFromTable(
        tableOf({ code: ['a'], n0: [''], n1: ['100'] }),
        'code',
        'n0',
        'percent',
        { inverted: true, operatorColumns: ['n0', 'n1'] },
      );
      expect([...shares.percent]).toEqual([Number.NaN]);
    });
  });
});
