import type { InputFile } from './byte-source.ts';

/** The tags of a TIFF's first image that hold numbers or text. */
export interface TiffTags {
  numbers(tag: number): readonly number[] | null;
  text(tag: number): string | null;
}

/** A TIFF whose tags cannot be read. */
export class BadTiff extends Error {}

/**
 * Reads the first directory of a TIFF 6.0 or BigTIFF, nothing else of the file. Throws BadTiff where it lies outside the
 * file or is longer than any real one.
 */
export async function readTiffTags(file: InputFile): Promise<TiffTags> {
  const head = await viewOf(file, 0, 16);
  const little = head.getUint16(0) === 0x4949;
  if (!little && head.getUint16(0) !== 0x4d4d) throw new BadTiff('it does not begin as one does');
  const version = head.getUint16(2, little);
  if (version !== 42 && version !== 43) throw new BadTiff('it does not begin as one does');
  const layout = version === 43 ? BIG : CLASSIC;
  const start = layout.offset(head, layout.firstAt, little);
  const counted = await viewOf(file, start, layout.countBytes);
  const entries = version === 43 ? Number(counted.getBigUint64(0, little)) : counted.getUint16(0, little);
  if (entries > MOST_TAGS) throw new BadTiff('its list of tags is broken');
  const directory = await viewOf(file, start + layout.countBytes, entries * layout.entryBytes);
  const values = new Map<number, readonly number[]>();
  for (let i = 0; i < entries; i++) {
    const at = i * layout.entryBytes;
    const tag = directory.getUint16(at, little);
    const type = TYPES.get(directory.getUint16(at + 2, little));
    const count = layout.offset(directory, at + 4, little);
    // Lists of a strip each and embedded pictures are not asked for.
    if (!type || count > MOST_VALUES) continue;
    const inside = at + 4 + layout.offsetBytes;
    const fits = count * type.bytes <= layout.offsetBytes;
    const view = fits
      ? directory
      : await viewOf(file, layout.offset(directory, inside, little), count * type.bytes);
    const from = fits ? inside : 0;
    values.set(
      tag,
      Array.from({ length: count }, (_, value) => type.read(view, from + value * type.bytes, little)),
    );
  }
  return {
    numbers: (tag) => values.get(tag) ?? null,
    text: (tag) => {
      const codes = values.get(tag);
      return codes ? String.fromCharCode(...codes).split('\0')[0] : null;
    },
  };
}

const MOST_TAGS = 2000;
const MOST_VALUES = 10_000;

const CLASSIC = {
  firstAt: 4,
  countBytes: 2,
  entryBytes: 12,
  offsetBytes: 4,
  offset: (view: DataView, at: number, little: boolean) => view.getUint32(at, little),
};
const BIG = {
  firstAt: 8,
  countBytes: 8,
  entryBytes: 20,
  offsetBytes: 8,
  offset: (view: DataView, at: number, little: boolean) => Number(view.getBigUint64(at, little)),
};

interface ValueType {
  readonly bytes: number;
  read(view: DataView, at: number, little: boolean): number;
}

/** Types by their number: bytes and text, 16 and 32 bits, doubles, 64 bits. */
const TYPES = new Map<number, ValueType>([
  [1, { bytes: 1, read: (view, at) => view.getUint8(at) }],
  [2, { bytes: 1, read: (view, at) => view.getUint8(at) }],
  [3, { bytes: 2, read: (view, at, little) => view.getUint16(at, little) }],
  [4, { bytes: 4, read: (view, at, little) => view.getUint32(at, little) }],
  [12, { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) }],
  [16, { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) }],
]);

async function viewOf(file: InputFile, start: number, bytes: number): Promise<DataView> {
  if (!(start >= 0 && start + bytes <= file.size)) throw new BadTiff('it is cut off');
  return new DataView(await file.slice(start, start + bytes).arrayBuffer());
}
