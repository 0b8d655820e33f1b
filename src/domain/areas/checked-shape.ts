import { CombineError, joinInTree, snapped } from './combine-shapes.ts';
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

/** In turn, until the area agrees: as given; each shape joined in a tree first; the same on a fine grid of positions. */
const WAYS: readonly ((shape: Shape) => Shape)[] = [
  (shape) => shape,
  joinInTree,
  (shape) => joinInTree(snapped(shape, SNAP)),
];

/**
 * What `make` makes of its shapes, each passed through `prepare` first, if its area is right; else why it could not be
 * made right, as words: never a wrong shape.
 */
export function checkedShape(
  make: (prepare: (shape: Shape) => Shape) => Shape,
  { expected, tolerance, areaOf, isOver }: AreaCheck,
): Shape | string {
  let problem = '';
  for (const prepare of WAYS) {
    if (isOver()) return problem || 'it took too long';
    try {
      const prepared = new Map<Shape, Shape>();
      const shape = make((part) => {
        const ready = prepared.get(part) ?? prepare(part);
        prepared.set(part, ready);
        return ready;
      });
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
