import type { Lines, Points, Polygons } from '../domain/geo/geometry.ts';
import type { RawGeometry } from '../domain/geo/raw-geometry.ts';
import type { IssueCollector } from '../domain/tables/issue-collector.ts';
import { Float64List, Uint32List } from '../domain/tables/number-list.ts';

/** One row's place in the arrays of a kind. */
export type RowShapes = (Points | Lines | Polygons) & { readonly row: Uint32Array };

/**
 * Collects GeoJSON geometries (RFC 7946) into flat arrays. Throws BrokenGeometry for whatever no reading can make sense
 * of; smaller troubles are repaired and counted in `found`.
 */
export class GeometryCollector {
  private readonly found: IssueCollector;
  private readonly point = { coordinates: new Float64List(), row: new Uint32List() };
  private readonly line = { coordinates: new Float64List(), starts: startsList(), row: new Uint32List() };
  private readonly polygon = {
    coordinates: new Float64List(),
    ringStarts: startsList(),
    polygonStarts: startsList(),
    row: new Uint32List(),
  };

  constructor(found: IssueCollector) {
    this.found = found;
  }

  /** Adds the geometry of `row`; false where it holds no coordinates at all. `place` is the row as a person looks it up. */
  add(geometry: unknown, row: number, place: string, depth = 0): boolean {
    const { kind, member } = this.kindOf(geometry, place);
    if (kind === 'GeometryCollection') {
      if (!Array.isArray(member)) throw new BrokenGeometry(place, '"geometries" is no list');
      if (depth > 0) this.found.add('BAD_GEOMETRY', 'repaired', `${place}: a collection within a collection`);
      if (depth >= MAX_DEPTH) throw new BrokenGeometry(place, 'collections are nested too deeply');
      let any = false;
      for (const part of member) any = this.add(part, row, place, depth + 1) || any;
      return any;
    }
    if (!Array.isArray(member)) throw new BrokenGeometry(place, `the "coordinates" of a ${kind} are no list`);
    if (member.length === 0) return false;
    switch (kind) {
      case 'Point':
        this.addPoint(member, row, place);
        break;
      case 'MultiPoint':
        for (const position of member) this.addPoint(position, row, place);
        break;
      case 'LineString':
        this.addLine(member, row, place);
        break;
      case 'MultiLineString':
        for (const line of member) this.addLine(line, row, place);
        break;
      case 'Polygon':
        this.addPolygon(member, row, place);
        break;
      case 'MultiPolygon':
        for (const rings of member) this.addPolygon(rings, row, place);
        break;
    }
    return true;
  }

  finish(): RawGeometry {
    return {
      points: { coordinates: this.point.coordinates.finish(), row: this.point.row.finish() },
      lines: {
        coordinates: this.line.coordinates.finish(),
        lineStarts: this.line.starts.finish(),
        row: this.line.row.finish(),
      },
      polygons: {
        coordinates: this.polygon.coordinates.finish(),
        ringStarts: this.polygon.ringStarts.finish(),
        polygonStarts: this.polygon.polygonStarts.finish(),
        row: this.polygon.row.finish(),
      },
    };
  }

  private kindOf(geometry: unknown, place: string): { kind: GeometryKind; member: unknown } {
    if (typeof geometry !== 'object' || geometry === null || Array.isArray(geometry)) {
      throw new BrokenGeometry(place, 'its geometry is no object');
    }
    const { type, coordinates, geometries, bbox } = geometry as Record<string, unknown>;
    if (typeof type !== 'string') throw new BrokenGeometry(place, 'its geometry has no "type"');
    let kind = KINDS.get(type);
    if (!kind) {
      kind = KINDS_FOLDED.get(type.toLowerCase());
      if (!kind) throw new BrokenGeometry(place, `"${type.slice(0, 40)}" is no type of geometry`);
      this.found.add('BAD_TYPE', 'repaired', `${place}: "${type}" read as "${kind}"`);
    }
    checkBox(bbox, place, this.found);
    return { kind, member: kind === 'GeometryCollection' ? geometries : coordinates };
  }

