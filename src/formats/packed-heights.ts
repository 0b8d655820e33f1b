import * as v from 'valibot';
import type { FileHeights } from '../domain/terrain/file-heights.ts';
import { MAX_CELLS } from '../domain/terrain/height-grid.ts';
import { blockSchema } from './block-schema.ts';
import type { BlockReader, BlockWriter } from './pack-bytes.ts';
import { count, finite, textOrNull } from './schema-values.ts';
import { systemSchema } from './system-schema.ts';

/** How the cells of a file of heights lie in a content. Either way gives back the very same heights. */
export const packedHeightsSchema = v.strictObject({
  system: v.nullable(systemSchema),
  verticalDatum: textOrNull,
  west: finite,
  north: finite,
  cellWidth: v.pipe(finite, v.gtValue(0)),
  cellHeight: v.pipe(finite, v.gtValue(0)),
  columns: v.pipe(count, v.minValue(1)),
  rows: v.pipe(count, v.minValue(1)),
  /**
   * Parts of a metre in which every height is whole: cells lie as steps from one to the next (zigzag, seven bits a byte),
   * 0 for one that is not known, all other steps one further. Null: as 32-bit floats, each unknown one the same.
   */
  perMetre: v.nullable(v.picklist([1, 10, 100, 1000])),
  cells: blockSchema,
});

export type PackedHeights = v.InferOutput<typeof packedHeightsSchema>;

/** Writes heights in the densest way that keeps each to the last bit. */
export function packHeights(given: FileHeights, writer: BlockWriter): PackedHeights {
  const { heights, ...place } = given;
  const perMetre = PARTS.find((parts) => areWhole(heights, parts)) ?? null;
  const bytes = perMetre === null ? floatsOf(heights) : stepsOf(heights, perMetre);
  return { ...place, perMetre, cells: writer.bytes(bytes) };
}

/** Cells that memory is taken for. Throws a plain-worded Error where there are too many, or the block is too short for them. */
export function cellsPacked({ columns, rows, perMetre, cells }: PackedHeights): number {
  const held = columns * rows;
  if (held > MAX_CELLS) throw new Error('a grid of heights has more than 100 million cells');
  const fits = perMetre === null ? cells.bytes === 4 * held : cells.bytes >= held;
  if (!fits) throw new Error('a grid of heights has another number of cells than it says');
  return held;
}

/** Reads heights back. Throws a plain-worded Error where their block does not fit. */
export function unpackHeights(packed: PackedHeights, reader: BlockReader): FileHeights {
  const { perMetre, cells, ...place } = packed;
  const heights = new Float32Array(cellsPacked(packed));
  const bytes = reader.bytes(cells);
  if (perMetre === null) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let cell = 0; cell < heights.length; cell++) heights[cell] = view.getFloat32(4 * cell, true);
  } else readSteps(bytes, heights, perMetre);
  return { ...place, heights };
}

const PARTS = [1, 10, 100, 1000] as const;
/** Above this, in parts of a metre, heights are no heights: they are kept as they are. */
const MOST_PARTS = 2 ** 28;

function areWhole(heights: Float32Array, perMetre: number): boolean {
  for (const height of heights) {
    if (Number.isNaN(height)) continue;
    const parts = Math.round(height * perMetre);
    // −0 would come back as 0.
    if (!(Math.abs(parts) < MOST_PARTS) || !Object.is(Math.fround(parts / perMetre), height)) return false;
  }
  return true;
}

/** The one NaN that is written, as a 32-bit float. */
const NAN_BITS = 0x7fc00000;

function floatsOf(heights: Float32Array): Uint8Array {
  const bytes = new Uint8Array(4 * heights.length);
  const view = new DataView(bytes.buffer);
  for (let cell = 0; cell < heights.length; cell++) {
    if (Number.isNaN(heights[cell])) view.setUint32(4 * cell, NAN_BITS, true);
    else view.setFloat32(4 * cell, heights[cell], true);
  }
  return bytes;
}

/** Bytes of the longest step: twice MOST_PARTS both ways, and one. */
const LONGEST_STEP = 5;

function stepsOf(heights: Float32Array, perMetre: number): Uint8Array {
  let bytes = new Uint8Array(Math.max(64, Math.ceil(1.5 * heights.length)));
  let to = 0;
  let last = 0;
  for (const height of heights) {
    if (to + LONGEST_STEP > bytes.length) {
      const larger = new Uint8Array(2 * bytes.length);
      larger.set(bytes);
      bytes = larger;
    }
    if (Number.isNaN(height)) {
      bytes[to++] = 0;
      continue;
    }
    const parts = Math.round(height * perMetre);
    const step = parts - last;
    last = parts;
    let rest = (step < 0 ? -2 * step - 1 : 2 * step) + 1;
    while (rest > 127) {
      bytes[to++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    bytes[to++] = rest;
  }
  return bytes.slice(0, to);
}

function readSteps(bytes: Uint8Array, heights: Float32Array, perMetre: number): void {
  let from = 0;
  let last = 0;
  for (let cell = 0; cell < heights.length; cell++) {
    let rest = 0;
    let unit = 1;
    let byte = 128;
    while (byte > 127) {
      if (from >= bytes.length) throw new Error('a grid of heights ends too early');
      byte = bytes[from++];
      rest += (byte % 128) * unit;
      unit *= 128;
    }
    if (rest === 0) {
      heights[cell] = Number.NaN;
      continue;
    }
    const step = rest - 1;
    last += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    if (!(Math.abs(last) < MOST_PARTS)) throw new Error('a height is out of range');
    heights[cell] = Math.fround(last / perMetre);
  }
  if (from !== bytes.length) throw new Error('a grid of heights is too long');
}
