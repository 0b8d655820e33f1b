import { type Box, type Polygons, polygonBox, polygonCount } from '../geo/geometry.ts';
import type { Position, Ring, Shape } from './shape.ts';

/**
 * What polygons look like from within a box: 'all' where one of them holds the whole box; else those that reach into it,
 * with the corners left out that cannot matter there. Inside the box nothing is moved or rounded: every edge that enters
 * it is the original one. `boxes` are those of the polygons, by `polygonBoxes`.
 */
export function shapeNearBox(polygons: Polygons, boxes: Float64Array, box: Box): Shape | 'all' {
  const near: (readonly Ring[])[] = [];
  for (let polygon = 0; polygon < polygonCount(polygons); polygon++) {
    const at = 4 * polygon;
    if (boxes[at] > box[2] || boxes[at + 2] < box[0] || boxes[at + 1] > box[3] || boxes[at + 3] < box[1])
      continue;
    const rings = ringsNear(polygons, polygon, box);
    if (rings === 'all') return 'all';
    if (rings.length > 0) near.push(rings);
  }
  return near;
}

/** west, south, east, north of every polygon, one after another. A polygon without corners has a box that meets none. */
export function polygonBoxes(polygons: Polygons): Float64Array {
  const boxes = new Float64Array(4 * polygonCount(polygons));
  for (let polygon = 0; polygon < polygonCount(polygons); polygon++)
    boxes.set(polygonBox(polygons, polygon) ?? NO_BOX, 4 * polygon);
  return boxes;
}

const NO_BOX: Box = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** The polygons of some areas as one shape. */
export function shapeOfPolygons(polygons: Polygons, wanted: Iterable<number>): Shape {
  const shape: Ring[][] = [];
  for (const polygon of wanted) {
    const rings: Ring[] = [];
    for (let ring = polygons.polygonStarts[polygon]; ring < polygons.polygonStarts[polygon + 1]; ring++)
      rings.push(ringPositions(polygons, ring));
    shape.push(rings);
  }
  return shape;
}

function ringsNear(polygons: Polygons, polygon: number, box: Box): readonly Ring[] | 'all' {
  const rings: Ring[] = [];
  for (let ring = polygons.polygonStarts[polygon]; ring < polygons.polygonStarts[polygon + 1]; ring++) {
    const near = leaveOutFar(ringPositions(polygons, ring), box);
    if (near.length >= 3) rings.push(near);
  }
  if (rings.some((ring) => entersBox(ring, box))) return rings;
  return holds(rings, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2) ? 'all' : [];
}

function ringPositions({ coordinates, ringStarts }: Polygons, ring: number): Position[] {
  const positions: Position[] = [];
  for (let v = ringStarts[ring]; v < ringStarts[ring + 1]; v++)
    positions.push([coordinates[2 * v], coordinates[2 * v + 1]]);
  return positions;
}

/**
 * A stretch of corners that all lie beyond one side of the box may be drawn straight: it stays beyond that side, and
 * goes round no point of the box. Closed rings in, closed rings out; side by side, for after each the stretches are new.
 */
function leaveOutFar(ring: readonly Position[], [west, south, east, north]: Box): readonly Position[] {
  let kept: readonly Position[] = ring;
  for (const isBeyond of [
    (position: Position) => position[0] < west,
    (position: Position) => position[0] > east,
    (position: Position) => position[1] < south,
    (position: Position) => position[1] > north,
  ]) {
    const open = kept.slice(0, -1);
    const far = open.map(isBeyond);
    if (!far.includes(true)) continue;
    if (!far.includes(false)) return [];
    const count = open.length;
    const near = open.filter((_, i) => !(far[i] && far[(i + 1) % count] && far[(i + count - 1) % count]));
    kept = [...near, near[0]];
  }
  return kept;
}

/** Whether an edge may enter the box: by the edges' own boxes, so sometimes yes where none does, and never the other way. */
function entersBox(ring: Ring, [west, south, east, north]: Box): boolean {
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (
      (ax < west && bx < west) ||
      (ax > east && bx > east) ||
      (ay < south && by < south) ||
      (ay > north && by > north)
    )
      continue;
    return true;
  }
  return false;
}

/** Even-odd for a point that lies on no edge. */
function holds(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1];
      const [bx, by] = ring[i];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}
