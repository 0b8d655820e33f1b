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
 * where Turf gives up, or where there are more corners than could be worked through in a few seconds. Whether the
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

/** Turf works through some 20,000 corners a second. */
const MOST_CORNERS = 120_000;

/** Joins what a shape is made of, pair by pair in a balanced tree, so that it no longer overlaps or crosses itself. */
export function joinInTree(shape: Shape): Shape {
  let parts: Shape[] = shape.map((polygon) => combineShapes('union', [polygon], [polygon]));
  while (parts.length > 1) {
    const joined: Shape[] = [];
    for (let i = 0; i < parts.length; i += 2)
      joined.push(i + 1 < parts.length ? combineShapes('union', parts[i], parts[i + 1]) : parts[i]);
    parts = joined;
  }
  return parts[0] ?? [];
}

/** The shape with every position moved to the nearest multiple of `step` degrees. */
export function snapped(shape: Shape, step: number): Shape {
  const snap = (value: number): number => Math.round(value / step) * step;
  return shape.map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [snap(x), snap(y)])));
}

function plain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*Please (file|submit) .*$/s, '').trim() || 'no reason was given';
}
