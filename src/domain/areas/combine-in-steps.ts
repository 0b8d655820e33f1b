import { CombineError, combineShapes, type ShapeOperation } from './combine-shapes.ts';
import { cornerCount, type Shape } from './shape.ts';

/** Combines two shapes, yielding before every call of Turf. Throws CombineError as combineShapes does, or when time is up. */
export type Combine = (operation: ShapeOperation, one: Shape, other: Shape) => Generator<void, Shape>;

/**
 * The operations of combineShapes in calls of about a second at most: what has more corners is cut out, or cut to, piece
 * by piece. `isOver` is asked before every call.
 */
export function combineInSteps(isOver: () => boolean): Combine {
  const call: Combine = function* (operation, one, other) {
    if (isOver()) throw new CombineError(TOO_LONG);
    yield;
    return combineShapes(operation, one, other);
  };
  return function* (operation, one, other) {
    if (operation === 'union' || cornerCount(one) + cornerCount(other) <= CORNERS_AT_ONCE)
      return yield* call(operation, one, other);
    if (operation === 'difference') {
      let left = one;
      for (let next = 0; next < other.length && left.length > 0; ) {
        const piece = pieceFrom(other, next, left);
        left = yield* call('difference', left, piece);
        next += piece.length;
      }
      return left;
    }
    const [few, many] = cornerCount(one) < cornerCount(other) ? [one, other] : [other, one];
    const shared: Shape[] = [];
    for (let next = 0; next < many.length; ) {
      const piece = pieceFrom(many, next, few);
      shared.push(yield* call('intersection', few, piece));
      next += piece.length;
    }
    return yield* joinPairs(shared, call);
  };
}

/** What is said of a ward whose time is up. */
export const TOO_LONG = 'it took too long';

/** Turf works through these in 0.7 to 1 s, by how much they overlap (measured on outlines of 200 corners each). */
const CORNERS_AT_ONCE = 20_000;

/** Joins what a shape is made of, pair by pair in a balanced tree, so that it no longer overlaps or crosses itself. */
export function* joinInTree(shape: Shape, combine: Combine): Generator<void, Shape> {
  const parts: Shape[] = [];
  for (const polygon of shape) parts.push(yield* combine('union', [polygon], [polygon]));
  return yield* joinPairs(parts, combine);
}

function* joinPairs(shapes: readonly Shape[], combine: Combine): Generator<void, Shape> {
  let parts = shapes;
  while (parts.length > 1) {
    const joined: Shape[] = [];
    for (let i = 0; i < parts.length; i += 2)
      joined.push(i + 1 < parts.length ? yield* combine('union', parts[i], parts[i + 1]) : parts[i]);
    parts = joined;
  }
  return parts[0] ?? [];
}

/** Polygons from number `next` on, at least one; several as long as their corners, with `others`, make one good call. */
function pieceFrom(shape: Shape, next: number, others: Shape): Shape {
  const room = Math.max(CORNERS_AT_ONCE - cornerCount(others), CORNERS_AT_ONCE / 2);
  let end = next + 1;
  for (let corners = cornerCount([shape[next]]); end < shape.length; end++) {
    corners += cornerCount([shape[end]]);
    if (corners > room) break;
  }
  return shape.slice(next, end);
}
