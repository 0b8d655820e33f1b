import { expect, test } from 'vitest';
import { withAskedColumns, withoutPositions } from '../../src/cli/asked-columns.ts';
import type { LayerRecord } from '../../src/domain/coverage/layer.ts';
import type { DatasetRecord } from '../../src/domain/project/project.ts';
import { NO_GEOMETRY, type SourceTable } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';

const table: SourceTable = {
  fileName: 'p.csv',
  format: 'csv',
  rows: 2,
  columns: [
    textColumn('uprn', ['1', '2']),
    textColumn('address', ['1 High Street', '2 High Street']),
    textColumn('postcode', ['M1 1AA', 'M1 1AB']),
    textColumn('wd24cd', ['E05000001', 'E05000002']),
    textColumn('lon', ['-2.1', '-2.2']),
    textColumn('lat', ['53.1', '53.2']),
  ],
  geometry: NO_GEOMETRY,
  headerAssumed: false,
};
const dataset = { roles: { id: 'uprn', lon: 'lon', lat: 'lat' } } as unknown as DatasetRecord;
const names = (one: SourceTable): string[] => one.columns.map(({ name }) => name);
const layer = (shape: LayerRecord['shape']) => ({ shape }) as LayerRecord;

test('of a table that footprints cover, columns with a role and those of codes and postcodes stay', () => {
  expect(names(withAskedColumns(table, dataset, [layer('polygons')]))).toEqual([
    'uprn',
    'postcode',
    'wd24cd',
    'lon',
    'lat',
  ]);
});

test('where a layer is joined by ids, every column stays', () => {
  expect(withAskedColumns(table, dataset, [layer('polygons'), layer('records')])).toBe(table);
});

test('a file whose codes tell that it is Northern Irish keeps them', () => {
  const irish = { ...table, columns: [...table.columns, textColumn('where', ['BT1 1AA', 'BT2 2AA'])] };
  expect(names(withAskedColumns(irish, dataset, [layer('polygons')]))).toContain('where');
});

test('positions go by their roles alone', () => {
  expect(names(withoutPositions(table, dataset))).toEqual(['uprn', 'address', 'postcode', 'wd24cd']);
});
