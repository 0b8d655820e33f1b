import { describe, expect, test } from 'vitest';
import { recordsFromTable } from '../../../src/domain/coverage/records-from-table.ts';
import { NO_GEOMETRY, type SourceTable } from '../../../src/domain/tables/source-table.ts';
import { cellText, textColumn } from '../../../src/domain/tables/text-column.ts';

function tableOf(values: string[]): SourceTable {
  const ids = values.map((_, i) => ` 00${i}`);
  return {
    fileName: 'own.csv',
    format: 'csv',
    rows: values.length,
    columns: [textColumn('uprn', ids), textColumn('v', values)],
    geometry: NO_GEOMETRY,
    headerAssumed: false,
  };
}

describe('recordsFromTable', () => {
  test('yes, no and not known in the words files use', () => {
    const { records, issues } = recordsFromTable(
      tableOf(['yes', 'TRUE', '1', 'Y', 'No', 'false', '0', 'n', '', 'unknown', '-1']),
      'uprn',
      'v',
    );
    expect([...records.values]).toEqual([1, 1, 1, 1, 0, 0, 0, 0, -1, -1, -1]);
    expect(issues).toEqual([]);
  });

  test('ids are text without the spaces around them', () => {
    expect(cellText(recordsFromTable(tableOf(['1', '0']), 'uprn', 'v').records.ids, 1)).toBe('001');
  });

  test('anything else is not known, and counted', () => {
    const { records, issues } = recordsFromTable(tableOf(['maybe', '2', 'yes']), 'uprn', 'v');
    expect([...records.values]).toEqual([-1, -1, 1]);
    expect(issues).toMatchObject([
      {
        code: 'BAD_VALUE',
        outcome: 'left-out',
        count: 2,
        examples: ['data row 1: "maybe"', 'data row 2: "2"'],
      },
    ]);
  });

  test('speeds against a threshold; −1 is a code, not a speed', () => {
    const { records, issues } = recordsFromTable(
      tableOf(['1000', '999.9', '0', '', '-1', 'n/a', 'fast']),
      'uprn',
      'v',
      { atLeast: 1000 },
    );
    expect([...records.values]).toEqual([1, 0, 0, -1, -1, -1, -1]);
    expect(issues).toMatchObject([{ code: 'BAD_VALUE', count: 1 }]);
  });

  test('an unknown column throws by name', () => {
    expect(() => recordsFromTable(tableOf(['1']), 'uprn', 'w')).toThrow('"w"');
  });

  describe('ratings', () => {
    const codes = [0, 3, 4].map((code) => ({ code, meaning: `m${code}` }));
    const values = ['4', '3', '0', '-1', '', '3.5', '7'];

    test('are codes: likely is covered, limited and none are not, −1 is not known, no number between is read', () => {
      const { records, issues } = recordsFromTable(tableOf(values), 'uprn', 'v', { atLeast: 4, codes });
      expect([...records.values]).toEqual([1, 0, 0, -1, -1, -1, -1]);
      expect(issues).toMatchObject([{ code: 'BAD_VALUE', count: 2 }]);
    });

    test('may count from limited on, where the person says so', () => {
      const { records } = recordsFromTable(tableOf(values), 'uprn', 'v', { atLeast: 3, codes });
      expect([...records.values].slice(0, 4)).toEqual([1, 1, 0, -1]);
    });
  });

  test('only the rows meant are records', () => {
    const table = tableOf(['yes', 'no', 'yes']);
    const operators = { ...table, columns: [...table.columns, textColumn('operator', ['A', 'B', ' b '])] };
    const { records } = recordsFromTable(operators, 'uprn', 'v', {
      where: [{ column: 'operator', values: ['B'] }],
    });
    expect([...records.values]).toEqual([0, 1]);
    expect([0, 1].map((row) => cellText(records.ids, row))).toEqual(['001', '002']);
  });
});
