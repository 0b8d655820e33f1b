import { deflateSync } from 'node:zlib';

/** A GeoTIFF to make. */
export interface MadeGeoTiff {
  readonly columns: number;
  readonly rows: number;
  readonly values: readonly number[];
  readonly sample?: 'float32' | 'float64' | 'int16' | 'uint16';
  readonly little?: boolean;
  readonly deflate?: boolean;
  /** Side of square tiles, a multiple of 16; without it one strip. */
  readonly tile?: number;
  /** Geo keys with short values; null: none. */
  readonly keys?: Readonly<Record<number, number>> | null;
  readonly west?: number;
  readonly north?: number;
  readonly cell?: number;
  readonly nodata?: string;
  readonly metadata?: string;
  /** Sixteen numbers from cells to places, in place of corner and cell size: a grid that lies turned. */
  readonly matrix?: readonly number[];
  /** Tags that replace or join the others, as 32-bit numbers. */
  readonly tags?: Readonly<Record<number, number>>;
}

const SAMPLES = {
  float32: { bits: 32, format: 3 },
  float64: { bits: 64, format: 3 },
  int16: { bits: 16, format: 2 },
  uint16: { bits: 16, format: 1 },
} as const;

/** Its bytes: TIFF 6.0, one band. */
export function makeGeoTiff(made: MadeGeoTiff): Uint8Array {
  const { columns, rows, values, sample = 'float32', little = true, deflate = false, tile } = made;
  const { bits, format } = SAMPLES[sample];
  const blocks = tile ? tilesOf(made, tile) : [values];
  const packed = blocks.map((block) => {
    const bytes = samplesOf(block, sample, little);
    return deflate ? new Uint8Array(deflateSync(bytes)) : bytes;
  });
  const { west = 530_000, north = 180_000, cell = 1, keys = { 3072: 27_700 } } = made;
  const directory = keys ? [1, 1, 0, Object.keys(keys).length] : [];
  for (const [key, value] of Object.entries(keys ?? {})) directory.push(Number(key), 0, 1, value);
  const entries: Entry[] = [
    longs(256, [columns]),
    longs(257, [rows]),
    longs(258, [bits]),
    longs(259, [deflate ? 8 : 1]),
    longs(262, [1]),
    longs(277, [1]),
    longs(339, [format]),
    ...(tile ? [longs(322, [tile]), longs(323, [tile])] : [longs(278, [rows])]),
    ...(made.matrix
      ? [{ tag: 34_264, type: 12, values: [...made.matrix] }]
      : [
          { tag: 33_550, type: 12, values: [cell, cell, 0] },
          { tag: 33_922, type: 12, values: [0, 0, 0, west, north, 0] },
        ]),
    ...(keys ? [{ tag: 34_735, type: 3, values: directory }] : []),
    ...(made.nodata ? [letters(42_113, made.nodata)] : []),
    ...(made.metadata ? [letters(42_112, made.metadata)] : []),
    ...Object.entries(made.tags ?? {}).map(([tag, value]) => longs(Number(tag), [value])),
  ];
  const own = new Map(entries.map((entry) => [entry.tag, entry]));
  const offsets = longs(tile ? 324 : 273, new Array(packed.length).fill(0));
  const counts = longs(
    tile ? 325 : 279,
    packed.map((block) => block.length),
  );
  own.set(offsets.tag, offsets).set(counts.tag, counts);
  const sorted = [...own.values()].sort((a, b) => a.tag - b.tag);
  let free = 8 + 2 + 12 * sorted.length + 4;
  const places = sorted.map((entry) => {
    const size = entry.values.length * SIZES[entry.type];
    const at = free;
    if (size > 4) free += size + (size % 2);
    return { at, isAway: size > 4 };
  });
  for (const [i, block] of packed.entries()) {
    offsets.values[i] = free;
    free += block.length + (block.length % 2);
  }
  const bytes = new Uint8Array(free);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, little ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, sorted.length, little);
  for (const [i, { tag, type, values: held }] of sorted.entries()) {
    const entry = 10 + 12 * i;
    view.setUint16(entry, tag, little);
    view.setUint16(entry + 2, type, little);
    view.setUint32(entry + 4, held.length, little);
    if (places[i].isAway) view.setUint32(entry + 8, places[i].at, little);
    const to = places[i].isAway ? places[i].at : entry + 8;
    for (const [at, value] of held.entries()) write(view, { type, at: to + at * SIZES[type], value, little });
  }
  for (const [i, block] of packed.entries()) bytes.set(block, offsets.values[i]);
  return bytes;
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly values: number[];
}

const SIZES: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 4, 12: 8 };

function longs(tag: number, values: number[]): Entry {
  return { tag, type: 4, values };
}

function letters(tag: number, text: string): Entry {
  return { tag, type: 2, values: [...text, '\0'].map((letter) => letter.charCodeAt(0)) };
}

function write(
  view: DataView,
  { type, at, value, little }: { type: number; at: number; value: number; little: boolean },
): void {
  if (type === 2) view.setUint8(at, value);
  else if (type === 3) view.setUint16(at, value, little);
  else if (type === 4) view.setUint32(at, value, little);
  else view.setFloat64(at, value, little);
}

function tilesOf({ columns, rows, values }: MadeGeoTiff, side: number): number[][] {
  const tiles: number[][] = [];
  for (let top = 0; top < rows; top += side)
    for (let left = 0; left < columns; left += side)
      tiles.push(
        Array.from({ length: side * side }, (_, i) => {
          const [row, column] = [top + Math.floor(i / side), left + (i % side)];
          return row < rows && column < columns ? values[row * columns + column] : 0;
        }),
      );
  return tiles;
}

function samplesOf(values: readonly number[], sample: keyof typeof SAMPLES, little: boolean): Uint8Array {
  const size = SAMPLES[sample].bits / 8;
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [i, value] of values.entries()) {
    if (sample === 'float32') view.setFloat32(i * size, value, little);
    else if (sample === 'float64') view.setFloat64(i * size, value, little);
    else view.setInt16(i * size, value, little);
  }
  return new Uint8Array(view.buffer);
}
