import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface PmtilesSeed {
  readonly tiles: readonly {
    readonly z: number;
    readonly x: number;
    readonly y: number;
    readonly data: Uint8Array;
  }[];
  readonly metadata?: unknown;
  /** 1 vector, 2 PNG, 3 JPEG, 4 WebP. */
  readonly tileType?: number;
  readonly bounds?: readonly [number, number, number, number];
  /** Packs directories, metadata and tiles. */
  readonly gzip?: boolean;
  /** Entries in each leaf directory; none: all stand in the root. */
  readonly leafEntries?: number;
}

/** A PMTiles archive, version 3, laid out by its specification: header, root, metadata, leaves, tiles. */
export function pmtilesOf(seed: PmtilesSeed): Uint8Array<ArrayBuffer> {
  const pack = (bytes: Uint8Array): Uint8Array => (seed.gzip ? gzipSync(bytes) : bytes);
  const tiles = seed.tiles
    .map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), data: pack(tile.data) }))
    .sort((one, other) => one.id - other.id);
  let offset = 0;
  const entries = tiles.map(({ id, data }) => {
    const entry = { id, run: 1, length: data.length, offset };
    offset += data.length;
    return entry;
  });
  const leaves: Uint8Array[] = [];
  let inRoot = entries;
  if (seed.leafEntries) {
    let leafOffset = 0;
    inRoot = [];
    for (let i = 0; i < entries.length; i += seed.leafEntries) {
      const leaf = pack(directory(entries.slice(i, i + seed.leafEntries)));
      inRoot.push({ id: entries[i].id, run: 0, length: leaf.length, offset: leafOffset });
      leafOffset += leaf.length;
      leaves.push(leaf);
    }
  }
  const root = pack(directory(inRoot));
  const metadata = pack(new TextEncoder().encode(JSON.stringify(seed.metadata ?? {})));
  const parts = [root, metadata, concat(leaves), concat(tiles.map((tile) => tile.data))];
  const header = new DataView(new ArrayBuffer(127));
  new Uint8Array(header.buffer).set(new TextEncoder().encode('PMTiles'));
  header.setUint8(7, 3);
  let at = 127;
  for (const [i, part] of parts.entries()) {
    header.setBigUint64(8 + 16 * i, BigInt(at), true);
    header.setBigUint64(16 + 16 * i, BigInt(part.length), true);
    at += part.length;
  }
  for (const place of [72, 80, 88]) header.setBigUint64(place, BigInt(tiles.length), true);
  header.setUint8(96, 1);
  header.setUint8(97, seed.gzip ? 2 : 1);
  header.setUint8(98, seed.gzip ? 2 : 1);
  header.setUint8(99, seed.tileType ?? 1);
  const zooms = seed.tiles.map((tile) => tile.z);
  header.setUint8(100, Math.min(...zooms));
  header.setUint8(101, Math.max(...zooms));
  for (const [i, degrees] of (seed.bounds ?? [-180, -85, 180, 85]).entries())
    header.setInt32(102 + 4 * i, Math.round(degrees * 1e7), true);
  return concat([new Uint8Array(header.buffer), ...parts]);
}

interface Entry {
  readonly id: number;
  readonly run: number;
  readonly length: number;
  readonly offset: number;
}

function directory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  varint(bytes, entries.length);
  entries.forEach((entry, i) => {
    varint(bytes, entry.id - (i === 0 ? 0 : entries[i - 1].id));
  });
  for (const { run } of entries) varint(bytes, run);
  for (const { length } of entries) varint(bytes, length);
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    varint(bytes, before && before.offset + before.length === entry.offset ? 0 : entry.offset + 1);
  });
  return Uint8Array.from(bytes);
}

function varint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
