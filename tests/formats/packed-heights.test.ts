import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRITISH_NATIONAL_GRID } from '../../src/domain/geo/coordinate-system.ts';
import { sameTable } from '../../src/domain/tables/same-table.ts';
import { NO_GEOMETRY, type SourceTable } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';
import type { FileHeights } from '../../src/domain/terrain/file-heights.ts';
import { contentHash, contentSize, readContent, writeContent } from '../../src/formats/content-pack.ts';
import { ProjectRefused } from '../../src/formats/project-refused.ts';
import { refusalOf } from '../builders/refusal.ts';

function tableOf(heights: Float32Array, given: Partial<FileHeights> = {}): SourceTable {
  return {
    fileName: 'dsm.tif',
    format: 'geotiff',
    rows: 1,
    headerAssumed: false,
    columns: [textColumn('kind', ['height grid'])],
    geometry: NO_GEOMETRY,
    heights: {
      system: BRITISH_NATIONAL_GRID,
      verticalDatum: 'Ordnance Datum Newlyn',
      west: 530_000,
      north: 180_000,
      cellWidth: 1,
      cellHeight: 1,
      columns: heights.length,
      rows: 1,
      heights,
      ...given,
    },
  };
}

const centimetres = fc.integer({ min: -50_000, max: 900_000 }).map((parts) => Math.fround(parts / 100));
const heightsOf = fc.oneof(
  fc.array(fc.oneof(centimetres, fc.constant(Number.NaN)), { minLength: 1, maxLength: 60 }),
  fc.array(fc.float({ noDefaultInfinity: true }), { minLength: 1, maxLength: 60 }),
);

describe('a content with heights', () => {
  it('comes back to the last bit, centimetres and any floats, not known and −0', () => {
    fc.assert(
      fc.property(heightsOf, (list) => {
        const table = tableOf(Float32Array.from(list));
        const bytes = writeContent(table);
        const { table: read } = readContent(bytes);
        expect(read.heights).toEqual(table.heights);
        expect([...(read.heights?.heights ?? [])].map((height) => Object.is(height, -0))).toEqual(
          list.map((height) => Object.is(height, -0)),
        );
        expect(sameTable(read, table)).toBe(true);
        expect(writeContent(read)).toEqual(bytes);
        expect(contentSize(bytes)).toBeGreaterThanOrEqual(4 * list.length);
      }),
    );
  });

  it('takes a byte or two a cell where heights are in centimetres', () => {
    const slope = Float32Array.from({ length: 10_000 }, (_, i) =>
      Math.fround((5000 + Math.round(30 * Math.sin(i / 40))) / 100),
    );
    expect(writeContent(tableOf(slope)).length).toBeLessThan(11_000);
  });

  it('has another name where one height differs, and is no other file of the same outline', async () => {
    const [one, other] = [tableOf(Float32Array.of(1, 2, 3)), tableOf(Float32Array.of(1, 2, 4))];
    expect(await contentHash(writeContent(one))).not.toBe(await contentHash(writeContent(other)));
    expect(sameTable(one, other)).toBe(false);
    expect(sameTable(one, { ...one, heights: undefined })).toBe(false);
    expect(sameTable(one, tableOf(Float32Array.of(1, 2, 3), { system: null }))).toBe(false);
    expect(sameTable(one, tableOf(Float32Array.of(1, 2, 3)))).toBe(true);
  });

  it('is named the same in every version: a change of the form needs a new version number', async () => {
    const bytes = writeContent(tableOf(Float32Array.of(12.34, Number.NaN, -0.5, 899.99)));
    expect([...bytes.subarray(0, 8)]).toEqual([...Buffer.from('NSPC'), 3, 0, 0, 0]);
    expect(await contentHash(bytes)).toBe('4866574a81a9f3f405b2964a07d9aae0da59219b1f4ec43fa323951194c4c785');
  });

  it('is refused, or read whole, with any bit flipped', () => {
    const bytes = writeContent(tableOf(Float32Array.of(12.34, Number.NaN, -0.5, 899.99)));
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const damaged = Uint8Array.from(bytes);
      damaged[bit >> 3] ^= 1 << (bit & 7);
      try {
        expect(readContent(damaged).table.rows).toBeTypeOf('number');
      } catch (error) {
        expect(error).toBeInstanceOf(ProjectRefused);
      }
    }
  });

  it.each([
    ['"columns":4', '"columns":4000000000'],
    ['"columns":4', '"columns":5'],
    ['"rows":1,"system"', '"rows":9,"system"'],
  ])('takes no memory for more cells than it has bytes: %s → %s', (from, to) => {
    const bytes = writeContent(tableOf(Float32Array.of(12.34, Number.NaN, -0.5, 899.99)));
    const length = new DataView(bytes.buffer).getUint32(8, true);
    const text = new TextDecoder().decode(bytes.subarray(16, 16 + length));
    expect(text).toContain(from);
    const header = new TextEncoder().encode(text.replace(from, to));
    const bodyAt = Math.ceil((16 + header.length) / 8) * 8;
    const body = bytes.subarray(Math.ceil((16 + length) / 8) * 8);
    const changed = new Uint8Array(bodyAt + body.length);
    changed.set(bytes.subarray(0, 16));
    new DataView(changed.buffer).setUint32(8, header.length, true);
    changed.set(header, 16);
    changed.set(body, bodyAt);
    expect(refusalOf(() => readContent(changed)).code).toBe('DAMAGED');
  });
});
