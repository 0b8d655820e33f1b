import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import type { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { EndsEarly } from './byte-queue.ts';
import { doubleText, floatText } from './exact-text.ts';

/** Where a feature's values go. */
export interface CellTaker {
  text(column: number, text: string): void;
  /** A value that has no text. */
  binary(): void;
}

/** Hands over the values of a feature as text, each column at most once. Throws EndsEarly or RangeError on broken bytes. */
export function flatGeobufCells(
  feature: Feature,
  columns: readonly { readonly type: ColumnType }[],
  take: CellTaker,
): void {
  const bytes = feature.propertiesArray();
  if (!bytes) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = new Set<number>();
  let at = 0;
  while (at < bytes.length) {
    const column = view.getUint16(at, true);
    at += 2;
    if (column >= columns.length || seen.has(column)) throw new EndsEarly('a value is of no column');
    seen.add(column);
    const { type } = columns[column];
    const fixed = FIXED.get(type);
    if (fixed) {
      take.text(column, fixed.read(view, at));
      at += fixed.bytes;
      continue;
    }
    const length = view.getUint32(at, true);
    at += 4;
    if (at + length > bytes.length) throw new EndsEarly('a text is cut off');
    if (type === ColumnType.Binary) take.binary();
    else if (TEXTS.has(type)) take.text(column, decoder.decode(bytes.subarray(at, at + length)));
    else throw new EndsEarly(`there is no kind of column ${type}`);
    at += length;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const TEXTS: ReadonlySet<ColumnType> = new Set([ColumnType.String, ColumnType.Json, ColumnType.DateTime]);

const FIXED = new Map<ColumnType, { bytes: number; read(view: DataView, at: number): string }>([
  [ColumnType.Byte, { bytes: 1, read: (view, at) => String(view.getInt8(at)) }],
  [ColumnType.UByte, { bytes: 1, read: (view, at) => String(view.getUint8(at)) }],
  [ColumnType.Bool, { bytes: 1, read: (view, at) => (view.getUint8(at) === 0 ? 'false' : 'true') }],
  [ColumnType.Short, { bytes: 2, read: (view, at) => String(view.getInt16(at, true)) }],
  [ColumnType.UShort, { bytes: 2, read: (view, at) => String(view.getUint16(at, true)) }],
  [ColumnType.Int, { bytes: 4, read: (view, at) => String(view.getInt32(at, true)) }],
  [ColumnType.UInt, { bytes: 4, read: (view, at) => String(view.getUint32(at, true)) }],
  [ColumnType.Long, { bytes: 8, read: (view, at) => String(view.getBigInt64(at, true)) }],
  [ColumnType.ULong, { bytes: 8, read: (view, at) => String(view.getBigUint64(at, true)) }],
  [ColumnType.Float, { bytes: 4, read: (view, at) => floatText(view.getFloat32(at, true)) }],
  [ColumnType.Double, { bytes: 8, read: (view, at) => doubleText(view.getFloat64(at, true)) }],
]);
