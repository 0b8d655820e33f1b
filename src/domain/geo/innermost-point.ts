import { type Polygons, polygonBox } from './geometry.ts';

/** Share of the box's longer side within which the answer is good enough for a label. */
const PRECISION = 1 / 60;

/**
 * The point of polygon `index` that lies farthest from its border (its pole of inaccessibility), in degrees, within a
 * sixtieth of the polygon's width. Distances are taken with longitudes shrunk by the cosine of the latitude. Cells of a
 * quadtree are searched in the order of what they could at best hold. Source: Garcia-Castellanos and Lombardo (2007),
 * "Poles of inaccessibility"; the quadtree form is Agafonkin's polylabel. Throws RangeError for an empty polygon.
 */
export function innermostPoint(
  polygons: Polygons,
  index: number,
): { readonly lon: number; readonly lat: number } {
  const box = polygonBox(polygons, index);
  if (!box) throw new RangeError(`Polygon ${index} has no vertex.`);
  const shrink = Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180);
  const [west, south, east, north] = [box[0] * shrink, box[1], box[2] * shrink, box[3]];
  const longest = Math.max(east - west, north - south);
  const precision = longest * PRECISION;
  if (longest === 0) return { lon: box[0], lat: box[1] };
  const side = Math.max(Math.min(east - west, north - south), longest / 32);
  const cellAt = (x: number, y: number, half: number): Cell => {
    const inside = signedDistance(polygons, index, { x, y, shrink });
    return { x, y, half, inside, best: inside + half * Math.SQRT2 };
  };
  let best = cellAt((west + east) / 2, (south + north) / 2, 0);
  const queue: Cell[] = [];
  for (let x = west; x < east; x += side) {
    for (let y = south; y < north; y += side) queue.push(cellAt(x + side / 2, y + side / 2, side / 2));
  }
  while (queue.length > 0) {
    const cell = takeBest(queue);
    if (cell.inside > best.inside) best = cell;
    if (cell.best - best.inside <= precision) continue;
    const half = cell.half / 2;
    for (const [dx, dy] of QUARTERS) queue.push(cellAt(cell.x + dx * half, cell.y + dy * half, half));
  }
  return { lon: best.x / shrink, lat: best.y };
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Distance of the centre from the border, negative outside. */
  readonly inside: number;
  /** The most that any point of the cell can have. */
  readonly best: number;
}

const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** Removes the cell of highest hope. The queue stays short, so it is searched. */
function takeBest(queue: Cell[]): Cell {
  let at = 0;
  for (let i = 1; i < queue.length; i++) if (queue[i].best > queue[at].best) at = i;
  const cell = queue[at];
  const last = queue.pop()!;
  if (at < queue.length) queue[at] = last;
  return cell;
}

function signedDistance(
  polygons: Polygons,
  index: number,
  at: { x: number; y: number; shrink: number },
): number {
  const { coordinates, ringStarts, polygonStarts } = polygons;
  let inside = false;
  let nearestSquared = Number.POSITIVE_INFINITY;
  for (let ring = polygonStarts[index]; ring < polygonStarts[index + 1]; ring++) {
    for (let i = ringStarts[ring]; i < ringStarts[ring + 1] - 1; i++) {
      const ax = coordinates[2 * i] * at.shrink;
      const ay = coordinates[2 * i + 1];
      const bx = coordinates[2 * i + 2] * at.shrink;
      const by = coordinates[2 * i + 3];
      if (ay > at.y !== by > at.y && at.x < ((bx - ax) * (at.y - ay)) / (by - ay) + ax) inside = !inside;
      nearestSquared = Math.min(nearestSquared, squaredDistanceToEdge(at.x, at.y, [ax, ay, bx, by]));
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearestSquared);
}

function squaredDistanceToEdge(
  x: number,
  y: number,
  [ax, ay, bx, by]: readonly [number, number, number, number],
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy;
  const along =
    lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / lengthSquared));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}
