import { expect, test } from 'vitest';
import { rowsWhere } from '../../../src/domain/tables/rows-where.ts';
import type { SourceTable } from '../../../src/domain/tables/source-table.ts';
import { cellText, textColumn } from '../../../src/domain/tables/text-column.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';

const operators = ['Plover', 'Dunlin', 'plover '];
const table: SourceTable = {
  fileName: 'coverage.geojson',
  format: 'geojson',
  rows: 3,
  columns: [textColumn('operator', operators), textColumn('grade', ['a', 'a', 'b'])],
  geometry: {
    points: { row: Uint32Array.of(0, 1, 2), lon: Float64Array.of(1, 2, 3), lat: Float64Array.of(4, 5, 6) },
    lines: {
      row: Uint32Array.of(1, 2),
      coordinates: Float64Array.of(0, 0, 1, 1, 2, 2, 3, 3, 4, 4),
      lineStarts: Uint32Array.of(0, 2, 5),
    },
    polygons: {
      ...polygonsOf(
        [rectangle(0, 0, 1, 1)],
        [rectangle(1, 0, 2, 1)],
        [rectangle(2, 0, 3, 1), rectangle(2.2, 0.2, 2.4, 0.4)],
      ),
      row: Uint32Array.of(0, 1, 2),
    },
  },
  headerAssumed: false,
};

test('keeps the rows of a value, in any case, with their shapes', () => {
  const { rows, columns, geometry } = rowsWhere(table, [{ column: 'operator', values: ['PLOVER'] }]);
  expect(rows).toBe(2);
  expect([cellText(columns[1], 0), cellText(columns[1], 1)]).toEqual(['a', 'b']);
  expect([...(geometry.points?.lon ?? [])]).toEqual([1, 3]);
  expect([...(geometry.lines?.coordinates ?? [])]).toEqual([2, 2, 3, 3, 4, 4]);
  expect([...(geometry.lines?.row ?? [])]).toEqual([1]);
  const expected = polygonsOf(
    [rectangle(0, 0, 1, 1)],
    [rectangle(2, 0, 3, 1), rectangle(2.2, 0.2, 2.4, 0.4)],
  );
  expect(geometry.polygons).toEqual({ ...expected, row: Uint32Array.of(0, 1) });
});

test('rows meet every filter; one of several values is enough', () => {
  const both = [
    { column: 'operator', values: ['Plover', 'Dunlin'] },
    { column: 'grade', values: ['b'] },
  ];
  expect(rowsWhere(table, both).rows).toBe(1);
  expect(rowsWhere(table, [])).toBe(table);
  expect(() => rowsWhere(table, [{ column: 'colour', values: [] }])).toThrow(RangeError);
});

test('shapes as printed, which are of all rows, do not stay beside those of some', () => {
  const printed = {
    points: { row: Uint32Array.of(0, 1, 2), coordinates: Float64Array.of(4, 1, 5, 2, 6, 3) },
    lines: { row: new Uint32Array(0), coordinates: new Float64Array(0), lineStarts: new Uint32Array(1) },
    polygons: {
      row: new Uint32Array(0),
      coordinates: new Float64Array(0),
      ringStarts: new Uint32Array(1),
      polygonStarts: new Uint32Array(1),
    },
  };
  const some = rowsWhere({ ...table, written: printed }, [{ column: 'operator', values: ['Dunlin'] }]);
  expect(some.written).toBeUndefined();
  expect(rowsWhere({ ...table, written: printed }, []).written).toBe(printed);
});
