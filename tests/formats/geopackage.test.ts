import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openNodeDatabase } from '../../src/cli/node-database.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText, type TextColumn } from '../../src/domain/tables/text-column.ts';
import { geometryBlob } from '../../src/formats/geopackage-geometry.ts';
import { type WritableLayer, writeGeoPackage } from '../../src/formats/geopackage-write.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { memoryFile, quietly } from './input-file.ts';
import { mutated } from './mutated-bytes.ts';

const signal = new AbortController().signal;
const written = (layers: readonly WritableLayer[]) =>
  writeGeoPackage(layers, openNodeDatabase, { signal, date: new Date('2026-01-02T03:04:05Z') });
const read = (bytes: Uint8Array, name = 'made.gpkg') => readFile(memoryFile(name, bytes), quietly());
const cells = (columns: readonly TextColumn[], name: string) => {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`There is no column ${name}.`);
  return Array.from({ length: column.offsets.length - 1 }, (_, row) => cellText(column, row));
};
const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });

describe('a GeoPackage', () => {
  test('is read as it was written: layers, types, digits, shapes', async () => {
    const square = [
      [
        [-1, 52],
        [-0.9, 52],
        [-0.9, 52.1],
        [-1, 52.1],
        [-1, 52],
      ],
    ];
    const bytes = await written([
      {
        name: 'sites',
        features: [
          {
            geometry: point(-1.5, 52.5),
            properties: { uprn: '000012345678', n: 9007199254740991, share: 0.1, ok: true },
          },
          { geometry: null, properties: { uprn: '', n: null, share: null, ok: null } },
        ],
      },
      {
        name: 'areas',
        features: [{ geometry: { type: 'MultiPolygon', coordinates: [square] }, properties: {} }],
      },
      { name: 'prices', features: [{ geometry: null, properties: { item: 'mast "A"; DROP TABLE x' } }] },
    ]);
    const [sites, areas, prices] = await read(bytes);
    expect([sites, areas, prices].map(({ table }) => table.fileName)).toEqual([
      'made.gpkg: sites',
      'made.gpkg: areas',
      'made.gpkg: prices',
    ]);
    expect(cells(sites.table.columns, 'uprn')).toEqual(['000012345678', '']);
    expect(cells(sites.table.columns, 'n')).toEqual(['9007199254740991', '']);
    expect(cells(sites.table.columns, 'share')).toEqual(['0.1', '']);
    expect(cells(sites.table.columns, 'ok')).toEqual(['1', '']);
    expect(sites.table.geometry.points?.lon).toEqual(Float64Array.of(-1.5));
    expect(sites.report.issues.map(({ code }) => code)).toEqual(['NO_LOCATION']);
    expect([...(areas.table.geometry.polygons?.coordinates ?? [])]).toEqual(square.flat(2));
    expect(areas.report.issues).toEqual([]);
    expect(cells(prices.table.columns, 'item')).toEqual(['mast "A"; DROP TABLE x']);
    expect(prices.report.issues).toEqual([]);
  });

  test('converts British National Grid', async () => {
    const bytes = await written([
      { name: 'london', epsg: 27700, features: [{ geometry: point(530_000, 180_000), properties: {} }] },
    ]);
    const [{ table, report }] = await read(bytes);
    expect(table.geometry.points?.lon[0]).toBeCloseTo(-0.1283, 3);
    expect(table.geometry.points?.lat[0]).toBeCloseTo(51.5037, 3);
    expect(report.issues.map(({ code }) => code)).toContain('CRS_CONVERTED');
  });

  test('keeps 64-bit numbers, hostile names and broken shapes from harm', async () => {
    const bytes = await edited(
      [
        `CREATE TABLE "a""b; DROP TABLE gpkg_contents--" (fid INTEGER PRIMARY KEY, "__proto__" INTEGER, shape BLOB, "pic ""1""" BLOB)`,
        `INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('a"b; DROP TABLE gpkg_contents--', 'features', 4326)`,
        `INSERT INTO gpkg_geometry_columns VALUES ('a"b; DROP TABLE gpkg_contents--', 'shape', 'POINT', 4326, 0, 0)`,
      ],
      [
        [
          `INSERT INTO "a""b; DROP TABLE gpkg_contents--" ("__proto__", shape, "pic ""1""") VALUES (?, ?, ?)`,
          [
            [9223372036854775807n, geometryBlob(point(-1, 52), 4326), null],
            [-9007199254740993n, Uint8Array.of(71, 80, 0, 1, 0), Uint8Array.of(1)],
            [1n, null, null],
          ],
        ],
      ],
    );
    const [{ table, report }] = await read(bytes);
    expect(cells(table.columns, '__proto__')).toEqual(['9223372036854775807', '-9007199254740993', '1']);
    expect(table.geometry.points?.row).toEqual(Uint32Array.of(0));
    expect(report.issues.map(({ code, outcome, count }) => [code, outcome, count])).toEqual([
      ['BAD_VALUE', 'left-out', 1],
      ['BAD_GEOMETRY', 'left-out', 1],
      ['NO_LOCATION', 'left-out', 1],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('of no stated system is read where its numbers tell one, else refused', async () => {
    const undefinedSystem = async (x: number, y: number) => {
      const bytes = await written([{ name: 'a', features: [{ geometry: point(x, y), properties: {} }] }]);
      return edited(['UPDATE gpkg_geometry_columns SET srs_id = 0'], [], bytes);
    };
    const [grid] = await read(await undefinedSystem(530_000, 180_000));
    expect(grid.report.issues.map(({ code }) => code)).toContain('CRS_UNKNOWN');
    expect(grid.table.geometry.points?.lat[0]).toBeCloseTo(51.5, 1);
    await expect(read(await undefinedSystem(3, 4))).rejects.toMatchObject({
      report: { issues: [{ code: 'NO_VECTOR_LAYER' }, { code: 'CRS_UNKNOWN' }] },
    });
  });

  test('is refused by name where it is cut off, empty, no database, or nobody can open it', async () => {
    const bytes = await written([{ name: 'a', features: [{ geometry: point(1, 52), properties: {} }] }]);
    const code = async (content: Uint8Array, options = quietly()) => {
      try {
        await readFile(memoryFile('a.gpkg', content), options);
      } catch (error) {
        if (error instanceof FileRefused) return error.report.issues[0].code;
        throw error;
      }
      return 'taken';
    };
    expect(await code(bytes)).toBe('taken');
    expect(await code(bytes.slice(0, bytes.length / 2))).toBe('GPKG_CORRUPT');
    expect(await code(bytes.slice(0, 60))).toBe('GPKG_CORRUPT');
    expect(await code(await written([]))).toBe('NO_VECTOR_LAYER');
    expect(
      await code(await edited(['DROP TABLE gpkg_geometry_columns', 'DROP TABLE gpkg_contents'], [])),
    ).toBe('GPKG_CORRUPT');
    expect(await code(bytes, { ...quietly(), openDatabase: undefined })).toBe('UNKNOWN_FORMAT');
    const stopped = new AbortController();
    stopped.abort(new Error('stopped'));
    await expect(
      readFile(memoryFile('a.gpkg', bytes), { ...quietly(), signal: stopped.signal }),
    ).rejects.toThrow('stopped');
  });

  test('round trip of any values and shapes', async () => {
    const position = fc.tuple(
      fc.double({ min: -170, max: 170, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    );
    const feature = fc.record({
      geometry: fc.option(
        fc.oneof(
          position.map((coordinates) => ({ type: 'Point', coordinates })),
          fc
            .array(position, { minLength: 1, maxLength: 5 })
            .map((coordinates) => ({ type: 'MultiPoint', coordinates })),
        ),
        { nil: null },
      ),
      text: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(feature, { minLength: 1, maxLength: 20 }), async (features) => {
        const bytes = await written([
          {
            name: 'any',
            columns: ['text'],
            features: features.map(({ geometry, text }) => ({ geometry, properties: { text } })),
          },
        ]);
        const [{ table }] = await read(bytes);
        expect(cells(table.columns, 'text')).toEqual(features.map(({ text }) => text.toWellFormed()));
        const points = features.flatMap(({ geometry }) =>
          geometry === null ? [] : geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates,
        ) as number[][];
        expect([...(table.geometry.points?.lon ?? [])]).toEqual(points.map(([lon]) => lon));
      }),
      { numRuns: 60 },
    );
  });

  test('however damaged, is read or refused', async () => {
    const bytes = await written([
      {
        name: 'a',
        features: Array.from({ length: 200 }, (_, i) => ({
          geometry: point(i / 100, 52),
          properties: { i, t: `row ${i}` },
        })),
      },
    ]);
    await fc.assert(
      fc.asyncProperty(mutated(bytes), async (content) => {
        try {
          expect(await readFile(memoryFile('a.gpkg', content), quietly())).toBeInstanceOf(Array);
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A GeoPackage changed by SQL. */
async function edited(
  statements: readonly string[],
  inserts: readonly (readonly [string, readonly (readonly (bigint | Uint8Array | null)[])[]])[],
  bytes?: Uint8Array,
): Promise<Uint8Array> {
  const { default: init } = await import('@sqlite.org/sqlite-wasm');
  const sqlite3 = await init();
  const database = new sqlite3.oo1.DB(':memory:');
  const content = bytes ?? (await written([]));
  const place = sqlite3.wasm.allocFromTypedArray(content);
  const { capi } = sqlite3;
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  capi.sqlite3_deserialize(database.pointer as number, 'main', place, content.length, content.length, flags);
  for (const statement of statements) database.exec(statement);
  for (const [sql, rows] of inserts) {
    const statement = database.prepare(sql);
    for (const row of rows) {
      statement.bind(row as never[]);
      statement.stepReset();
    }
    statement.finalize();
  }
  const edited = capi.sqlite3_js_db_export(database);
  database.close();
  return edited;
}
