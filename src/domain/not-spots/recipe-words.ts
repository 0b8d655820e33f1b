import { technologyLabel } from '../coverage/technology.ts';
import type { RecipeNode } from './recipe.ts';

/** The recipe as words that follow "have": "neither gigabit nor 5G", "5G from fewer than two operators". */
export function recipeWords(node: RecipeNode): string {
  switch (node.kind) {
    case 'at-least':
      return node.count === 1
        ? technologyLabel(node.name)
        : `${technologyLabel(node.name)} from ${countWords(node.count)}`;
    case 'not':
      return wordsOfNot(node.node);
    case 'and': {
      const denied = node.nodes.map(deniedName);
      if (denied.every((name) => name !== null)) return neither(denied);
      const partial = partialName(node.nodes);
      if (partial !== null) return `${partial} from some operators but not all`;
      return node.nodes.map(bracketed).join(' and ');
    }
    case 'or':
      return node.nodes.map(bracketed).join(' or ');
  }
}

function wordsOfNot(node: RecipeNode): string {
  if (node.kind === 'at-least') {
    if (node.count === 1) return `no ${technologyLabel(node.name)}`;
    if (node.count === 'all') return `no ${technologyLabel(node.name)} from at least one operator`;
    return `${technologyLabel(node.name)} from fewer than ${numberWord(node.count)} operators`;
  }
  if (node.kind === 'or') {
    const names = node.nodes.map((part) =>
      part.kind === 'at-least' && part.count === 1 ? technologyLabel(part.name) : null,
    );
    if (names.every((name) => name !== null)) return neither(names);
  }
  return `not (${recipeWords(node)})`;
}

function neither(names: readonly (string | null)[]): string {
  if (names.length === 2) return `neither ${names[0]} nor ${names[1]}`;
  return `none of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function deniedName(node: RecipeNode): string | null {
  const inner = node.kind === 'not' ? node.node : null;
  return inner?.kind === 'at-least' && inner.count === 1 ? technologyLabel(inner.name) : null;
}

/** The technology of "some operators, but not all of them"; null where the recipe says something else. */
function partialName(nodes: readonly RecipeNode[]): string | null {
  const [some, lack] = nodes;
  if (nodes.length !== 2 || some.kind !== 'at-least' || some.count !== 1 || lack.kind !== 'not') return null;
  const all = lack.node;
  if (all.kind !== 'at-least' || all.count !== 'all' || all.name !== some.name) return null;
  return technologyLabel(some.name);
}

function bracketed(node: RecipeNode): string {
  return node.kind === 'and' || node.kind === 'or' ? `(${recipeWords(node)})` : recipeWords(node);
}

function countWords(count: number | 'all'): string {
  return count === 'all' ? 'all operators' : `at least ${numberWord(count)} operators`;
}

function numberWord(count: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? String(count)
  );
}
