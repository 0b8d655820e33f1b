/** A column of a made Parquet file: values already as the bytes of PLAIN encoding; null makes it optional. */
export interface MadeColumn {
  readonly name: string;
  /** Number of the physical type: 1 INT32, 2 INT64, 5 DOUBLE, 6 BYTE_ARRAY, 7 FIXED_LEN_BYTE_ARRAY. */
  readonly type: number;
  readonly values: readonly (Uint8Array | null)[];
  readonly length?: number;
  /** Number of the converted type: 0 UTF8, 5 DECIMAL, 6 DATE, 10 TIMESTAMP_MICROS. */
  readonly converted?: number;
  readonly scale?: number;
}

export const int64 = (value: bigint): Uint8Array => filled(8, (view) => view.setBigInt64(0, value, true));
export const int32 = (value: number): Uint8Array => filled(4, (view) => view.setInt32(0, value, true));
export const double = (value: number): Uint8Array => filled(8, (view) => view.setFloat64(0, value, true));
export const binary = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.of(...filled(4, (view) => view.setUint32(0, bytes.length, true)), ...bytes);
export const text = (value: string): Uint8Array => binary(new TextEncoder().encode(value));

/** A Parquet file of one row group, one page a column, not packed unless `codec` claims so. */
export function makeParquet(columns: readonly MadeColumn[], geo: string | null, codec = 0): Uint8Array {
  const rows = columns[0].values.length;
  const parts: number[] = [...MAGIC];
  const chunks = columns.map((column) => {
    const offset = parts.length;
    const isOptional = column.values.includes(null);
    const levels = isOptional ? column.values.flatMap((value) => [2, value === null ? 0 : 1]) : [];
    const page = [
      ...(isOptional ? int32(levels.length) : []),
      ...levels,
      ...column.values.flatMap((value) => (value ? [...value] : [])),
    ];
    const header = struct([
      [1, i32(0)],
      [2, i32(page.length)],
      [3, i32(page.length)],
      [
        5,
        {
          type: STRUCT,
          bytes: struct([
            [1, i32(rows)],
            [2, i32(0)],
            [3, i32(3)],
            [4, i32(3)],
          ]),
        },
      ],
    ]);
    parts.push(...header, ...page);
    return struct([
      [2, i64(offset)],
      [
        3,
        {
          type: STRUCT,
          bytes: struct([
            [1, i32(column.type)],
            [2, list(I32, [zigzag(0), zigzag(3)])],
            [3, list(BINARY, [letters(column.name)])],
            [4, i32(codec)],
            [5, i64(rows)],
            [6, i64(header.length + page.length)],
            [7, i64(header.length + page.length)],
            [9, i64(offset)],
          ]),
        },
      ],
    ]);
  });
  const schema = [
    struct([
      [4, name('schema')],
      [5, i32(columns.length)],
    ]),
    ...columns.map((column) =>
      struct([
        [1, i32(column.type)],
        ...(column.length ? [[2, i32(column.length)] as const] : []),
        [3, i32(column.values.includes(null) ? 1 : 0)],
        [4, name(column.name)],
        ...(column.converted === undefined ? [] : [[6, i32(column.converted)] as const]),
        ...(column.scale === undefined ? [] : [[7, i32(column.scale)] as const, [8, i32(18)] as const]),
      ]),
    ),
  ];
  const group = struct([
    [1, list(STRUCT, chunks)],
    [2, i64(parts.length)],
    [3, i64(rows)],
  ]);
  const footer = struct([
    [1, i32(2)],
    [2, list(STRUCT, schema)],
    [3, i64(rows)],
    [4, list(STRUCT, [group])],
    ...(geo === null
      ? []
      : [
          [
            5,
            list(STRUCT, [
              struct([
                [1, name('geo')],
                [2, name(geo)],
              ]),
            ]),
          ] as const,
        ]),
  ]);
  return Uint8Array.of(...parts, ...footer, ...int32(footer.length), ...MAGIC);
}

const MAGIC = [0x50, 0x41, 0x52, 0x31];
const I32 = 5;
const I64 = 6;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/** Thrift's compact protocol. */
interface Value {
  readonly type: number;
  readonly bytes: readonly number[];
}

const i32 = (value: number): Value => ({ type: I32, bytes: zigzag(value) });
const i64 = (value: number): Value => ({ type: I64, bytes: zigzag(value) });
const name = (value: string): Value => ({ type: BINARY, bytes: letters(value) });

function list(type: number, items: readonly (readonly number[])[]): Value {
  const head = items.length < 15 ? [(items.length << 4) | type] : [0xf0 | type, ...varint(items.length)];
  return { type: LIST, bytes: [...head, ...items.flat()] };
}

function struct(fields: readonly (readonly [number, Value])[]): number[] {
  let before = 0;
  const bytes = fields.flatMap(([id, value]) => {
    const head = ((id - before) << 4) | value.type;
    before = id;
    return [head, ...value.bytes];
  });
  return [...bytes, 0];
}

function letters(value: string): number[] {
  const bytes = new TextEncoder().encode(value);
  return [...varint(bytes.length), ...bytes];
}

function zigzag(value: number): number[] {
  return varint(value < 0 ? -2 * value - 1 : 2 * value);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return [...bytes, left];
}

function filled(length: number, fill: (view: DataView) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  fill(view);
  return new Uint8Array(view.buffer);
}
