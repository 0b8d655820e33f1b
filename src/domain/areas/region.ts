import { combineShapes } from './combine-shapes.ts';
import type { Shape } from './shape.ts';
import type { SetAlgebra } from './surface-truth.ts';

/**
 * A set of places: what the parts cover together, or everything but that. Joining and turning round then cost nothing,
 * and a recipe like "no gigabit and no 5G" needs a single cut in the end. The parts may overlap.
 */
export interface Region {
  readonly parts: Shape;
  readonly isOutside: boolean;
}

export const REGIONS: SetAlgebra<Region> = {
  none: { parts: [], isOutside: false },
  all: { parts: [], isOutside: true },
  or: (one, other) => outside(both(outside(one), outside(other))),
  and: both,
  minus: (one, other) => both(one, outside(other)),
};

/** The shape 'all', or a shape, as a region. */
export function regionOf(shape: Shape | 'all'): Region {
  return shape === 'all' ? REGIONS.all : { parts: shape, isOutside: false };
}

/** What of a region lies in a ward. Throws CombineError. */
export function withinWard(ward: Shape, { parts, isOutside }: Region): Shape {
  return combineShapes(isOutside ? 'difference' : 'intersection', ward, parts);
}

function both(one: Region, other: Region): Region {
  if (one.isOutside && other.isOutside) return { parts: joined(one.parts, other.parts), isOutside: true };
  if (one.isOutside) return both(other, one);
  // The very same polygon on both sides needs no cutting: P minus P is nothing, and P within P is P.
  const theirs = new Set(other.parts);
  const own = one.parts.filter((polygon) => !theirs.has(polygon));
  if (other.isOutside) return { parts: combineShapes('difference', own, other.parts), isOutside: false };
  const shared = one.parts.filter((polygon) => theirs.has(polygon));
  const mine = new Set(shared);
  const rest = combineShapes(
    'intersection',
    own,
    other.parts.filter((polygon) => !mine.has(polygon)),
  );
  return { parts: [...shared, ...rest], isOutside: false };
}

/** All polygons of both, none twice. */
function joined(one: Shape, other: Shape): Shape {
  return [...new Set([...one, ...other])];
}

function outside({ parts, isOutside }: Region): Region {
  return { parts, isOutside: !isOutside };
}
