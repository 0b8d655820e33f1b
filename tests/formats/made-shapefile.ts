/** Content of a point's record. */
export function pointRecord(x: number, y: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(20));
  view.setInt32(0, 1, true);
  view.setFloat64(4, x, true);
  view.setFloat64(12, y, true);
  return new Uint8Array(view.buffer);
}

/** Content of a line's or polygon's record, of any kind; heights all `z`, or none. */
export function polyRecord(
  type: number,
  runs: readonly (readonly number[][])[],
  z: number | null,
): Uint8Array {
  const points = runs.flat();
  const heights = z === null ? 0 : 16 + 8 * points.length;
  const view = new DataView(new ArrayBuffer(44 + 4 * runs.length + 16 * points.length + heights));
  view.setInt32(0, type, true);
  view.setInt32(36, runs.length, true);
  view.setInt32(40, points.length, true);
  let before = 0;
  runs.forEach((run, i) => {
    view.setInt32(44 + 4 * i, before, true);
    before += run.length;
  });
  const at = 44 + 4 * runs.length;
  points.forEach(([x, y], i) => {
    view.setFloat64(at + 16 * i, x, true);
    view.setFloat64(at + 16 * i + 8, y, true);
    if (z !== null) view.setFloat64(at + 16 * points.length + 16 + 8 * i, z, true);
  });
  return new Uint8Array(view.buffer);
}

/** A .shp of records; null for a null shape. */
export function makeShp(type: number, records: readonly (Uint8Array | null)[]): Uint8Array {
  const contents = records.map((record) => record ?? new Uint8Array(4));
  const bytes = new Uint8Array(100 + contents.reduce((sum, { length }) => sum + 8 + length, 0));
  const view = header(bytes, type);
  let at = 100;
  contents.forEach((content, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, content.length / 2);
    bytes.set(content, at + 8);
    at += 8 + content.length;
  });
  return bytes;
}

/** The index of those records. */
export function makeShx(type: number, records: readonly (Uint8Array | null)[]): Uint8Array {
  const bytes = new Uint8Array(100 + 8 * records.length);
  const view = header(bytes, type);
  let at = 100;
  records.forEach((record, i) => {
    view.setInt32(100 + 8 * i, at / 2);
    view.setInt32(104 + 8 * i, (record?.length ?? 4) / 2);
    at += 8 + (record?.length ?? 4);
  });
  return bytes;
}

function header(bytes: Uint8Array, type: number): DataView {
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  return view;
}

interface DbfField {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly decimals?: number;
}

/** A dBASE table in UTF-8. */
export function makeDbf(fields: readonly DbfField[], rows: readonly (readonly string[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const headerBytes = 33 + 32 * fields.length;
  const rowBytes = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(headerBytes + rowBytes * rows.length + 1).fill(0x20, headerBytes);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, rowBytes, true);
  fields.forEach(({ name, type, length, decimals = 0 }, i) => {
    bytes.set(encoder.encode(name), 32 + 32 * i);
    bytes[32 + 32 * i + 11] = type.charCodeAt(0);
    bytes[32 + 32 * i + 16] = length;
    bytes[32 + 32 * i + 17] = decimals;
  });
  bytes[headerBytes - 1] = 0x0d;
  rows.forEach((row, r) => {
    let at = headerBytes + rowBytes * r + 1;
    row.forEach((cell, i) => {
      bytes.set(encoder.encode(cell), at);
      at += fields[i].length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
