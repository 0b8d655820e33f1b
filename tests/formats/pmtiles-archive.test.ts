import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basemap } from '../../src/domain/project/basemap.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { isPmtiles, openPmtiles } from '../../src/formats/pmtiles-archive.ts';
import { type PmtilesSeed, pmtilesOf } from '../builders/pmtiles.ts';

const SIGNAL = new AbortController().signal;

/** A file that counts the bytes read of it. */
function fileOf(bytes: Uint8Array<ArrayBuffer>, name = 'town.pmtiles') {
  const file = new File([bytes], name);
  const read = { bytes: 0 };
  return {
    name,
    size: file.size,
    read,
    slice: (start: number, end: number) => {
      read.bytes += Math.max(0, end - start);
      return file.slice(start, end);
    },
  };
}

const tilesOf = (zoom: number, bytes = 40): PmtilesSeed['tiles'] =>
  Array.from({ length: zoom + 1 }, (_, z) => z).flatMap((z) =>
    Array.from({ length: 2 ** z }, (_, x) => ({
      z,
      x,
      y: (x * 7 + z) % 2 ** z,
      data: Uint8Array.from({ length: bytes }, (_, i) => (z * 31 + x * 17 + i) % 256),
    })),
  );

async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<{ code: string; message: string }> {
  const error = await openPmtiles(fileOf(bytes)).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileRefused);
  return (error as FileRefused).report.issues[0];
}

describe('a PMTiles archive', () => {
  it('gives every tile as it was put in, and null for others, whatever its packing and directories', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
        async (zoom, gzip, leafEntries) => {
          const tiles = tilesOf(zoom);
          const archive = await openPmtiles(fileOf(pmtilesOf({ tiles, gzip, leafEntries })));
          for (const { z, x, y, data } of tiles) {
            const got = await archive.tile(z, x, y, SIGNAL);
            expect(got && new Uint8Array(got)).toEqual(data);
          }
          const held = new Set(tiles.map(({ z, x, y }) => `${z}/${x}/${y}`));
          const missing = [0, 1, 2, 3].flatMap((z) => [0, 1].map((y) => ({ z, x: 0, y })));
          for (const { z, x, y } of missing.filter((one) => !held.has(`${one.z}/${one.x}/${one.y}`)))
            expect(await archive.tile(z, x, y, SIGNAL)).toBeNull();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is read in ranges: a tile costs a directory and itself, not the file', async () => {
    const file = fileOf(pmtilesOf({ tiles: tilesOf(7, 4_000), gzip: false, leafEntries: 20 }));
    const archive = await openPmtiles(file);
    await archive.tile(7, 5, (5 * 7 + 7) % 128, SIGNAL);
    expect(file.size).toBeGreaterThan(500_000);
    expect(file.read.bytes).toBeLessThan(20_000);
  });

  it('says who made it in plain text, and what layers it has', async () => {
    const metadata = {
      attribution:
        '<a href="javascript:alert(1)" target=_blank>&copy; Town</a><script>alert(1)</script> &amp; others',
      vector_layers: [{ id: 'roads' }, { id: 'water' }, { id: 3 }, null],
    };
    const archive = await openPmtiles(
      fileOf(pmtilesOf({ tiles: tilesOf(1), metadata, bounds: [-1, 51, 0, 52] })),
    );
    expect(archive).toMatchObject({
      attribution: '© Townalert(1) & others',
      layerNames: ['roads', 'water'],
      bounds: [-1, 51, 0, 52],
      minZoom: 0,
      maxZoom: 1,
      kind: 'vector',
    } satisfies Partial<Basemap>);
  });

  it('is refused by name where it is of another version, packing or kind, cut off or broken', async () => {
    const whole = pmtilesOf({ tiles: tilesOf(3), gzip: true });
    const changed = (at: number, byte: number): Uint8Array<ArrayBuffer> => {
      const copy = whole.slice();
      copy[at] = byte;
      return copy;
    };
    expect((await refusal(changed(7, 4))).message).toContain('PMTiles version 4');
    const second = new Uint8Array(600);
    second.set([0x50, 0x4d, 2, 0]);
    expect((await refusal(second)).message).toContain('PMTiles version 2');
    expect((await refusal(changed(97, 3))).message).toContain('packed');
    expect((await refusal(changed(98, 4))).message).toContain('packed');
    expect((await refusal(changed(99, 6))).message).toContain('kind');
    expect(await refusal(whole.slice(0, whole.length - 9))).toMatchObject({ code: 'FILE_CORRUPT' });
    expect(await refusal(whole.slice(0, 60))).toMatchObject({ code: 'FILE_CORRUPT' });
    expect(await refusal(changed(130, 0xff))).toMatchObject({ code: 'FILE_CORRUPT' });
    for (const message of [(await refusal(changed(7, 4))).message, (await refusal(changed(99, 6))).message])
      expect(message.split(' ').length).toBeLessThanOrEqual(25);
  });

  it('opens or is refused, and gives tiles or none, whatever bytes are broken', async () => {
    const whole = pmtilesOf({ tiles: tilesOf(4), gzip: false, leafEntries: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (breaks) => {
          const broken = whole.slice();
          for (const [at, byte] of breaks) if (at >= 8) broken[at] = byte;
          const archive = await openPmtiles(fileOf(broken)).catch((error: unknown) => {
            expect(error).toBeInstanceOf(FileRefused);
            return null;
          });
          for (const z of [0, 2, 4]) {
            const tile = await archive?.tile(z, 1 % 2 ** z, 0, SIGNAL);
            expect(tile === undefined || tile === null || tile instanceof ArrayBuffer).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('unpacks no more than a tile may hold', async () => {
    const bomb = { z: 0, x: 0, y: 0, data: new Uint8Array(40_000_000) };
    const archive = await openPmtiles(fileOf(pmtilesOf({ tiles: [bomb], gzip: true })));
    expect(archive.bytes).toBeLessThan(100_000);
    expect(await archive.tile(0, 0, 0, SIGNAL)).toBeNull();
  });

  it('is known by its first bytes alone', async () => {
    expect(await isPmtiles(fileOf(pmtilesOf({ tiles: tilesOf(0) }), 'wards.geojson'))).toBe(true);
    const text = new TextEncoder().encode('PMT,lon,lat\n');
    expect(await isPmtiles(fileOf(text, 'town.pmtiles'))).toBe(false);
    expect(await isPmtiles(fileOf(new Uint8Array(0)))).toBe(false);
  });
});
