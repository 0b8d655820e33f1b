import type { Box } from '../geo/geometry.ts';
import { groundDistanceMetres } from '../geo/ground-distance.ts';
import type { Barrier } from '../plan/barrier.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { FibrePoint } from '../streets/fibre-point.ts';
import type { NetworkReport } from '../streets/network-report.ts';
import { EDGE_KINDS, SIDES, type Street, type StreetNetwork } from '../streets/street-network.ts';

/** Around which premises the ground is looked at; null: no premises are chosen yet. */
export interface GroundQuestion {
  readonly box: Box | null;
}

/** A fibre point, and how far it is from the middle of the premises, as the crow flies. */
export interface NearPoint {
  readonly point: FibrePoint;
  /** null: no premises are chosen. */
  readonly metres: number | null;
}

/** A street of the ground, with what restricts it. */
export interface GroundStreet extends Street {
  /** Along its middle or one of its sides, metres. */
  readonly metres: number;
  /** Ids of barriers on any part of it. */
  readonly barriers: readonly string[];
}

/** Streets and fibre points around premises, as the screen shows them before and beside a design. */
export interface DigGround {
  /** The nearest first; without premises in the order of their file. */
  readonly fibrePoints: readonly NearPoint[];
  /** Every street of the network, in its order. */
  readonly streets: readonly GroundStreet[];
  readonly barriers: readonly Barrier[];
  /**
   * Lines of the streets around the premises: line i is lonLat[2 × starts[i]] … up to starts[i + 1], of street
   * `streetOf[i]` (a place in `streets`).
   */
  readonly lines: {
    readonly starts: Int32Array;
    readonly lonLat: Float64Array;
    readonly streetOf: Int32Array;
  };
  /** Whether `lines` leaves out streets that are far away. */
  readonly isCut: boolean;
  readonly report: NetworkReport;
}

/** A network of more lines than this is drawn around the premises only. */
export const MOST_LINES = 12_000;

/** How far around the premises streets are drawn where not all can be, degrees of latitude: about 2 km. */
const MARGIN_DEGREES = 0.018;

const STREET = EDGE_KINDS.indexOf('street');
const RIGHT = SIDES.indexOf('right');

/** What lies around premises, from the network of a project's streets. */
export function* digGround(network: StreetNetwork, { box }: GroundQuestion): Generator<WorkStep, DigGround> {
  const { streets, edgeCount, streetOf } = network;
  const metres = new Float64Array(streets.length);
  const barriers = streets.map(() => new Set<string>());
  const drawn: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edge % 20_000 === 0) yield { what: 'Looking at the streets', fraction: edge / edgeCount };
    const street = streetOf[edge];
    if (street < 0 || network.kinds[edge] !== STREET) continue;
    for (let i = network.barrierStarts[edge]; i < network.barrierStarts[edge + 1]; i++)
      barriers[street].add(network.barriers[network.barrierIds[i]].id);
    if (network.sides[edge] === RIGHT) continue;
    metres[street] += network.lengthMetres[edge];
    drawn.push(edge);
  }
  const isCut = drawn.length > MOST_LINES;
  const near = isCut ? drawn.filter((edge) => box !== null && isNear(network, edge, box)) : drawn;
  yield { what: 'Drawing the streets', fraction: 0.9 };
  return {
    fibrePoints: nearestFirst(network.fibrePoints, box),
    streets: streets.map((street, i) => ({ ...street, metres: metres[i], barriers: [...barriers[i]] })),
    barriers: network.barriers,
    lines: linesOf(network, near.slice(0, MOST_LINES)),
    isCut,
    report: network.report,
  };
}

function nearestFirst(points: readonly FibrePoint[], box: Box | null): NearPoint[] {
  if (!box) return points.map((point) => ({ point, metres: null }));
  const middle = { lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 };
  return points
    .map((point) => ({ point, metres: groundDistanceMetres(point, middle) }))
    .sort((one, other) => one.metres - other.metres || (one.point.id < other.point.id ? -1 : 1));
}

function isNear({ tails, nodeLon, nodeLat }: StreetNetwork, edge: number, box: Box): boolean {
  const lon = nodeLon[tails[edge]];
  const lat = nodeLat[tails[edge]];
  const margin = MARGIN_DEGREES;
  const wide = margin / Math.cos((lat * Math.PI) / 180);
  return lon > box[0] - wide && lon < box[2] + wide && lat > box[1] - margin && lat < box[3] + margin;
}

function linesOf(
  { shapeStarts, shapes, streetOf }: StreetNetwork,
  edges: readonly number[],
): DigGround['lines'] {
  const starts = new Int32Array(edges.length + 1);
  for (const [i, edge] of edges.entries())
    starts[i + 1] = starts[i] + shapeStarts[edge + 1] - shapeStarts[edge];
  const lonLat = new Float64Array(2 * starts[edges.length]);
  for (const [i, edge] of edges.entries())
    lonLat.set(shapes.subarray(2 * shapeStarts[edge], 2 * shapeStarts[edge + 1]), 2 * starts[i]);
  return { starts, lonLat, streetOf: Int32Array.from(edges, (edge) => streetOf[edge]) };
}
