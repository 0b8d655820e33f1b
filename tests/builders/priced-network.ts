import type { Barrier } from '../../src/domain/plan/barrier.ts';
import {
  CROSSINGS,
  type Crossing,
  EDGE_KINDS,
  type EdgeKind,
  type StreetNetwork,
} from '../../src/domain/streets/street-network.ts';
import { SURFACES, type Surface } from '../../src/domain/streets/surface.ts';

/** An edge of a made-up network. */
export interface PricedEdge {
  readonly metres: number;
  readonly kind?: EdgeKind;
  readonly surface?: Surface;
  readonly crossing?: Crossing;
  readonly microtrench?: -1 | 0 | 1;
  readonly poles?: number;
  /** Name of its street. */
  readonly street?: string;
  /** Places in the list of barriers. */
  readonly barriers?: readonly number[];
}

/** Edges in a row from node to node, eastwards from a corner of London. */
export function pricedNetwork(
  edges: readonly PricedEdge[],
  barriers: readonly Barrier[] = [],
): StreetNetwork {
  const names = [...new Set(edges.flatMap(({ street }) => street ?? []))];
  const lon = (node: number): number => -0.12345678 + node * 0.001;
  const starts = (counts: readonly number[]): Int32Array => {
    const all = new Int32Array(counts.length + 1);
    for (const [at, count] of counts.entries()) all[at + 1] = all[at] + count;
    return all;
  };
  return {
    nodeCount: edges.length + 1,
    nodeLon: Float64Array.from({ length: edges.length + 1 }, (_, node) => lon(node)),
    nodeLat: new Float64Array(edges.length + 1).fill(51.5),
    edgeCount: edges.length,
    tails: Int32Array.from(edges.keys()),
    heads: Int32Array.from(edges.keys(), (edge) => edge + 1),
    lengthMetres: Float64Array.from(edges, ({ metres }) => metres),
    kinds: Uint8Array.from(edges, ({ kind = 'street' }) => EDGE_KINDS.indexOf(kind)),
    surfaces: Uint8Array.from(edges, ({ surface = 'footway' }) => SURFACES.indexOf(surface)),
    crossings: Uint8Array.from(edges, ({ crossing = 'none' }) => CROSSINGS.indexOf(crossing)),
    sides: new Uint8Array(edges.length),
    microtrench: Int8Array.from(edges, ({ microtrench = -1 }) => microtrench),
    poles: Uint16Array.from(edges, ({ poles = 0 }) => poles),
    streetOf: Int32Array.from(edges, ({ street }) => (street === undefined ? -1 : names.indexOf(street))),
    shapeStarts: starts(edges.map(() => 2)),
    shapes: Float64Array.from(edges.flatMap((_, edge) => [lon(edge), 51.5, lon(edge + 1), 51.5])),
    barrierStarts: starts(edges.map(({ barriers: on = [] }) => on.length)),
    barrierIds: Int32Array.from(edges.flatMap(({ barriers: on = [] }) => on)),
    barriers,
    streets: names.map((name) => ({ id: `id-${name}`, name, streetClass: null })),
    fibrePoints: [],
    fibreNodes: new Int32Array(0),
    report: {
      findings: [],
      lines: edges.length,
      metres: 0,
      components: [edges.length],
      assumed: [],
      notKnown: [],
    },
  };
}

/** A barrier on a street; forbids nothing, open-ended, unless said. */
export function streetBarrier(
  barrier: Partial<Omit<Barrier, 'effect'>> & { readonly forbids?: boolean },
): Barrier {
  const { forbids = false, ...rest } = barrier;
  return {
    id: 'barrier',
    kind: 'road-works restriction',
    place: 'High Street',
    owner: 'the council',
    from: null,
    until: null,
    source: null,
    effect: { pounds: null, weeks: null, forbids },
    ...rest,
  };
}