  private addPoint(position: unknown, row: number, place: string): void {
    this.pushPosition(position, this.point.coordinates, place);
    this.point.row.push(row);
  }

  private addLine(line: unknown, row: number, place: string): void {
    if (!Array.isArray(line) || line.length < 2)
      throw new BrokenGeometry(place, 'a line has fewer than two positions');
    const { coordinates } = this.line;
    for (const position of line) this.pushPosition(position, coordinates, place);
    this.line.starts.push(coordinates.length / 2);
    this.line.row.push(row);
  }

  private addPolygon(rings: unknown, row: number, place: string): void {
    if (!Array.isArray(rings)) throw new BrokenGeometry(place, 'a polygon is no list of rings');
    if (rings.length === 0) return;
    const { coordinates, ringStarts } = this.polygon;
    for (const ring of rings) {
      if (!Array.isArray(ring)) throw new BrokenGeometry(place, 'a ring is no list of positions');
      for (const position of ring) this.pushPosition(position, coordinates, place);
      const first = ring[0] as readonly number[] | undefined;
      const last = ring.at(-1) as readonly number[] | undefined;
      const closed = first && last && first[0] === last[0] && first[1] === last[1];
      if (closed && first.length !== last.length) {
        throw new BrokenGeometry(place, 'the first and last position of a ring differ in length');
      }
      if (!first || !last || ring.length + (closed ? 0 : 1) < 4) {
        throw new BrokenGeometry(place, 'a ring has fewer than four positions');
      }
      if (!closed) {
        coordinates.push(first[0]);
        coordinates.push(first[1]);
        this.found.add('RING_NOT_CLOSED', 'repaired', place);
      }
      ringStarts.push(coordinates.length / 2);
    }
    this.polygon.polygonStarts.push(ringStarts.length - 1);
    this.polygon.row.push(row);
  }

  private pushPosition(position: unknown, coordinates: Float64List, place: string): void {
    if (!Array.isArray(position)) throw new BrokenGeometry(place, 'a position is no list of numbers');
    const x: unknown = position[0];
    const y: unknown = position[1];
    if (typeof x !== 'number' || typeof y !== 'number')
      throw new BrokenGeometry(place, 'a position needs two numbers');
    if (position.length > 2) {
      if (typeof position[2] !== 'number') throw new BrokenGeometry(place, 'a height is no number');
      this.found.add('EXTRA_ORDINATES', position.length === 3 ? 'note' : 'repaired', place);
    }
    coordinates.push(x);
    coordinates.push(y);
  }
}

/** A geometry that cannot be read. `place` and `reason` are for the report. */
export class BrokenGeometry extends Error {
  readonly place: string;
  readonly reason: string;

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.name = 'BrokenGeometry';
    this.place = place;
    this.reason = reason;
  }
}

/** Counts a "bbox" member that is not four or six numbers; it is ignored in any case. */
export function checkBox(bbox: unknown, place: string, found: IssueCollector): void {
  if (bbox === undefined) return;
  const right =
    Array.isArray(bbox) &&
    (bbox.length === 4 || bbox.length === 6) &&
    bbox.every((edge) => typeof edge === 'number');
  if (!right) found.add('BAD_BBOX', 'repaired', place);
}

const GEOMETRY_KINDS = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
] as const;
type GeometryKind = (typeof GEOMETRY_KINDS)[number];

const KINDS = new Map<string, GeometryKind>(GEOMETRY_KINDS.map((kind) => [kind, kind]));
const KINDS_FOLDED = new Map<string, GeometryKind>(GEOMETRY_KINDS.map((kind) => [kind.toLowerCase(), kind]));
/** Collections within collections beyond this are a trap, not a map. */
const MAX_DEPTH = 20;

function startsList(): Uint32List {
  const list = new Uint32List();
  list.push(0);
  return list;
}
