import type { Shape } from '../../src/domain/areas/shape.ts';

/** The number of the answer at a place, told for each shape whether the place lies in it; null: of no interest. */
export type AnswerAt = (inside: readonly boolean[]) => number | null;

/**
 * Areas of boolean combinations of shapes, slowly and simply: the ordinates of all corners and of all crossings of any
 * two edges cut the plane into slabs; within a slab the edges are ordered at its middle, and what lies between
 * neighbours is a trapezoid that is in or out by its own centre, found by even-odd along every ring. `measure` weighs a
 * trapezoid's width at an ordinate. Only where the first shape reaches. Nothing of the product's own sweep is used.
 */
export function slabAreas(
  shapes: readonly Shape[],
  answers: number,
  answerAt: AnswerAt,
  measure: (ordinate: number) => number = () => 1,
): number[] {
  const areas = Array.from({ length: answers }, () => 0);
  const all = shapes.flatMap((shape, s) =>
    shape.flatMap((rings, p) => rings.flatMap((ring) => edgesOf(ring, s, p))),
  );
  const reach = all.filter((edge) => edge.shape === 0).flatMap(({ ay, by }) => [ay, by]);
  const south = reach.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const north = reach.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  const edges = all.filter(({ ay, by }) => Math.max(ay, by) > south && Math.min(ay, by) < north);
  const cuts = new Set(edges.flatMap(({ ay, by }) => [ay, by]));
  for (let i = 0; i < edges.length; i++)
    for (let k = 0; k < i; k++) {
      const y = crossing(edges[i], edges[k]);
      if (y !== null) cuts.add(y);
    }
  const ordinates = [...cuts].filter((y) => y >= south && y <= north).sort((a, b) => a - b);
  for (let s = 1; s < ordinates.length; s++) {
    const [low, high] = [ordinates[s - 1], ordinates[s]];
    const middle = (low + high) / 2;
    const across = edges.filter(({ ay, by }) => Math.min(ay, by) <= low && Math.max(ay, by) >= high);
    across.sort((one, other) => abscissa(one, middle) - abscissa(other, middle));
    for (let i = 1; i < across.length; i++) {
      const west = abscissa(across[i - 1], middle);
      const east = abscissa(across[i], middle);
      if (!(east > west)) continue;
      const x = (west + east) / 2;
      const answer = answerAt(insideOf(across, shapes.length, x, middle));
      if (answer === null) continue;
      // Simpson over the slab: exact for the trapezoid, and to the fourth order for a weight that bends.
      const width = (y: number): number => (abscissa(across[i], y) - abscissa(across[i - 1], y)) * measure(y);
      areas[answer] += ((high - low) * (width(low) + 4 * width(middle) + width(high))) / 6;
    }
  }
  return areas;
}

interface Edge {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly shape: number;
  readonly polygon: number;
}

function edgesOf(ring: Shape[number][number], shape: number, polygon: number): Edge[] {
  return ring
    .map(([ax, ay], i): Edge => {
      const [bx, by] = ring[(i + 1) % ring.length];
      return { ax, ay, bx, by, shape, polygon };
    })
    .filter(({ ay, by }) => ay !== by);
}

function abscissa({ ax, ay, bx, by }: Edge, y: number): number {
  return y === by ? bx : ax + ((bx - ax) * (y - ay)) / (by - ay);
}

/** The ordinate at which two edges cross; null where they do not. */
function crossing(one: Edge, other: Edge): number | null {
  const low = Math.max(Math.min(one.ay, one.by), Math.min(other.ay, other.by));
  const high = Math.min(Math.max(one.ay, one.by), Math.max(other.ay, other.by));
  if (!(high > low)) return null;
  const below = abscissa(one, low) - abscissa(other, low);
  const above = abscissa(one, high) - abscissa(other, high);
  if (below * above >= 0) return null;
  return low + ((high - low) * below) / (below - above);
}

/** For each shape whether some polygon of it has an odd number of edges to the right of the place. */
function insideOf(across: readonly Edge[], shapes: number, x: number, y: number): boolean[] {
  const odd = Array.from({ length: shapes }, () => new Set<number>());
  for (const edge of across) {
    if (abscissa(edge, y) <= x) continue;
    const own = odd[edge.shape];
    if (!own.delete(edge.polygon)) own.add(edge.polygon);
  }
  return odd.map((polygons) => polygons.size > 0);
}
