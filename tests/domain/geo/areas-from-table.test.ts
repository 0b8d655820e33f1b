import { describe, expect, test } from 'vitest';
import { areasFromTable } from '../../../src/domain/geo/areas-from-table.ts';
import type { SourceTable } from '../../../src/domain/tables/source-table.ts';
import { cellText, textColumn } from '../../../src/domain/tables/text-column.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';

function tableOf(codes: string[], rowsOfPolygons: number[]): SourceTable {
  const polygons = polygonsOf(...rowsOfPolygons.map((_, i) => [rectangle(i, 0, i + 1, 1)]));
  return {
    fileName: 'own.geojson',
    format: 'geojson',
    rows: codes.length,
    columns: [
      textColumn('code', codes),
      textColumn(
        'name',
        codes.map((code, i) => (i === 0 ? '' : `Name ${code}`)),
      ),
    ],
    geometry: { points: null, lines: null, polygons: { ...polygons, row: Uint32Array.from(rowsOfPolygons) } },
    headerAssumed: false,
  };
}

describe('areasFromTable', () => {
  test('areas ascend by code and keep their polygons, names and columns', () => {
    const { areas, issues } = areasFromTable(tableOf(['E05000003', 'E05000001', 'E05000002'], [0, 0, 1]), {
      code: 'code',
      name: 'name',
    });
    expect(areas.codes).toEqual(['E05000001', 'E05000002', 'E05000003']);
    expect(areas.names).toEqual(['Name E05000001', 'Name E05000002', 'E05000003']);
    expect([...areas.polygonArea]).toEqual([2, 2, 0]);
    expect(cellText(areas.columns[0], 2)).toBe('E05000003');
    expect(issues).toEqual([]);
  });

  test('rows of one code are joined, rows without one get their row number, both are said', () => {
    const { areas, issues } = areasFromTable(tableOf(['B', 'A', 'B', ' '], [0, 1, 2, 3]), { code: 'code' });
    expect(areas.codes).toEqual(['A', 'B', 'row 4']);
    expect([...areas.polygonArea]).toEqual([1, 0, 1, 2]);
    expect(issues.map(({ code, outcome, count }) => [code, outcome, count])).toEqual([
      ['DUPLICATE_ID', 'repaired', 1],
      ['BAD_VALUE', 'note', 1],
    ]);
  });

  test('a footprint has no codes, and that is no fault', () => {
    const { areas, issues } = areasFromTable(tableOf(Array(11).fill(''), [10, 1]), {});
    expect(areas.codes[1]).toBe('row 02');
    expect([...areas.polygonArea]).toEqual([10, 1]);
    expect(issues).toEqual([]);
  });
});
