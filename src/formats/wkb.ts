import type { Shape } from './shape-rows.ts';
import { type Position, straightened } from './wkb-arcs.ts';

/**
 * Reads one well-known binary geometry (OGC 06-103r4, ISO 13249-3; also PostGIS's flags): any byte order, heights kept,
 * measures dropped. `shape` is null where it is EMPTY. Curves become straight pieces. Throws BadWkb for anything that is
 * not exactly one geometry; counts are checked against the bytes left before anything is made.
 */
export function readWkb(bytes: Uint8Array): { readonly shape: Shape | null; readonly curved: boolean } {
  const reader = new WkbReader(bytes);
  const shape = reader.geometry(0);
  if (reader.left > 0) throw new BadWkb('bytes are left over');
  return { shape, curved: reader.curved };
}

/** Bytes that are no geometry. */
export class BadWkb extends Error {}

type Base = { readonly code: number; readonly dimensions: number; readonly hasHeight: boolean };
type Rings = Position[][];

const MAX_DEPTH = 20;
const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const CIRCULAR = 8;
const COMPOUND = 9;
const CURVE_POLYGON = 10;
const TRIANGLE = 17;

class WkbReader {
  curved = false;
  private at = 0;
  private little = true;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.view.byteLength - this.at;
  }

  geometry(depth: number): Shape | null {
    if (depth > MAX_DEPTH) throw new BadWkb('it is nested too deeply');
    const base = this.head();
    switch (base.code) {
      case POINT: {
        const position = this.position(base);
        return Number.isNaN(position[0]) && Number.isNaN(position[1])
          ? null
          : { type: 'Point', coordinates: position };
      }
      case LINE:
      case CIRCULAR:
      case COMPOUND:
        return filled('LineString', this.curve(base, depth));
      case POLYGON:
      case CURVE_POLYGON:
      case TRIANGLE:
        return filled('Polygon', this.surface(base, depth));
      case 4:
        return filled(
          'MultiPoint',
          this.members(depth, [POINT], (member) => this.position(member)),
        );
      case 5:
      case 11:
        return filled(
          'MultiLineString',
          this.members(depth, [LINE, CIRCULAR, COMPOUND], (member) => this.curve(member, depth + 1)),
        );
      case 6:
      case 12:
      case 15:
      case 16:
        return filled(
          'MultiPolygon',
          this.members(depth, [POLYGON, CURVE_POLYGON, TRIANGLE], (member) =>
            this.surface(member, depth + 1),
          ).filter((rings) => rings.length > 0),
        );
      case 7: {
        const count = this.count(5);
        const geometries: Shape[] = [];
        for (let i = 0; i < count; i++) {
          const member = this.geometry(depth + 1);
          if (member?.type === 'GeometryCollection') geometries.push(...(member.geometries ?? []));
          else if (member) geometries.push(member);
        }
        return geometries.length > 0 ? { type: 'GeometryCollection', geometries } : null;
      }
      default:
        throw new BadWkb(`there is no kind of geometry ${base.code}`);
    }
  }

  private members<T>(depth: number, codes: readonly number[], read: (base: Base) => T): T[] {
    if (depth > MAX_DEPTH) throw new BadWkb('it is nested too deeply');
    const count = this.count(5);
    const found: T[] = [];
    for (let i = 0; i < count; i++) {
      const base = this.head();
      if (!codes.includes(base.code)) throw new BadWkb('a part is of another kind than its whole');
      found.push(read(base));
    }
    return found;
  }

  private curve(base: Base, depth: number): Position[] {
    if (base.code === LINE) return this.positions(base);
    this.curved = true;
    if (base.code === CIRCULAR) return straightened(this.positions(base));
    const parts = this.members(depth, [LINE, CIRCULAR], (member) => this.curve(member, depth + 1));
    return parts.reduce<Position[]>((whole, part) => {
      const meets = whole.at(-1)?.[0] === part[0]?.[0] && whole.at(-1)?.[1] === part[0]?.[1];
      for (let i = meets ? 1 : 0; i < part.length; i++) whole.push(part[i]);
      return whole;
    }, []);
  }

  private surface(base: Base, depth: number): Rings {
    if (base.code === CURVE_POLYGON) {
      this.curved = true;
      return this.members(depth, [LINE, CIRCULAR, COMPOUND], (member) => this.curve(member, depth + 1));
    }
    const count = this.count(4);
    const rings: Rings = [];
    for (let i = 0; i < count; i++) rings.push(this.positions(base));
    return rings;
  }

  private positions(base: Base): Position[] {
    const count = this.count(8 * base.dimensions);
    const found: Position[] = [];
    for (let i = 0; i < count; i++) found.push(this.position(base));
    return found;
  }

  private position({ dimensions, hasHeight }: Base): Position {
    this.need(8 * dimensions);
    const { view, at, little } = this;
    this.at += 8 * dimensions;
    const x = view.getFloat64(at, little);
    const y = view.getFloat64(at + 8, little);
    return hasHeight ? [x, y, view.getFloat64(at + 16, little)] : [x, y];
  }

  private head(): Base {
    this.need(5);
    const order = this.view.getUint8(this.at);
    if (order > 1) throw new BadWkb('its byte order is unknown');
    this.little = order === 1;
    const raw = this.view.getUint32(this.at + 1, this.little);
    this.at += 5;
    if (raw & 0x20000000) {
      this.need(4);
      this.at += 4;
    }
    const plain = raw & 0x0fffffff;
    const thousands = Math.floor(plain / 1000);
    if (thousands > 3) throw new BadWkb(`there is no kind of geometry ${plain}`);
    const hasHeight = (raw & 0x80000000) !== 0 || thousands === 1 || thousands === 3;
    const hasMeasure = (raw & 0x40000000) !== 0 || thousands >= 2;
    return { code: plain % 1000, dimensions: 2 + Number(hasHeight) + Number(hasMeasure), hasHeight };
  }

  /** A count of things of at least `bytesEach`. */
  private count(bytesEach: number): number {
    this.need(4);
    const count = this.view.getUint32(this.at, this.little);
    this.at += 4;
    this.need(count * bytesEach);
    return count;
  }

  private need(bytes: number): void {
    if (bytes > this.left) throw new BadWkb('it ends too early');
  }
}

function filled(type: string, coordinates: readonly unknown[]): Shape | null {
  return coordinates.length > 0 ? { type, coordinates } : null;
}
