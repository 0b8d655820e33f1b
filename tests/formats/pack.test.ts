import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/domain/project/project.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';
import { type Pack, readPack, writePack } from '../../src/formats/pack.ts';
import { packedPosition, tableOf } from '../builders/table-arbitrary.ts';

const project: Project = {
  name: 'Test',
  fictional: true,
  datasets: [],
  layers: [],
  recipes: [{ id: 'r', name: 'No gigabit', text: 'no gigabit' }],
  assumptions: [{ text: 'Nobody sourced it', source: null }],
  plans: [],
  sites: [],
  devices: [],
  designs: [],
  view: { recipeId: 'r' },
};

const tableArbitrary = tableOf(packedPosition);

function samplePack(): Pack {
  const cells = Array.from({ length: 300 }, (_, i) => `${i % 40} ${i % 2 ? 'Mill Lane' : 'High Street'}`);
  const table: SourceTable = {
    fileName: 'premises.csv',
    format: 'csv',
    rows: 300,
    headerAssumed: false,
    columns: [
      textColumn(
        'uprn',
        Array.from(cells, (_, i) => String(999_000_000_000 + 3 * i)),
      ),
      textColumn('address', cells),
      textColumn(
        'use',
        Array.from(cells, (_, i) => (i % 7 ? 'home' : 'business')),
      ),
    ],
    geometry: {
      points: {
        row: Uint32Array.from(cells, (_, i) => i),
        lon: Float64Array.from(cells, (_, i) => (-1e7 + 1000 * i) / 1e7),
        lat: new Float64Array(300).fill(53),
      },
      lines: null,
      polygons: null,
    },
  };
  return { project, contents: [{ contentId: 'premises', table }] };
}

/** The same pack with its header changed, blocks left where they were. */
function withHeader(bytes: Uint8Array, edit: (json: string) => string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(8, true);
  const header = new TextEncoder().encode(edit(new TextDecoder().decode(bytes.subarray(16, 16 + length))));
  const body = bytes.subarray(Math.ceil((16 + length) / 8) * 8);
  const bodyAt = Math.ceil((16 + header.length) / 8) * 8;
  const result = new Uint8Array(bodyAt + body.length);
  result.set(bytes.subarray(0, 16));
  new DataView(result.buffer).setUint32(8, header.length, true);
  result.set(header, 16);
  result.set(body, bodyAt);
  return result;
}

describe('writePack and readPack', () => {
  it('give back what was written', () => {
    fc.assert(
      fc.property(fc.array(tableArbitrary, { maxLength: 3 }), (tables) => {
        const pack: Pack = { project, contents: tables.map((table, i) => ({ contentId: `c${i}`, table })) };
        expect(readPack(writePack(pack))).toEqual(pack);
      }),
      { numRuns: 60 },
    );
  });

  it('read from the middle of a larger buffer at an odd place', () => {
    const bytes = writePack(samplePack());
    const larger = new Uint8Array(bytes.length + 5);
    larger.set(bytes, 3);
    expect(readPack(larger.subarray(3, 3 + bytes.length))).toEqual(samplePack());
  });

  it('keep repetitive columns small', () => {
    const perRow = writePack({ project, contents: samplePack().contents }).length / 300;
    expect(perRow).toBeLessThan(25);
  });

  it('round a coordinate to 1e-7 degree', () => {
    const pack = samplePack();
    const points = pack.contents[0].table.geometry.points;
    if (!points) throw new Error('no points');
    points.lon[0] = -1.123456789;
    expect(readPack(writePack(pack)).contents[0].table.geometry.points?.lon[0]).toBe(-1.1234568);
  });

  it('refuse a coordinate that is no position', () => {
    const pack = samplePack();
    pack.contents[0].table.geometry.points?.lat.fill(Number.NaN);
    expect(() => writePack(pack)).toThrow('NaN is not a longitude or latitude');
  });
});

describe('readPack', () => {
  const bytes = writePack(samplePack());

  it.each([
    ['nothing', new Uint8Array(0), 'too short'],
    [
      'an HTML page',
      new TextEncoder().encode('<!doctype html><title>Sign in</title>'),
      'does not begin with NSPK',
    ],
    ['a newer version', bytes.map((byte, i) => (i === 4 ? 9 : byte)), 'is of version 9'],
    ['a pack cut within its header', bytes.subarray(0, 200), 'ends within its header'],
    ['a pack cut within its columns', bytes.subarray(0, bytes.length - 64), 'cut short'],
    ['a header that is not JSON', withHeader(bytes, (json) => json.slice(1)), 'header cannot be read'],
    [
      'a header with a prototype',
      withHeader(bytes, (json) => json.replace('"plans":[]', '"__proto__":{"x":1},"plans":[]')),
      'header cannot be read',
    ],
    [
      'a header with an unknown member',
      withHeader(bytes, (json) => json.replace('"plans":[]', '"plans":[],"extra":1')),
      'project.extra',
    ],
    [
      'a block outside the file',
      withHeader(bytes, (json) => json.replace(/"at":\d+/, '"at":80000000')),
      'cut short',
    ],
    [
      'another number of rows',
      withHeader(bytes, (json) => json.replace('"rows":300', '"rows":299')),
      'cells, not 299',
    ],
    [
      'a recipe that is not there',
      withHeader(bytes, (json) => json.replace('"recipeId":"r"', '"recipeId":"q"')),
      'recipe it does not hold',
    ],
  ])('refuses %s', (_, damaged, message) => {
    expect(() => readPack(damaged)).toThrow(message);
  });

  it('never fails but with an Error in plain words, whatever byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] ^= change;
        try {
          readPack(damaged);
        } catch (error) {
          expect((error as Error).message).toMatch(/pack/);
        }
      }),
      { numRuns: 400 },
    );
  });
});
