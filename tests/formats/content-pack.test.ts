import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRITISH_NATIONAL_GRID_FEET } from '../../src/domain/geo/coordinate-system.ts';
import { NO_GEOMETRY, type SourceTable } from '../../src/domain/tables/source-table.ts';
import { cellText, textColumn } from '../../src/domain/tables/text-column.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import {
  contentHash,
  contentPieces,
  contentSize,
  isNameOf,
  readContent,
  writeContent,
} from '../../src/formats/content-pack.ts';
import { BlockWriter } from '../../src/formats/pack-bytes.ts';
import { ProjectRefused } from '../../src/formats/project-refused.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';
import { refusalOf } from '../builders/refusal.ts';
import { packedPosition, tableOf, writtenOf } from '../builders/table-arbitrary.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const anyPosition = fc.oneof(packedPosition, fc.tuple(number, number));
const printed = fc.oneof(fc.tuple(fc.double(), fc.double()), packedPosition);
const tables: fc.Arbitrary<SourceTable> = tableOf(anyPosition).chain((table) =>
  fc
    .record({
      written: writtenOf(table.rows, printed),
      reading: fc.constantFrom(undefined, {
        system: BRITISH_NATIONAL_GRID_FEET,
        swapped: true,
        by: 'person' as const,
      }),
    })
    .map(({ written, reading }) => ({
      ...table,
      ...(reading ? { reading } : {}),
      ...(written ? { written } : {}),
    })),
);

function smallTable(): SourceTable {
  return {
    fileName: 'wards.geojson',
    format: 'geojson',
    rows: 6,
    headerAssumed: false,
    columns: [
      textColumn('code', ['E05000001', 'E05000002', 'E05000003', 'E05000004', 'E05000005', 'E05000006']),
      textColumn('use', ['home', 'home', 'home', 'home', '', 'home']),
    ],
    geometry: {
      points: { row: Uint32Array.of(0, 3), lon: Float64Array.of(-2.5, 0.1), lat: Float64Array.of(53, 53.5) },
      lines: null,
      polygons: {
        row: Uint32Array.of(1),
        coordinates: Float64Array.of(-1.5, 53.1, -1.4, 53.1, -1.4, Math.PI, -1.5, 53.1),
        ringStarts: Uint32Array.of(0, 4),
        polygonStarts: Uint32Array.of(0, 1),
      },
    },
    reading: { system: BRITISH_NATIONAL_GRID_FEET, swapped: false, by: 'guess' },
  };
}

