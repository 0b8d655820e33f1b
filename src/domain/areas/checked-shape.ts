import { type Combine, joinInTree, TOO_LONG } from './combine-in-steps.ts';
import { CombineError, snapped } from './combine-shapes.ts';
import type { Shape } from './shape.ts';

/** How a shape's area must come out. */
export interface AreaCheck {
  /** What the shape must measure, known in another way than by joining shapes. */
  readonly expected: number;
  /** How far it may be off, in the same unit. */
  readonly tolerance: number;
  readonly areaOf: (shape: Shape) => number;
  /** Whether time is up: then no further way is tried. */
  readonly isOver: () => boolean;
}

/** About a micrometre in degrees: far below what any outline means, and far above rounding. */
const SNAP = 2 ** -36;

/** A way to make shapes ready for being joined; the same shape is made ready once. */
export type Prepare = (shape: Shape) => Generator<void, Shape>;

/** Ways in the order they are tried: as given; each shape joined in a tree first; the same on a fine grid of positions. */
export function waysToPrepare(combine: Combine): readonly Prepare[] {
  return [
    // biome-ignore lint/correctness/useYield: as given, nothing is to be done.
    function* (shape: Shape) {
      return shape;
    },
    (shape: Shape) => joinInTree(shape, combine),
    (shape: Shape) => joinInTree(snapped(shape, SNAP), combine),
  ].map((prepare: Prepare): Prepare => {
    const ready = new Map<Shape, Shape>();
    return function* (shape) {
      const known = ready.get(shape) ?? (yield* prepare(shape));
      ready.set(shape, known);
      return known;
    };
  });
}

/**
 * What `make` makes of its shapes, each made ready first, if its area is right; else why it could not be made right, as
 * words: never a wrong shape. Yields whenever `make` does.
 */
export function* checkedShape(
  make: (prepare: Prepare) => Generator<void, Shape>,
  ways: readonly Prepare[],
  { expected, tolerance, areaOf, isOver }: AreaCheck,
): Generator<void, Shape | string> {
  let problem = '';
  for (const prepare of ways) {
    if (isOver()) return problem || TOO_LONG;
    try {
      const shape = yield* make(prepare);
      const found = areaOf(shape);
      if (Math.abs(found - expected) <= tolerance) return shape;
      problem = `the joined shape measures ${found.toPrecision(8)}, but ${expected.toPrecision(8)} is right`;
    } catch (error) {
      if (!(error instanceof CombineError)) throw error;
      problem = error.message;
    }
  }
  return problem;
}
