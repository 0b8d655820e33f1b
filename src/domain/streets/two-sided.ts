import type { LineFacts } from './line-facts.ts';
import { FOOTWAY_METRES } from './street-class.ts';

/** How far from its centre line the footways of a street are laid. */
export interface TwoSides {
  /** From the centre line to the middle of either footway. */
  readonly offsetMetres: number;
  /** True: the file says that there are footways. False: taken for granted by class. */
  readonly isStated: boolean;
}

/**
 * Where a line has a footway on both sides: a street whose file says so, or whose class has them where it says nothing. null:
 * one edge along the centre, as for paths, streets of unknown class, and streets with one footway, none, or footways that are lines of their own.
 */
export function twoSides(facts: LineFacts): TwoSides | null {
  const { streetClass, widthMetres, footways, isPartOfJunction } = facts;
  if (streetClass !== null && streetClass.use !== 'dug') return null;
  const across = widthMetres ?? streetClass?.carriagewayMetres ?? null;
  if (across === null) return null;
  const isAssumed =
    footways === null && !isPartOfJunction && (streetClass?.carriagewayMetres ?? null) !== null;
  if (footways !== 'both' && !isAssumed) return null;
  return { offsetMetres: across / 2 + FOOTWAY_METRES / 2, isStated: footways === 'both' };
}
