type Ring = readonly (readonly number[])[];

/**
 * Rings of one shape, in any order, as polygons: outer ring first, then its holes. In a shapefile outer rings run
 * clockwise; a hole goes to the smallest outer ring around its first vertex. Where that leaves
 * holes in no ring, all are read the other way round (some writers do that), or else such holes become polygons.
 */
export function polygonsOfRings(rings: readonly Ring[]): Ring[][] {
  if (rings.length === 1) return [[rings[0]]];
  const measured = rings.map((ring) => ({ ring, area: signedArea(ring), box: boxOf(ring) }));
  const usual = grouped(measured, -1);
  if (usual.lone.length === 0) return usual.whole;
  const turned = grouped(measured, 1);
  if (turned.lone.length === 0) return turned.whole;
  return [...usual.whole, ...usual.lone.map((ring) => [ring])];
}

interface MeasuredRing {
  readonly ring: Ring;
  readonly area: number;
  readonly box: readonly [number, number, number, number];
}

/** Polygons where outer rings have areas of `sign`, and the holes that lie in none. */
function grouped(measured: readonly MeasuredRing[], sign: 1 | -1): { whole: Ring[][]; lone: Ring[] } {
  const isOuter = ({ area }: MeasuredRing) => area * sign >= 0;
  const outers = measured.filter(isOuter).map((outer) => ({ ...outer, polygon: [outer.ring] }));
  const bySize = [...outers].sort((a, b) => Math.abs(a.area) - Math.abs(b.area));
  const lone: Ring[] = [];
  for (const hole of measured) {
    if (isOuter(hole)) continue;
    const [x, y] = hole.ring[0];
    const around = bySize.find(
      ({ ring, area, box }) =>
        Math.abs(area) >= Math.abs(hole.area) &&
        x >= box[0] &&
        x <= box[2] &&
        y >= box[1] &&
        y <= box[3] &&
        holds(ring, hole.ring),
    );
    if (around) around.polygon.push(hole.ring);
    else lone.push(hole.ring);
  }
  return { whole: outers.map(({ polygon }) => polygon), lone };
}

/** Twice the area, positive anticlockwise. */
function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    twice += (ring[i][0] - x0) * (ring[i + 1][1] - y0) - (ring[i + 1][0] - x0) * (ring[i][1] - y0);
  return twice;
}

/** Whether the first vertex of `inner` that is none of `outer`'s lies inside it; so too where they share all of them. */
function holds(outer: Ring, inner: Ring): boolean {
  for (const [x, y] of inner.slice(0, MOST_TRIED)) {
    let inside = false;
    let touches = false;
    for (let i = 0, j = outer.length - 1; i < outer.length; j = i++) {
      const [xi, yi] = outer[i];
      const [xj, yj] = outer[j];
      if (xi === x && yi === y) touches = true;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    if (!touches) return inside;
  }
  return true;
}

/** A hole that touches its border with this many vertices in a row is taken to be inside. */
const MOST_TRIED = 8;

function boxOf(ring: Ring): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
