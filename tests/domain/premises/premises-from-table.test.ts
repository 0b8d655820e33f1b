import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridToLonLat, lonLatToGrid } from '../../../src/domain/geo/british-national-grid.ts';
import { positionIssues } from '../../../src/domain/premises/positions-agree.ts';
import { premisesFromTable } from '../../../src/domain/premises/premises-from-table.ts';
import { premisesCell, totalUnits } from '../../../src/domain/premises/premises-table.ts';
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

function codes(issues: readonly { code: string; outcome: string; count: number }[]) {
  return issues.map(({ code, outcome, count }) => [code, outcome, count]);
}

const DEGREES = { id: 'uprn', lon: 'lon', lat: 'lat' };

describe('premisesFromTable', () => {
  test('grid coordinates are converted and said so', () => {
    const table = tableOf({ uprn: ['1'], e: ['530624.974'], n: ['178388.5'], use: ['shop'] });
    const { premises, issues } = premisesFromTable(
      table,
      { id: 'uprn', easting: 'e', northing: 'n' },
      'premises',
    );
    expect(codes(issues)).toEqual([['CRS_CONVERTED', 'note', 1]]);
    expect([premises.lon[0], premises.lat[0]]).toEqual(gridToLonLat(530624.974, 178388.5));
    expect([premises.easting[0], premises.northing[0]]).toEqual([530624.974, 178388.5]);
    expect(premises.columns.map(({ name }) => name)).toEqual(['use']);
  });

  test('a date out of use leaves a postcode out; blanks, zeros and words for nothing do not', () => {
    const doterm = ['', ' ', '0', '000000', 'NaN', 'null', '202106', '1999-12', '31/12/2019', 'Jan 2020'];
    const table = tableOf({
      pcds: doterm.map((_, i) => `M1 ${i}AA`),
      lon: doterm.map(() => '-2'),
      lat: doterm.map((_, i) => String(53 + i / 1000)),
      doterm,
    });
    const { premises, issues } = premisesFromTable(
      table,
      { id: 'pcds', lon: 'lon', lat: 'lat', terminated: 'doterm' },
      'postcodes',
    );
    expect([...premises.sourceRow].sort((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(issues.find(({ code }) => code === 'TERMINATED')).toMatchObject({ outcome: 'left-out', count: 4 });
  });

  test('both kinds of coordinates are kept as given and compared', () => {
    const [e, n] = lonLatToGrid(-1, 52);
    const table = tableOf({
      uprn: ['1', '2'],
      lon: ['-1', '-1.1'],
      lat: ['52', '52'],
      e: [String(e + 3), '400000'],
      n: [String(n), '300000'],
    });
    const { premises, issues } = premisesFromTable(
      table,
      { ...DEGREES, easting: 'e', northing: 'n' },
      'premises',
    );
    expect(codes(issues)).toEqual([]);
    expect(codes(positionIssues(premises))).toEqual([['BAD_VALUE', 'note', 1]]);
    const first = premisesCell(premises, premises.ids, 0) === '1' ? 0 : 1;
    expect(premises.easting[first]).toBe(e + 3);
    expect(premises.lon[first]).toBe(-1);
  });

  test('rows without a location, at 0, 0 or off the earth are left out, each counted', () => {
    const table = tableOf({
      uprn: ['1', '2', '3', '4', '5'],
      lon: ['-1', '', '0', 'x', '-1'],
      lat: ['52', '52', '0', '52', '95'],
    });
    const { premises, issues } = premisesFromTable(table, DEGREES, 'premises');
    expect(premises.count).toBe(1);
    expect([...premises.sourceRow]).toEqual([0]);
    expect(codes(issues)).toEqual(
      expect.arrayContaining([
        ['NO_LOCATION', 'left-out', 3],
        ['OUT_OF_RANGE', 'left-out', 1],
      ]),
    );
  });

  test('an id twice at one point counts once; at two points both stay, and both cases are named', () => {
    const table = tableOf({
      uprn: ['7', '7', '8', '8', '', ''],
      lon: ['-1', '-1', '-1', '-1.5', '-1', '-1'],
      lat: ['52', '52', '52', '52', '52', '52'],
    });
    const { premises, issues } = premisesFromTable(table, DEGREES, 'premises');
    expect(premises.count).toBe(5);
    expect(codes(issues)).toEqual(
      expect.arrayContaining([
        ['DUPLICATE_ID', 'left-out', 1],
        ['DUPLICATE_ID', 'note', 1],
      ]),
    );
  });

  test('counts of units; a blank or broken one is not known and left out', () => {
    const table = tableOf({
      oa: ['a', 'b', 'c', 'd', 'e'],
      n: ['12', '', '0', '-1', '2.5'],
      lon: Array(5).fill('-1'),
      lat: Array(5).fill('52'),
    });
    const { premises, issues } = premisesFromTable(
      table,
      { id: 'oa', units: 'n', lon: 'lon', lat: 'lat' },
      'households',
    );
    expect(premises.count).toBe(2);
    expect(totalUnits(premises)).toBe(12);
    expect(codes(issues)).toContainEqual(['BAD_VALUE', 'left-out', 3]);
  });

  test('points of a GeoJSON are used as they are', () => {
    const table: SourceTable = {
      ...tableOf({ uprn: ['1', '2'] }),
      geometry: {
        points: { lon: Float64Array.of(-1), lat: Float64Array.of(52), row: Uint32Array.of(1) },
        lines: null,
        polygons: null,
      },
    };
    const { premises, issues } = premisesFromTable(table, { id: 'uprn' }, 'premises');
    expect(premisesCell(premises, premises.ids, 0)).toBe('2');
    expect(premises.easting[0]).toBeCloseTo(lonLatToGrid(-1, 52)[0], 6);
    expect(codes(issues)).toEqual([['NO_LOCATION', 'left-out', 1]]);
  });

  test('every located row is there once, with its own cells, in tile order', () => {
    const row = fc.record({
      lon: fc.double({ min: -6, max: 1, noNaN: true }),
      lat: fc.double({ min: 50, max: 58, noNaN: true }),
      located: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), (rows) => {
        const table = tableOf({
          uprn: rows.map((_, i) => `id${i}`),
          lon: rows.map(({ lon, located }) => (located ? String(lon) : '')),
          lat: rows.map(({ lat }) => String(lat)),
          mark: rows.map((_, i) => `m${i}`),
        });
        const { premises } = premisesFromTable(table, DEGREES, 'premises');
        const located = rows.flatMap((one, i) =>
          one.located && !(one.lon === 0 && one.lat === 0) ? [i] : [],
        );
        expect([...premises.sourceRow].sort((one, other) => one - other)).toEqual(located);
        for (let i = 0; i < premises.count; i++) {
          const source = premises.sourceRow[i];
          expect([premises.lon[i], premises.lat[i]]).toEqual([rows[source].lon + 0, rows[source].lat]);
          expect(premisesCell(premises, premises.ids, i)).toBe(`id${source}`);
          expect(premisesCell(premises, premises.columns[0], i)).toBe(`m${source}`);
          if (i > 0) expect(premises.tileKeys[i]).toBeGreaterThanOrEqual(premises.tileKeys[i - 1]);
        }
      }),
    );
  });
});
