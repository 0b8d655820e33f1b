import type { Topology } from 'topojson-specification';

/** An object or geometry of a topology, as yet unread. */
export interface TopoObject {
  readonly type: string | null;
  readonly id?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly [member: string]: unknown;
}

/**
 * Checks that a parsed JSON is a topology whose arcs are all there, so that taking it apart cannot fail or grow without
 * end. Throws BrokenTopology with the place.
 */
export function checkTopology(parsed: unknown): {
  topology: Topology;
  objects: ReadonlyMap<string, TopoObject>;
} {
  if (!isObject(parsed) || parsed.type !== 'Topology')
    throw new BrokenTopology('no-topology', 'the file', '"type" is not "Topology"');
  const { arcs, objects, transform } = parsed;
  if (!isObject(objects)) throw new BrokenTopology('no-topology', 'the file', '"objects" is missing');
  if (!Array.isArray(arcs))
    throw new BrokenTopology('no-topology', 'the file', '"arcs" is missing or no list');
  arcs.forEach((arc, at) => {
    if (!Array.isArray(arc) || arc.length === 0 || !arc.every(isPosition))
      throw new BrokenTopology('broken', `arc ${at}`, 'it is no list of positions');
  });
  if (
    transform !== undefined &&
    !(isObject(transform) && isPosition(transform.scale) && isPosition(transform.translate))
  )
    throw new BrokenTopology('no-topology', 'the file', '"transform" has no scale and translate');
  const checked = new Map<string, TopoObject>();
  const lengths = Uint32Array.from(arcs, (arc: unknown[]) => arc.length);
  const budget = { positions: MAX_POSITIONS };
  for (const [name, object] of Object.entries(objects)) {
    const place = name.slice(0, 60);
    if (isObject(object) && object.type === 'GeometryCollection' && Array.isArray(object.geometries))
      for (const [at, geometry] of object.geometries.entries())
        checkObject(geometry, { place: `${place}, shape ${at + 1}`, lengths, budget, depth: 1 });
    else checkObject(object, { place, lengths, budget, depth: 0 });
    checked.set(name, object as TopoObject);
  }
  if (checked.size === 0) throw new BrokenTopology('no-topology', 'the file', '"objects" is empty');
  return { topology: parsed as unknown as Topology, objects: checked };
}

/** A topology that cannot be read: what kind of trouble, where, why. */
export class BrokenTopology extends Error {
  readonly what: 'no-topology' | 'broken' | 'too-large';
  readonly place: string;
  readonly reason: string;

  constructor(what: BrokenTopology['what'], place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.what = what;
    this.place = place;
    this.reason = reason;
  }
}

interface Check {
  readonly place: string;
  /** Positions of each arc. */
  readonly lengths: Uint32Array;
  /** Positions that may still be made. */
  readonly budget: { positions: number };
  readonly depth: number;
}

/** Arcs may be used any number of times: a small file could grow without end. */
const MAX_POSITIONS = 20_000_000;
const MAX_DEPTH = 20;
/** How deep the lists of arc numbers of each type are nested; 0: it has coordinates instead. */
const ARC_DEPTHS: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ['Point', 0],
  ['MultiPoint', 0],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);

function checkObject(object: unknown, check: Check): void {
  const { place, depth } = check;
  const fail = (reason: string) => new BrokenTopology('broken', place, reason);
  if (!isObject(object)) throw fail('it is no object');
  const { type, properties, geometries } = object;
  if (properties !== undefined && properties !== null && !isObject(properties))
    throw fail('its properties are no object');
  if (type === null || type === undefined) return;
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries)) throw fail('its geometries are no list');
    if (depth >= MAX_DEPTH) throw fail('collections are nested too deeply');
    for (const geometry of geometries) checkObject(geometry, { ...check, depth: depth + 1 });
    return;
  }
  const arcDepth = ARC_DEPTHS.get(type);
  if (arcDepth === undefined) throw fail(`"${String(type).slice(0, 40)}" is no type of geometry`);
  if (arcDepth === 0) {
    const { coordinates } = object;
    const positions = type === 'Point' ? [coordinates] : coordinates;
    if (!Array.isArray(positions) || !positions.every(isPosition))
      throw fail('its coordinates are no positions');
  } else checkArcs(object.arcs, arcDepth, check);
}

function checkArcs(arcs: unknown, depth: number, check: Check): void {
  const { place, lengths, budget } = check;
  if (depth > 0) {
    if (!Array.isArray(arcs)) throw new BrokenTopology('broken', place, 'its arcs are no list');
    for (const arc of arcs) checkArcs(arc, depth - 1, check);
    return;
  }
  const at = typeof arcs === 'number' && arcs < 0 ? ~arcs : arcs;
  if (!Number.isInteger(arcs) || (at as number) >= lengths.length)
    throw new BrokenTopology('broken', place, `it uses arc ${String(arcs).slice(0, 20)}, which is not there`);
  budget.positions -= lengths[at as number];
  if (budget.positions < 0)
    throw new BrokenTopology(
      'too-large',
      place,
      `shapes have more than ${MAX_POSITIONS / 1_000_000} million positions, the limit`,
    );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.every((number) => typeof number === 'number');
}
