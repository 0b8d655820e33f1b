import type { WorkStep } from '../project/work-step.ts';
import type { EdgePlaces } from './edge-places.ts';
import { GrowingNetwork } from './growing-network.ts';
import { type Join, joinCuts } from './join-cuts.ts';
import type { EdgeKind, StreetNetwork } from './street-network.ts';

/** A network with joins, and what became of its edges. */
export interface SplicedNetwork {
  readonly network: StreetNetwork;
  /** Node of each join's own end. */
  readonly nodes: Int32Array;
  /** Edge of the network given that an edge is a part of; −1: new. */
  readonly originOf: Int32Array;
}

/**
 * The network with its edges cut where something joins them. Nodes and edges keep their numbers: an edge that is cut is now its
 * first part; its other parts and the joins follow behind all others. Joins less than LEAST_METRES apart on an edge share a node.
 * An edge of kind 'street' takes surface, street and barriers of the edge that it joins; a lead-in its street alone.
 */
export function* spliceNetwork(
  network: StreetNetwork,
  places: EdgePlaces,
  joins: readonly Join[],
  kind: EdgeKind,
): Generator<WorkStep, SplicedNetwork> {
  yield { what: 'Joining places to streets', fraction: 0 };
  const cuts = yield* joinCuts(network, places, joins);
  const desk = new GrowingNetwork(network, places, cuts, joins.length);
  yield* desk.copyEdges();
  const nodes = yield* desk.addJoins(joins, kind);
  yield { what: 'Joining places to streets', fraction: 1 };
  return { network: desk.finish(), nodes, originOf: desk.originOf };
}
