import type { Shape } from '../../src/domain/areas/shape.ts';

/** The number of the answer at a place, told for each shape whether the place lies in it; null: of no interest. */
export type AnswerAt = (inside: readonly boolean[]) => number | null;

/**
 * Areas of boolean combinations of shapes, slowly and simply: the ordinates of all corners and of all crossings of any
 * two edges cut the plane into slabs; within a slab the edges are ordered at its middle, and what lies between
 * neighbours is a trapezoid that is in or out by its own centre, found by even-odd along every ring. `measure` weighs a
 * trapezoid's width at an ordinate. Nothing of the product's own sweep is used.
 */
export function slabAreas(
  shapes: readonly Shape[],
  answers: number,
  answerAt: AnswerAt,
  measure: (ordinate: number) => number = () => 1,
): number[] {
  const areas = Array.from({ length: answers }, () => 0);
  const edges = shapes.flatMap((shape) => shape.flatMap((rings) => rings.flatMap(edgesOf)));
  const cuts = new Set(edges.flatMap(([, ay, , by]) => [ay, by]));
  for (let i = 0; i < edges.length; i++)
    for (let k = 0; k < i; k++) {
      const y = crossing(edges[i], edges[k]);
      if (y !== null) cuts.add(y);
    }
  const ordinates = [...cuts].sort((a, b) => a - b);
  for (let s = 1; s < ordinates.length; s++) {
    const [low, high] = [ordinates[s - 1], ordinates[s]];
    const middle = (low + high) / 2;
    const across = edges.filter(([, ay, , by]) => Math.min(ay, by) <= low && Math.max(ay, by) >= high);
    across.sort((one, other) => abscissa(one, middle) - abscissa(other, middle));
    for (let i = 1; i < across.length; i++) {
      const west = abscissa(across[i - 1], middle);
      const east = abscissa(across[i], middle);
      if (!(east > west)) continue;
      const x = (west + east) / 2;
      const answer = answerAt(shapes.map((shape) => shape.some((rings) => isInside(rings, x, middle))));
      if (answer === null) continue;
      // Simpson over the slab: exact for the trapezoid, and to the fourth order for a weight that bends.
      const width = (y: number): number => (abscissa(across[i], y) - abscissa(across[i - 1], y)) * measure(y);
      areas[answer] += ((high - low) * (width(low) + 4 * width(middle) + width(high))) / 6;
    }
  }
  return areas;
}

type Edge = readonly [number, number, number, number];

function edgesOf(ring: Shape[number][number]): Edge[] {
  return ring
    .map((from, i): Edge => {
      const to = ring[(i + 1) % ring.length];
      return [from[0], from[1], to[0], to[1]];
    })
    .filter(([, ay, , by]) => ay !== by);
}

function abscissa([ax, ay, bx, by]: Edge, y: number): number {
  return y === by ? bx : ax + ((bx - ax) * (y - ay)) / (by - ay);
}

/** The ordinate at which two edges cross; null where they do not. */
function crossing(one: Edge, other: Edge): number | null {
  const low = Math.max(Math.min(one[1], one[3]), Math.min(other[1], other[3]));
  const high = Math.min(Math.max(one[1], one[3]), Math.max(other[1], other[3]));
  if (!(high > low)) return null;
  const below = abscissa(one, low) - abscissa(other, low);
  const above = abscissa(one, high) - abscissa(other, high);
  if (below * above >= 0) return null;
  return low + ((high - low) * below) / (below - above);
}

function isInside(rings: Shape[number], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [ax, ay, bx, by] of edgesOf(ring))
      if (ay > y !== by > y && abscissa([ax, ay, bx, by], y) > x) inside = !inside;
  return inside;
}
