import type { Shape } from './shape.ts';

/** The edges of shapes that reach between the south and the north of the first, the ward. Polygons and fields by number. */
export function sweepEdges(shapes: readonly Shape[]): SweepEdges {
  const found: number[] = [];
  const polygonOf: number[] = [];
  const fieldOfPolygon: number[] = [];
  const reach = reachOf(shapes[0]);
  for (const [field, shape] of shapes.entries()) {
    for (const rings of shape) {
      for (const ring of rings) {
        for (let i = 0; i < ring.length; i++) {
          const from = ring[i];
          const to = ring[i + 1 < ring.length ? i + 1 : 0];
          const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
          if (low[1] === high[1] || high[1] <= reach.south || low[1] >= reach.north) continue;
          found.push(low[0], low[1], high[0], high[1]);
          polygonOf.push(fieldOfPolygon.length);
        }
      }
      fieldOfPolygon.push(field);
    }
  }
  return new SweepEdges(found, polygonOf, fieldOfPolygon, reach);
}

/** Edges of the shapes that a line sweeps over: those that are not level, by their lower end. */
export class SweepEdges {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly polygon: Uint32Array;
  readonly fieldOfPolygon: Uint32Array;
  /** Between these the ward lies. */
  readonly south: number;
  readonly north: number;
  /** The largest abscissa, regardless of sign. */
  readonly largest: number;
  private readonly lowX: Float64Array;
  private readonly highX: Float64Array;

  /** `found`: x and y of the lower end, then of the upper, edge after edge. */
  constructor(
    found: readonly number[],
    polygon: readonly number[],
    fieldOfPolygon: readonly number[],
    ward: Reach,
  ) {
    this.south = ward.south;
    this.north = ward.north;
    const order = Uint32Array.from(polygon, (_, i) => i).sort((a, b) => found[4 * a + 1] - found[4 * b + 1]);
    this.lowX = Float64Array.from(order, (edge) => found[4 * edge]);
    this.low = Float64Array.from(order, (edge) => found[4 * edge + 1]);
    this.highX = Float64Array.from(order, (edge) => found[4 * edge + 2]);
    this.high = Float64Array.from(order, (edge) => found[4 * edge + 3]);
    this.polygon = Uint32Array.from(order, (edge) => polygon[edge]);
    this.fieldOfPolygon = Uint32Array.from(fieldOfPolygon);
    let largest = 0;
    for (let i = 0; i < order.length; i++)
      largest = Math.max(largest, Math.abs(this.lowX[i]), Math.abs(this.highX[i]));
    this.largest = largest;
  }

  at(edge: number, ordinate: number): number {
    const low = this.low[edge];
    const high = this.high[edge];
    if (ordinate <= low) return this.lowX[edge];
    if (ordinate >= high) return this.highX[edge];
    return this.lowX[edge] + (this.highX[edge] - this.lowX[edge]) * ((ordinate - low) / (high - low));
  }

  /** Every ordinate of an end between south and north, ascending, none twice, none far from the next. */
  ordinates(): Float64Array {
    const { south, north } = this;
    const all = [south, north];
    for (const ends of [this.low, this.high])
      for (const end of ends) if (end > south && end < north) all.push(end);
    const cuts = Math.ceil((north - south) / HIGHEST_SLAB);
    if (cuts <= MOST_CUTS) for (let i = 1; i < cuts; i++) all.push(south + ((north - south) * i) / cuts);
    const sorted = Float64Array.from(all).sort();
    return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  }
}

/** Slabs higher than this (degrees) are cut, so that the weight is as good as a cubic in each. */
const HIGHEST_SLAB = 0.25;
/** No more cuts than this: coordinates that are not degrees need none. */
const MOST_CUTS = 1_500;

interface Reach {
  south: number;
  north: number;
}

function reachOf(ward: Shape): Reach {
  const reach = { south: Number.POSITIVE_INFINITY, north: Number.NEGATIVE_INFINITY };
  for (const rings of ward) {
    for (const ring of rings) {
      for (const [, y] of ring) {
        if (y < reach.south) reach.south = y;
        if (y > reach.north) reach.north = y;
      }
    }
  }
  return reach;
}
