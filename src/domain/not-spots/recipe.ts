/**
 * A not-spot definition as a tree. Leaves ask how many operators (or layers of no operator) of a named technology or
 * layer reach the premises; 'no gigabit' is not(at least 1 of gigabit).
 */
export type RecipeNode =
  | {
      readonly kind: 'at-least';
      readonly name: string;
      readonly count: number | 'all';
      readonly place: number;
    }
  | { readonly kind: 'not'; readonly node: RecipeNode }
  | { readonly kind: 'and'; readonly nodes: readonly RecipeNode[] }
  | { readonly kind: 'or'; readonly nodes: readonly RecipeNode[] };

/** A recipe that cannot be read: `place` is the 0-based character, `message` says what and what to write instead. */
export class RecipeError extends Error {
  readonly place: number;

  constructor(message: string, place: number) {
    super(message);
    this.name = 'RecipeError';
    this.place = place;
  }
}
