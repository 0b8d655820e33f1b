import type { Barrier } from '../plan/barrier.ts';
import type { FibrePoint } from './fibre-point.ts';
import type { NetworkReport } from './network-report.ts';

/** What an edge is. Places in this list are the codes of `kinds`. */
export const EDGE_KINDS = ['street', 'crossing', 'duct', 'pole route', 'lead-in'] as const;

export type EdgeKind = (typeof EDGE_KINDS)[number];

/** What an edge passes over or under that has a price of its own. Places in this list are the codes of `crossings`. */
export const CROSSINGS = [
  'none',
  'street',
  'bridge',
  'tram',
  'level crossing',
  'railway',
  'water',
  'motorway',
] as const;

export type Crossing = (typeof CROSSINGS)[number];

/** Which side of its street an edge runs on. Places in this list are the codes of `sides`. */
export const SIDES = ['centre', 'left', 'right'] as const;

/** A street as people name it: what is listed, blocked and forced. All lines of one name that hang together are one. */
export interface Street {
  /** The same for the same file on every machine, unique in the network. */
  readonly id: string;
  /** null: the file gives none; it is then listed by its id. */
  readonly name: string | null;
  /** As the file's classification says ("residential", "A road"); null: not known. */
  readonly streetClass: string | null;
}

/**
 * Streets as a graph with what lies in them. Nodes 0 … nodeCount − 1, edges 0 … edgeCount − 1 (undirected); every list
 * named per edge is edgeCount long. Nothing here is written to once made. The same files give the same network.
 */
export interface StreetNetwork {
  readonly nodeCount: number;
  /** Degrees, WGS84, nodeCount long. */
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  readonly edgeCount: number;
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  /** Along the edge on the ground. Above 0 but for joins of nothing. */
  readonly lengthMetres: Float64Array;
  /** Codes of EDGE_KINDS, SURFACES, CROSSINGS, SIDES. */
  readonly kinds: Uint8Array;
  readonly surfaces: Uint8Array;
  readonly crossings: Uint8Array;
  readonly sides: Uint8Array;
  /** 1: a microtrench can be cut; 0: it cannot; −1: not known. */
  readonly microtrench: Int8Array;
  /** Poles along a pole route that would carry a cable; 0 elsewhere. */
  readonly poles: Uint16Array;
  /** Place in `streets`; −1: of no street. */
  readonly streetOf: Int32Array;
  /** Edge `e` is drawn through `shapes[2 × shapeStarts[e]] …` up to `shapeStarts[e + 1]`, lon and lat, from tail to head. */
  readonly shapeStarts: Int32Array;
  readonly shapes: Float64Array;
  /** Edge `e` is restricted by `barriers[barrierIds[barrierStarts[e] … barrierStarts[e + 1]]]`; edgeCount + 1 starts. */
  readonly barrierStarts: Int32Array;
  readonly barrierIds: Int32Array;
  readonly barriers: readonly Barrier[];
  readonly streets: readonly Street[];
  /** By id and USRN of lines as files write them: the places in `streets` of those that they are part of. */
  readonly streetsCalled?: ReadonlyMap<string, readonly number[]>;
  /** Where fibre can come from. Those too far from every street are in the report, not here. */
  readonly fibrePoints: readonly FibrePoint[];
  /** Node of each fibre point. */
  readonly fibreNodes: Int32Array;
  readonly report: NetworkReport;
}
