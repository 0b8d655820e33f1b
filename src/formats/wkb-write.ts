/** A two-dimensional GeoJSON geometry as little-endian well-known binary (OGC 06-103r4). Throws on a kind it does not know. */
export function writeWkb(geometry: { readonly type: string; readonly coordinates: unknown }): Uint8Array {
  const bytes = new WkbBytes();
  bytes.geometry(geometry.type, geometry.coordinates as Nested);
  return bytes.finish();
}

type Nested = number | readonly Nested[];

const CODES = new Map([
  ['Point', 1],
  ['LineString', 2],
  ['Polygon', 3],
  ['MultiPoint', 4],
  ['MultiLineString', 5],
  ['MultiPolygon', 6],
]);
const PART_OF = new Map([
  ['MultiPoint', 'Point'],
  ['MultiLineString', 'LineString'],
  ['MultiPolygon', 'Polygon'],
]);

class WkbBytes {
  private bytes = new Uint8Array(256);
  private view = new DataView(this.bytes.buffer);
  private used = 0;

  geometry(type: string, coordinates: Nested): void {
    const code = CODES.get(type);
    if (code === undefined) throw new RangeError(`A ${type} cannot be written as well-known binary.`);
    this.room(5);
    this.view.setUint8(this.used, 1);
    this.view.setUint32(this.used + 1, code, true);
    this.used += 5;
    const list = coordinates as readonly Nested[];
    const part = PART_OF.get(type);
    if (part) {
      this.count(list.length);
      for (const member of list) this.geometry(part, member);
    } else if (type === 'Point') this.position(list);
    else if (type === 'LineString') this.line(list);
    else {
      this.count(list.length);
      for (const ring of list) this.line(ring as readonly Nested[]);
    }
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.used);
  }

  private line(positions: readonly Nested[]): void {
    this.count(positions.length);
    for (const position of positions) this.position(position as readonly Nested[]);
  }

  private position(position: readonly Nested[]): void {
    this.room(16);
    this.view.setFloat64(this.used, Number(position[0]), true);
    this.view.setFloat64(this.used + 8, Number(position[1]), true);
    this.used += 16;
  }

  private count(count: number): void {
    this.room(4);
    this.view.setUint32(this.used, count, true);
    this.used += 4;
  }

  private room(bytes: number): void {
    if (this.used + bytes <= this.bytes.length) return;
    const larger = new Uint8Array(this.bytes.length * 2 + bytes);
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}
