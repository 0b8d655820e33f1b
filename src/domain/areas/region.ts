import type { Combine } from './combine-in-steps.ts';
import type { Shape } from './shape.ts';
import type { SetAlgebra } from './surface-truth.ts';

/** A set of places, worked out when it is first asked for. */
export type Region = () => Generator<void, Places>;

/**
 * What the parts cover together, or everything but that. Joining and turning round then cost nothing, and a recipe like
 * "no gigabit and no 5G" needs a single cut in the end. The parts may overlap.
 */
export interface Places {
  readonly parts: Shape;
  readonly isOutside: boolean;
}

/** Regions that are cut by `combine`. */
export function regions(combine: Combine): SetAlgebra<Region> {
  const of = (make: Region): Region => {
    let known: Places | null = null;
    return function* () {
      known ??= yield* make();
      return known;
    };
  };
  const and = (one: Region, other: Region): Region =>
    of(function* () {
      return yield* both(yield* one(), yield* other(), combine);
    });
  const not = (one: Region): Region =>
    function* () {
      return outside(yield* one());
    };
  return {
    none: placesOf({ parts: [], isOutside: false }),
    all: placesOf({ parts: [], isOutside: true }),
    or: (one, other) => not(and(not(one), not(other))),
    and,
    minus: (one, other) => and(one, not(other)),
  };
}

/** The shape 'all', or a shape made ready by `prepare`, as a region. */
export function regionOf(shape: Shape | 'all', prepare: (shape: Shape) => Generator<void, Shape>): Region {
  if (shape === 'all') return placesOf({ parts: [], isOutside: true });
  return function* () {
    return { parts: yield* prepare(shape), isOutside: false };
  };
}

/** What of a region lies in a ward. Throws CombineError. */
export function* withinWard(ward: Shape, region: Region, combine: Combine): Generator<void, Shape> {
  const { parts, isOutside } = yield* region();
  return yield* combine(isOutside ? 'difference' : 'intersection', ward, parts);
}

function placesOf(places: Places): Region {
  // biome-ignore lint/correctness/useYield: known already.
  return function* () {
    return places;
  };
}

function* both(one: Places, other: Places, combine: Combine): Generator<void, Places> {
  if (one.isOutside && other.isOutside) return { parts: joined(one.parts, other.parts), isOutside: true };
  if (one.isOutside) return yield* both(other, one, combine);
  // The very same polygon on both sides needs no cutting: P minus P is nothing, and P within P is P.
  const theirs = new Set(other.parts);
  const own = one.parts.filter((polygon) => !theirs.has(polygon));
  if (other.isOutside) return { parts: yield* combine('difference', own, other.parts), isOutside: false };
  const shared = one.parts.filter((polygon) => theirs.has(polygon));
  const mine = new Set(shared);
  const rest = yield* combine(
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

function outside({ parts, isOutside }: Places): Places {
  return { parts, isOutside: !isOutside };
}
