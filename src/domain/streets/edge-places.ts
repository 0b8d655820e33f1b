import type { WorkStep } from '../project/work-step.ts';
import { GroundPlane } from './ground-plane.ts';
import { SegmentGrid, shareAlong } from './segment-grid.ts';
import { CROSSINGS, EDGE_KINDS, type StreetNetwork } from './street-network.ts';

/** The edges of a network as places in a plane, to ask which is nearest. */
export interface EdgePlaces {
  readonly plane: GroundPlane;
  readonly xy: Float64Array;
  readonly edgeOfVertex: Int32Array;
  readonly grid: SegmentGrid;
}

/** Where on a network something joins it. */
export interface NearestPlace {
  readonly edge: number;
  /** Vertex of the edge's shape (place in `shapes`) and share of the segment behind it. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly metres: number;
}

/** The places of a network's streets, made once for it. Crossings, ducts, poles and lead-ins are joined by nothing. */
export function* edgePlaces(network: StreetNetwork): Generator<WorkStep, EdgePlaces> {
  const known = kept.get(network);
  if (known) return known;
  const plane = planeOfNodes(network);
  const { shapes, shapeStarts, edgeCount, kinds, crossings } = network;
  const xy = new Float64Array(shapes.length);
  const edgeOfVertex = new Int32Array(shapes.length / 2);
  for (let edge = 0; edge < edgeCount; edge++) {
    if ((edge & 8191) === 0) yield { what: 'Ordering streets', fraction: edge / edgeCount };
    for (let at = shapeStarts[edge]; at < shapeStarts[edge + 1]; at++) {
      xy[2 * at] = plane.x(shapes[2 * at]);
      xy[2 * at + 1] = plane.y(shapes[2 * at + 1]);
      edgeOfVertex[at] = edge;
    }
  }
  const grid = yield* SegmentGrid.of(
    { xy, starts: shapeStarts },
    'Ordering streets',
    (edge) => kinds[edge] === STREET && crossings[edge] === NO_CROSSING,
  );
  const places = { plane, xy, edgeOfVertex, grid };
  kept.set(network, places);
  return places;
}

const kept = new WeakMap<StreetNetwork, EdgePlaces>();
const STREET = EDGE_KINDS.indexOf('street');
const NO_CROSSING = CROSSINGS.indexOf('none');

/** The nearest street edge to a place in degrees that `accepts` it, the lowest of equals; null where none lies within `withinMetres`. */
export function nearestEdge(
  { plane, xy, edgeOfVertex, grid }: EdgePlaces,
  lon: number,
  lat: number,
  withinMetres: number,
  accepts: (edge: number) => boolean = () => true,
): NearestPlace | null {
  const x = plane.x(lon);
  const y = plane.y(lat);
  if (Number.isNaN(x + y)) return null;
  const found = grid.nearest(x, y, withinMetres * 1000, (segment) => accepts(edgeOfVertex[segment]));
  if (!found) return null;
  const { segment } = found;
  const share = shareAlong(xy, segment, x, y);
  const px = Math.round(xy[2 * segment] + share * (xy[2 * segment + 2] - xy[2 * segment]));
  const py = Math.round(xy[2 * segment + 1] + share * (xy[2 * segment + 3] - xy[2 * segment + 1]));
  return {
    edge: edgeOfVertex[segment],
    at: segment + share,
    x: px,
    y: py,
    metres: Math.round(plane.metresBetween(x, y, px, py) * 1000) / 1000,
  };
}

function planeOfNodes({ nodeLon, nodeLat }: StreetNetwork): GroundPlane {
  if (nodeLon.length === 0) return new GroundPlane(0, 0);
  const middle = (values: Float64Array): number => {
    let [low, high] = [values[0], values[0]];
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return (low + high) / 2;
  };
  return new GroundPlane(middle(nodeLon), middle(nodeLat));
}
