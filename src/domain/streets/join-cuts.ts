import type { WorkStep } from '../project/work-step.ts';
import type { EdgePlaces, NearestPlace } from './edge-places.ts';
import type { StreetNetwork } from './street-network.ts';

/** Something that is joined to a street edge by an edge of its own. */
export interface Join {
  /** Where on the network. */
  readonly place: NearestPlace;
  /** What is joined: a node that there is, or a place for a new one. */
  readonly to: number | { readonly lon: number; readonly lat: number };
}

/** Nearer than this to another cut, or an edge's end, is the same node. */
const LEAST_METRES = 0.5;

/** A cut of an edge: where, and the node there. */
export interface Cut {
  readonly at: number;
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

export interface Cuts {
  /** In ascending order of edges; cuts of each in order along it, strictly inside it. */
  readonly ofEdge: ReadonlyMap<number, readonly Cut[]>;
  /** Node at which each join meets its edge. */
  readonly meets: Int32Array;
  /** New nodes, in the order of their numbers from the network's nodeCount. */
  readonly newNodes: readonly Cut[];
}

/** Where joins cut edges. */
export function* joinCuts(
  network: StreetNetwork,
  places: EdgePlaces,
  joins: readonly Join[],
): Generator<WorkStep, Cuts> {
  const order = joins
    .map((_, i) => i)
    .sort((a, b) => {
      const [one, other] = [joins[a].place, joins[b].place];
      return one.edge - other.edge || one.at - other.at || a - b;
    });
  const meets = new Int32Array(joins.length);
  const ofEdge = new Map<number, Cut[]>();
  const newNodes: Cut[] = [];
  for (const [done, i] of order.entries()) {
    if ((done & 2047) === 0) yield { what: 'Cutting streets', fraction: (0.5 * done) / joins.length };
    const { edge, at, x, y } = joins[i].place;
    const cuts = ofEdge.get(edge) ?? [];
    const last = cuts.at(-1);
    const { tails, heads, shapeStarts } = network;
    const [first, end] = [shapeStarts[edge], shapeStarts[edge + 1] - 1];
    const isNear = (vx: number, vy: number): boolean =>
      (vx - x) ** 2 + (vy - y) ** 2 < (LEAST_METRES * 1000) ** 2;
    const { xy } = places;
    if (last && (last.at === at || isNear(last.x, last.y))) meets[i] = last.node;
    else if (at <= first + 1 && isNear(xy[2 * first], xy[2 * first + 1])) meets[i] = tails[edge];
    else if (at >= end - 1 && isNear(xy[2 * end], xy[2 * end + 1])) meets[i] = heads[edge];
    else {
      const cut = { at, node: network.nodeCount + newNodes.length, x, y };
      newNodes.push(cut);
      if (cuts.length === 0) ofEdge.set(edge, cuts);
      cuts.push(cut);
      meets[i] = cut.node;
    }
  }
  return { ofEdge, meets, newNodes };
}
