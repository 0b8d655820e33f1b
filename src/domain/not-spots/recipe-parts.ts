import type { RecipeNode } from './recipe.ts';

/** A lack: fewer than `below` operators of `name`; 1 is "none at all", 'all' is "not every one of them". */
export interface RecipePart {
  readonly name: string;
  readonly below: number | 'all';
}

/** The recipes that choices can build: lacks joined by one word. 'and': everything is lacking; 'or': something is. */
export interface RecipeParts {
  readonly join: 'and' | 'or';
  readonly parts: readonly RecipePart[];
}

/** The recipe as choices, or null where it says more than choices can. */
export function recipeParts(node: RecipeNode): RecipeParts | null {
  const join = node.kind === 'or' ? 'or' : 'and';
  const nodes = node.kind === 'and' || node.kind === 'or' ? node.nodes : [node];
  const parts = nodes.map((one): RecipePart | null => {
    if (one.kind !== 'not' || one.node.kind !== 'at-least') return null;
    return { name: one.node.name, below: one.node.count };
  });
  return parts.every((part) => part !== null) ? { join, parts } : null;
}

/** The choices in the recipe language; reading it back gives the same choices. */
export function recipeOfParts({ join, parts }: RecipeParts): string {
  return parts
    .map(({ name, below }) => (below === 1 ? `no ${name}` : `${name} < ${below} operators`))
    .join(` ${join} `);
}
