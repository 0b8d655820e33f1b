import { expect, test } from 'vitest';
import { joinTables } from '../../../src/domain/tables/join-tables.ts';
import { cellText } from '../../../src/domain/tables/text-column.ts';
import { tableOf } from '../../builders/tables.ts';

test('columns come by key; what met nothing or stands twice is counted and shown', () => {
  const premises = tableOf(
    'premises.csv',
    ['UPRN', 'lon'],
    ['100000000001,1', '100000000002,2', '100000000003,3'],
  );
  const other = tableOf(
    'records.csv',
    ['uprn', 'lon', 'speed'],
    ['100000000001.0,9,50', '100000000002,9,60', '100000000002,9,70', '100000000009,9,80', '1.00E+11,9,90'],
  );
  const joined = joinTables(premises, 'UPRN', other, 'uprn');
  expect(joined.table.columns.map((column) => column.name)).toEqual(['UPRN', 'lon', 'lon (2)', 'speed']);
  const speed = joined.table.columns[3];
  expect([0, 1, 2].map((row) => cellText(speed, row))).toEqual(['50', '', '']);
  expect(joined).toMatchObject({
    matched: 1,
    unmatched: 1,
    unmatchedExamples: ['100000000009'],
    ambiguous: 1,
    ambiguousExamples: ['100000000002'],
  });
  expect(() => joinTables(premises, 'nothing', other, 'uprn')).toThrow(RangeError);
});
