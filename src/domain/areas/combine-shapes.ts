import { difference, featureCollection, intersect, multiPolygon, union } from '@turf/turf';
import { cornerCount, type Position, type Shape } from './shape.ts';

/** A pair of shapes is joined, cut out of one another, or cut to what they share. */
export type ShapeOperation = 'union' | 'difference' | 'intersection';

/** What could not be combined, in words that can follow "could not be combined: ". */
export class CombineError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CombineError';
  }
}

/**
 * One operation of Turf on two shapes, each of which may overlap itself and is then taken as joined. Throws CombineError
 * where Turf gives up, or where there are more corners than are worked through in about two seconds. Whether the
 * result is right is for its caller to check: by its area, which `scanAreas` knows another way.
 */
export function combineShapes(operation: ShapeOperation, one: Shape, other: Shape): Shape {
  if (one.length === 0) return operation === 'union' ? other : [];
  if (other.length === 0) return operation === 'intersection' ? [] : one;
  const corners = cornerCount(one) + cornerCount(other);
  if (corners > MOST_CORNERS)
    throw new CombineError(
      `there are ${corners} corners, more than the ${MOST_CORNERS} that can be joined at once`,
    );
  try {
    const features = featureCollection(
      [one, other].map((shape) => multiPolygon(shape as unknown as number[][][][])),
    );
    const combined =
      operation === 'union'
        ? union(features)
        : operation === 'difference'
          ? difference(features)
          : intersect(features);
    if (!combined) return [];
    const { type, coordinates } = combined.geometry;
    return (type === 'Polygon' ? [coordinates] : coordinates) as unknown as Shape;
  } catch (error) {
    throw new CombineError(error instanceof RangeError ? 'they are too intricate' : plain(error));
  }
}

/** Turf works through these in 1.6 to 2.7 s. Only a shape that cannot be taken in pieces has so many. */
const MOST_CORNERS = 40_000;

/** The shape with every position moved to the nearest multiple of `step` degrees. */
export function snapped(shape: Shape, step: number): Shape {
  const snap = (value: number): number => Math.round(value / step) * step;
  return shape.map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [snap(x), snap(y)])));
}

function plain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*Please (file|submit) .*$/s, '').trim() || 'no reason was given';
}
