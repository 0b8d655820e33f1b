import type { Barrier } from '../../src/domain/plan/barrier.ts';
import type { FibrePoint } from '../../src/domain/streets/fibre-point.ts';
import { GroundPlane } from '../../src/domain/streets/ground-plane.ts';
import {
  CROSSINGS,
  type Crossing,
  EDGE_KINDS,
  type EdgeKind,
  SIDES,
  type StreetNetwork,
} from '../../src/domain/streets/street-network.ts';
import { SURFACES, type Surface } from '../../src/domain/streets/surface.ts';

/** An edge between two nodes; metres along its line on the ground unless said. */
export interface EdgeSeed {
  readonly ends: readonly [number, number];
  readonly metres?: number;
  /** Name of its street, which is its id too. */
  readonly street?: string;
  readonly kind?: EdgeKind;
  readonly surface?: Surface;
  readonly crossing?: Crossing;
  readonly side?: (typeof SIDES)[number];
  readonly poles?: number;
  readonly barriers?: readonly string[];
}

export interface NetworkSeed {
  /** Metres east and north of a corner. */
  readonly nodes: readonly (readonly [number, number])[];
  readonly edges: readonly EdgeSeed[];
  readonly barriers?: readonly Barrier[];
  /** Ids of fibre points with their nodes. */
  readonly fibre?: Readonly<Record<string, number>>;
}

const CORNER = new GroundPlane(-1.2, 52.9);

/** Degrees of a place so many metres east and north of a corner. */
export function degreesAt(east: number, north: number): [number, number] {
  return [CORNER.lonOf(1000 * east), CORNER.latOf(1000 * north)];
}

/** A network as files would make it. */
export function networkOf({ nodes, edges, barriers = [], fibre = {} }: NetworkSeed): StreetNetwork {
  const places = nodes.map(([east, north]) => degreesAt(east, north));
  const plane = new GroundPlane(...places[0]);
  const inPlane = ([lon, lat]: [number, number]): [number, number] => [plane.x(lon), plane.y(lat)];
  const names = [...new Set(edges.flatMap(({ street }) => street ?? []))];
  const starts = [0];
  for (const { barriers: ids = [] } of edges) starts.push(starts[starts.length - 1] + ids.length);
  const barrierAt = (id: string): number => {
    const at = barriers.findIndex((barrier) => barrier.id === id);
    if (at < 0) throw new Error(`There is no barrier ${id}.`);
    return at;
  };
  return {
    nodeCount: nodes.length,
    nodeLon: Float64Array.from(places, ([lon]) => lon),
    nodeLat: Float64Array.from(places, ([, lat]) => lat),
    edgeCount: edges.length,
    tails: Int32Array.from(edges, ({ ends }) => ends[0]),
    heads: Int32Array.from(edges, ({ ends }) => ends[1]),
    lengthMetres: Float64Array.from(
      edges,
      ({ ends: [a, b], metres }) =>
        metres ?? plane.metresBetween(...inPlane(places[a]), ...inPlane(places[b])),
    ),
    kinds: Uint8Array.from(edges, ({ kind = 'street' }) => EDGE_KINDS.indexOf(kind)),
    surfaces: Uint8Array.from(edges, ({ surface = 'carriageway' }) => SURFACES.indexOf(surface)),
    crossings: Uint8Array.from(edges, ({ crossing = 'none' }) => CROSSINGS.indexOf(crossing)),
    sides: Uint8Array.from(edges, ({ side = 'centre' }) => SIDES.indexOf(side)),
    microtrench: new Int8Array(edges.length).fill(-1),
    poles: Uint16Array.from(edges, ({ poles = 0 }) => poles),
    streetOf: Int32Array.from(edges, ({ street }) => (street === undefined ? -1 : names.indexOf(street))),
    shapeStarts: Int32Array.from({ length: edges.length + 1 }, (_, edge) => 2 * edge),
    shapes: Float64Array.from(edges.flatMap(({ ends }) => ends.flatMap((node) => places[node]))),
    barrierStarts: Int32Array.from(starts),
    barrierIds: Int32Array.from(edges.flatMap(({ barriers: ids = [] }) => ids.map(barrierAt))),
    barriers,
    streets: names.map((name) => ({ id: name, name, streetClass: 'residential' })),
    fibrePoints: Object.entries(fibre).map(([id, node]): FibrePoint => {
      const [lon, lat] = places[node];
      return { id, name: `Point ${id}`, kind: 'cabinet', lon, lat, owner: null };
    }),
    fibreNodes: Int32Array.from(Object.values(fibre)),
    report: { findings: [], lines: edges.length, metres: 0, components: [], assumed: [], notKnown: [] },
  };
}

/** A section 58 protection until a day. */
export function protection(id: string, place: string, until: string | null): Barrier {
  return {
    id,
    kind: 'road-works restriction',
    place,
    owner: 'Street authority',
    effect: { pounds: null, weeks: null, forbids: true },
    from: '2024-05-01',
    until,
    source: null,
  };
}
