import type { GridFrame } from '../domain/terrain/height-grid.ts';

/** What stands for "not looked at" in the raster. */
export const VIEW_NODATA = 255;

/**
 * Codes of cells as a GeoTIFF: one band of bytes, plain, a strip a row, placed by its north-western corner in the frame's
 * system (GeoTIFF 1.1, OGC 19-008r4; TIFF 6.0). A system without an EPSG code is called by its name alone.
 */
export function writeViewGeoTiff(codes: Uint8Array, frame: GridFrame): Uint8Array {
  const { columns, rows, cellWidthMetres, cellHeightMetres, west, north, system } = frame;
  const citation = `${system.name}|`;
  const strips = Array.from({ length: rows }, () => columns);
  const entries: Entry[] = [
    [256, LONG, [columns]],
    [257, LONG, [rows]],
    [258, SHORT, [8]],
    [259, SHORT, [1]],
    [262, SHORT, [1]],
    // Where the strips begin is known once the rest is laid out.
    [273, LONG, strips],
    [277, SHORT, [1]],
    [278, SHORT, [1]],
    [279, LONG, strips],
    [33_550, DOUBLE, [cellWidthMetres, cellHeightMetres, 0]],
    [33_922, DOUBLE, [0, 0, 0, west, north, 0]],
    [34_735, SHORT, geoKeys(system.epsg, citation.length)],
    [34_737, ASCII, codesOf(`${citation}\0`)],
    [42_113, ASCII, codesOf(`${VIEW_NODATA}\0`)],
  ];
  const directory = 8;
  const values = directory + 2 + 12 * entries.length + 4;
  const pixels = entries.reduce((at, [, type, items]) => at + room(type, items), values);
  const bytes = new Uint8Array(pixels + codes.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, directory]);
  view.setUint16(directory, entries.length, true);
  let free = values;
  for (const [i, [tag, type, given]] of entries.entries()) {
    const items = tag === 273 ? strips.map((_, row) => pixels + row * columns) : given;
    const at = directory + 2 + 12 * i;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, items.length, true);
    const outside = room(type, items) > 0;
    if (outside) view.setUint32(at + 8, free, true);
    put(view, outside ? free : at + 8, type, items);
    if (outside) free += room(type, items);
  }
  bytes.set(codes, pixels);
  return bytes;
}

type Entry = readonly [tag: number, type: number, items: readonly number[]];

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const SIZES = new Map([
  [ASCII, 1],
  [SHORT, 2],
  [LONG, 4],
  [DOUBLE, 8],
]);

/** Bytes outside the directory, on even places: what fits into four bytes lies within. */
function room(type: number, items: readonly number[]): number {
  const bytes = (SIZES.get(type) ?? 1) * items.length;
  return bytes <= 4 ? 0 : bytes + (bytes % 2);
}

function put(view: DataView, at: number, type: number, items: readonly number[]): void {
  for (const [i, item] of items.entries()) {
    if (type === ASCII) view.setUint8(at + i, item);
    else if (type === SHORT) view.setUint16(at + 2 * i, item, true);
    else if (type === LONG) view.setUint32(at + 4 * i, item, true);
    else view.setFloat64(at + 8 * i, item, true);
  }
}

const USER_DEFINED = 32_767;

/** Projected, a cell is an area, the system by code or (user-defined) by name, metres. */
function geoKeys(epsg: number | null, citationLength: number): number[] {
  const keys = [
    [1024, 0, 1, 1],
    [1025, 0, 1, 1],
    [1026, 34_737, citationLength, 0],
    [3072, 0, 1, epsg ?? USER_DEFINED],
    [3076, 0, 1, 9001],
  ];
  return [1, 1, 0, keys.length, ...keys.flat()];
}

function codesOf(text: string): number[] {
  return Array.from(text, (letter) => Math.min(127, letter.charCodeAt(0)));
}
