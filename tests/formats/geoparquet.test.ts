import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { writeWkb } from '../../src/formats/wkb-write.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';
import { binary, double, int32, int64, makeParquet, text } from './made-parquet.ts';
import { mutated } from './mutated-bytes.ts';

const point = (x: number, y: number) => binary(writeWkb({ type: 'Point', coordinates: [x, y] }));
const columns = [
  { name: 'uprn', type: 2, values: [int64(9223372036854775807n), int64(-1n), int64(100012345678n)] },
  { name: 'share', type: 5, values: [double(0.1), double(-2.35), double(Number.NaN)] },
  {
    name: 'cost',
    type: 2,
    converted: 5,
    scale: 2,
    values: [int64(-5n), int64(12345678901234567n), int64(0n)],
  },
  { name: 'day', type: 1, converted: 6, values: [int32(0), int32(20_000), int32(-1)] },
  { name: 'at', type: 2, converted: 10, values: [int64(0n), int64(1_700_000_000_123_456n), int64(-1n)] },
  { name: 'code', type: 6, converted: 0, values: [text('00042'), null, text('Ŵyr')] },
  { name: 'raw', type: 6, values: [binary(Uint8Array.of(255)), text('plain'), null] },
  { name: '__proto__', type: 1, values: [int32(1), int32(2), int32(3)] },
];
const geometry = { name: 'geometry', type: 6, values: [point(-1.5, 52.5), null, point(-1.4, 52.4)] };
const geo = (crs?: unknown) =>
  JSON.stringify({
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: { encoding: 'WKB', geometry_types: ['Point'], ...(crs === undefined ? {} : { crs }) },
    },
  });

describe('a Parquet file', () => {
  test('keeps every digit of numbers, decimals, dates and times', async () => {
    const { table, report } = await readOne(memoryFile('a.parquet', makeParquet(columns, null)), quietly());
    const cells = Object.fromEntries(
      table.columns.map((column) => [
        column.name === '__proto__' ? 'proto' : column.name,
        [0, 1, 2].map((row) => cellText(column, row)),
      ]),
    );
    expect(cells).toEqual({
      uprn: ['9223372036854775807', '-1', '100012345678'],
      share: ['0.1', '-2.35', ''],
      cost: ['-0.05', '123456789012345.67', '0.00'],
      day: ['1970-01-01', '2024-10-04', '1969-12-31'],
      at: ['1970-01-01T00:00:00Z', '2023-11-14T22:13:20.123456Z', '1969-12-31T23:59:59.999999Z'],
      code: ['00042', '', 'Ŵyr'],
      raw: ['', 'plain', ''],
      proto: ['1', '2', '3'],
    });
    expect(report.issues.map(({ code, count }) => [code, count])).toEqual([['BAD_VALUE', 1]]);
    expect(table.geometry.points).toBeNull();
  });

  test('with a geometry column has places, in the system it names', async () => {
    const { table, report } = await readOne(
      memoryFile('a.parquet', makeParquet([columns[0], geometry], geo())),
      quietly(),
    );
    expect([...(table.geometry.points?.lon ?? [])]).toEqual([-1.5, -1.4]);
    expect([...(table.geometry.points?.row ?? [])]).toEqual([0, 2]);
    expect(table.columns.map(({ name }) => name)).toEqual(['uprn']);
    expect(report.issues.map(({ code }) => code)).toEqual(['NO_LOCATION']);
    const grid = { ...geometry, values: [point(530_000, 180_000)] };
    const inGrid = makeParquet([grid], geo({ id: { authority: 'EPSG', code: 27700 } }));
    const read = await readOne(memoryFile('a.parquet', inGrid), quietly());
    expect(read.table.geometry.points?.lat[0]).toBeCloseTo(51.5037, 3);
    const unknown = await readOne(memoryFile('a.parquet', makeParquet([grid], geo(null))), quietly());
    expect(unknown.report.issues.map(({ code }) => code)).toContain('CRS_UNKNOWN');
    const unread = makeParquet([grid], geo({ id: { authority: 'EPSG', code: 2180 } }));
    await expect(readFile(memoryFile('a.parquet', unread), quietly())).rejects.toThrow(/EPSG:2180/);
  });

  test('packed otherwise, cut off or damaged is refused by name', async () => {
    const whole = makeParquet([columns[0], geometry], geo());
    await expect(readFile(memoryFile('a.parquet', makeParquet(columns, null, 6)), quietly())).rejects.toThrow(
      /ZSTD.*Snappy/,
    );
    await expect(readFile(memoryFile('a.parquet', whole.slice(0, 100)), quietly())).rejects.toMatchObject({
      report: { issues: [{ code: 'FILE_CORRUPT' }] },
    });
    await fc.assert(
      fc.asyncProperty(mutated(whole), async (content) => {
        const started = performance.now();
        try {
          await readFile(memoryFile('a.parquet', content), quietly());
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error;
        }
        expect(performance.now() - started).toBeLessThan(5000);
      }),
      { numRuns: 500 },
    );
  });
});