describe('writeContent and readContent', () => {
  it('give back the very same content, to the last bit', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const bytes = writeContent(table);
        const read = readContent(bytes);
        expect(read).toEqual({ table, former: null });
        expect(bitsOf(read.table)).toEqual(bitsOf(table));
        expect(Buffer.compare(writeContent(read.table), bytes)).toBe(0);
        expect(Buffer.compare(Buffer.concat([...contentPieces(table)]), bytes), 'in pieces').toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('keep −0, the smallest numbers and the digits below a centimetre', () => {
    const lon = Float64Array.of(-0, 5e-324, -1.123456789012345, 179.99999995);
    const table: SourceTable = {
      ...smallTable(),
      geometry: { ...NO_GEOMETRY, points: { row: Uint32Array.of(0, 1, 2, 3), lon, lat: lon.slice() } },
    };
    const { points } = readContent(writeContent(table)).table.geometry;
    expect(Array.from(points?.lon ?? []).map((x, i) => Object.is(x, lon[i]))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('take whole 1e-7 degrees in four bytes and all others in eight', () => {
    const size = (lon: number) => {
      const all = new Float64Array(10_000).fill(lon);
      const points = { row: new Uint32Array(10_000), lon: all, lat: all };
      const table = { ...smallTable(), columns: [], geometry: { ...NO_GEOMETRY, points } };
      return writeContent(table).length;
    };
    expect(size(-1.2345678 / 7) - size(-1.2345678)).toBeGreaterThan(79_000);
  });

  it('keep cells that are no text, and columns that are part of larger arrays', () => {
    const bytes = Uint8Array.of(120, 0xff, 0xfe, 0, 0x80, 120, 120);
    const column = { name: 'raw', bytes, offsets: Uint32Array.of(1, 3, 3, 5, 6) };
    const table: SourceTable = { ...smallTable(), rows: 4, columns: [column], geometry: NO_GEOMETRY };
    const [read] = readContent(writeContent(table)).table.columns;
    expect(read.bytes).toEqual(bytes.slice(1, 6));
    expect(read.offsets).toEqual(Uint32Array.of(0, 2, 2, 4, 5));
  });

  it('pack repeated cells small, and long ones that repeat too often as they are', () => {
    const wide = textColumn('wide', new Array<string>(3000).fill('x'.repeat(2000)));
    const narrow = textColumn(
      'narrow',
      Array.from({ length: 3000 }, (_, i) => `word ${i % 900}`),
    );
    const table: SourceTable = {
      ...smallTable(),
      rows: 3000,
      columns: [wide, narrow],
      geometry: NO_GEOMETRY,
    };
    const bytes = writeContent(table);
    expect(bytes.length).toBeGreaterThan(6_000_000);
    expect(bytes.length).toBeLessThan(6_025_000);
    const read = readContent(bytes).table;
    expect(cellText(read.columns[1], 2999)).toBe('word 299');
    expect(read.columns.every(({ bytes }, i) => Buffer.compare(bytes, table.columns[i].bytes) === 0)).toBe(
      true,
    );
  });

  it('writes the same bytes in every version: a change of the form needs a new version number', async () => {
    expect(await contentHash(writeContent(smallTable()))).toBe(
      'c6c2627d5c700d3e06c986095a01d86853cc6a7188e085020b1fd935ab0f3a82',
    );
  });
});

describe('readContent', () => {
  const bytes = writeContent(smallTable());

  it('refuses or reads equal, whichever single bit is turned over', () => {
    let refused = 0;
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = Uint8Array.from(bytes);
      damaged[bit >> 3] ^= 1 << (bit & 7);
      try {
        const read = readContent(damaged);
        // What is read can be written again, and is as large as what was written.
        expect(writeContent(read.table).length).toBeLessThan(bytes.length + 64);
      } catch (error) {
        expect(error).toBeInstanceOf(ProjectRefused);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(bytes.length * 3);
  });

  it('refuses every cut', () => {
    for (let length = 0; length < bytes.length - 8; length++)
      expect(refusalOf(() => readContent(bytes.subarray(0, length))).code).toMatch(
        /^(?:NOT_NOTSPOT|DAMAGED)$/,
      );
  });

  it.each([
    ['nothing', new Uint8Array(0), 'NOT_NOTSPOT'],
    ['a pack', bytes.map((byte, i) => (i === 3 ? 0x4b : byte)), 'NOT_NOTSPOT'],
    ['a newer form', bytes.map((byte, i) => (i === 4 ? 4 : byte)), 'NEWER'],
    ['form 3 without heights', bytes.map((byte, i) => (i === 4 ? 3 : byte)), 'DAMAGED'],
    ['form 1 without what reading reported', bytes.map((byte, i) => (i === 4 ? 1 : byte)), 'DAMAGED'],
    ['form 0', bytes.map((byte, i) => (i === 4 ? 0 : byte)), 'DAMAGED'],
    ['another number of rows', withHeader('"rows":6', '"rows":7'), 'DAMAGED'],
    ['rows without end', withHeader('"rows":6', '"rows":4294967295'), 'DAMAGED'],
    ['a block outside', withHeader('"at":0', '"at":80000000'), 'DAMAGED'],
    ['a huge block', withHeader('"bytes":54', '"bytes":4294967295'), 'DAMAGED'],
    ['a prototype', withHeader('"format":"geojson"', '"__proto__":{},"format":"geojson"'), 'DAMAGED'],
    ['an unknown member', withHeader('"format":"geojson"', '"extra":1,"format":"geojson"'), 'DAMAGED'],
    ['no JSON', withHeader('"format"', 'format'), 'DAMAGED'],
  ])('refuses %s', (_, damaged, code) => {
    expect(refusalOf(() => readContent(damaged)).code).toBe(code);
  });

  it('refuses a dictionary that would fill the memory', () => {
    const cells = Array.from({ length: 30_000 }, (_, i) => (i === 0 ? 'x'.repeat(90_000) : 'y'));
    const table: SourceTable = {
      ...smallTable(),
      rows: 30_000,
      columns: [textColumn('a', cells)],
      geometry: NO_GEOMETRY,
    };
    const bomb = writeContent(table);
    const view = new DataView(bomb.buffer);
    const bodyAt = Math.ceil((16 + view.getUint32(8, true)) / 8) * 8;
    const { index } = JSON.parse(new TextDecoder().decode(bomb.subarray(16, 16 + view.getUint32(8, true))))
      .columns[0].cells;
    bomb.fill(0, bodyAt + index.at, bodyAt + index.at + index.bytes);
    expect(refusalOf(() => readContent(bomb)).message).toContain('unpacks to more than it may');
  });

  function withHeader(from: string, to: string): Uint8Array {
    const length = new DataView(bytes.buffer).getUint32(8, true);
    const json = new TextDecoder().decode(bytes.subarray(16, 16 + length));
    expect(json).toContain(from);
    const header = new TextEncoder().encode(json.replace(from, to));
    const body = bytes.subarray(Math.ceil((16 + length) / 8) * 8);
    const bodyAt = Math.ceil((16 + header.length) / 8) * 8;
    const result = new Uint8Array(bodyAt + body.length);
    result.set(bytes.subarray(0, 16));
    new DataView(result.buffer).setUint32(8, header.length, true);
    result.set(header, 16);
    result.set(body, bodyAt);
    return result;
  }
});

describe('a content of form 1', () => {
  const former = new Uint8Array(readFileSync('tests/fixtures/projects/content-1.nspk'));
  const { report } = FULL_PROJECT.datasets[0];

  it('is read with what reading reported, and is named as it was', async () => {
    expect(readContent(former)).toEqual({ table: smallTable(), former: { report } });
    const name = 'e8385b5e23aad5c3036f27a9761ccec2272731aee585626c33fad4c28bbd78ac';
    expect(await contentHash(former)).toBe(name);
    expect(await isNameOf(name, smallTable(), [null, report])).toBe(true);
    expect(await isNameOf(name, smallTable(), [null])).toBe(false);
    expect(await isNameOf(await contentHash(writeContent(smallTable())), smallTable(), [])).toBe(true);
  });
});

describe('a content that grows', () => {
  /** A file of columns whose one long word stands in every row. */
  function growing({ columns, word, rows }: { columns: number; word: number; rows: number }): Uint8Array {
    const writer = new BlockWriter();
    const cells = Array.from({ length: columns }, (_, i) => ({
      name: `c${i}`,
      cells: {
        encoding: 'dictionary',
        bytes: writer.bytes(new Uint8Array(word).fill(65)),
        lengths: writer.counts(Uint32Array.of(word)),
        index: writer.counts(new Uint32Array(rows)),
      },
    }));
    const shapes = { points: null, lines: null, polygons: null };
    const header = { fileName: 'x.csv', format: 'csv', rows, headerAssumed: false, columns: cells, shapes };
    const json = new TextEncoder().encode(canonicalJson(header));
    const bytes = writer.finish(Math.ceil((16 + json.length) / 8) * 8);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 0x4e535043, false);
    view.setUint32(4, 2, true);
    view.setUint32(8, json.length, true);
    bytes.set(json, 16);
    return bytes;
  }

  it('in many columns, each as far as one may, is refused by name before memory is taken', () => {
    const bytes = growing({ columns: 8, word: 1_000_000, rows: 99 });
    const before = process.memoryUsage().arrayBuffers;
    const refusal = refusalOf(() => readContent(bytes));
    expect([refusal.code, refusal.part]).toEqual(['TOO_LARGE', 'x.csv']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    expect(refusalOf(() => contentSize(bytes)).code).toBe('TOO_LARGE');
  });

  it('less is read, and said in advance', () => {
    const bytes = growing({ columns: 2, word: 300_000, rows: 99 });
    expect(contentSize(bytes)).toBe(2 * (99 * 300_000 + 4 * 99));
    expect(readContent(bytes).table.columns[1].bytes.length).toBe(99 * 300_000);
  });

  it('is never written so that it could not be read', () => {
    const long = 'x'.repeat(3997);
    const column = textColumn(
      'a',
      Array.from({ length: 6000 }, (_, row) => `${long}${100 + (row % 100)}`),
    );
    const columns = Array.from({ length: 8 }, (_, i) => ({ ...column, name: `c${i}` }));
    const table: SourceTable = { ...smallTable(), rows: 6000, columns, geometry: NO_GEOMETRY };
    const bytes = writeContent(table);
    // Some as words, and those for which there is no room as they are.
    expect(bytes.length).toBeGreaterThan(48_000_000);
    expect(bytes.length).toBeLessThan(52_000_000);
    expect(readContent(bytes).table.columns.map((column) => cellText(column, 5999))).toEqual(
      columns.map((column) => cellText(column, 5999)),
    );
  });
});

describe('contentHash', () => {
  it('is SHA-256 in hexadecimal digits (FIPS 180-2, appendix B.1)', async () => {
    expect(await contentHash(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

/** Every double of a table as its 64 bits; all NaNs count as one. */
function bitsOf({ geometry, written }: SourceTable): string[][] {
  const { points, lines, polygons } = geometry;
  const arrays = [
    points?.lon,
    points?.lat,
    lines?.coordinates,
    polygons?.coordinates,
    written?.points.coordinates,
    written?.lines.coordinates,
    written?.polygons.coordinates,
  ];
  const view = new DataView(new ArrayBuffer(8));
  return arrays.map((numbers = new Float64Array(0)) =>
    Array.from(numbers, (x) => {
      view.setFloat64(0, x);
      return Number.isNaN(x) ? 'NaN' : view.getBigUint64(0).toString(16);
    }),
  );
}
