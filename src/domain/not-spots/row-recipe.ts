import type { LayerAnswers } from '../coverage/layer-answers.ts';
import { groupRowAnswer } from '../verdict/row-answer.ts';
import type { RecipeNode } from './recipe.ts';
import type { ResolvedNames } from './resolve-recipe.ts';

/**
 * A recipe's truth for one row by Kleene's three values, walked from the tree: slow, and nothing else than the definition.
 * Only for crisp answers of one confidence; a share or a second confidence counts as not known here.
 */
export function rowRecipe(
  node: RecipeNode,
  names: ResolvedNames,
  answers: ReadonlyMap<string, LayerAnswers>,
  row: number,
): 'yes' | 'no' | 'not-known' {
  switch (node.kind) {
    case 'at-least': {
      const each = (names.get(node.name) ?? []).map((group) => groupRowAnswer(group, answers, row));
      const needed = node.count === 'all' ? each.length : node.count;
      if (each.filter((one) => one === 'yes').length >= needed) return 'yes';
      return each.filter((one) => one !== 'no').length < needed ? 'no' : 'not-known';
    }
    case 'not': {
      const inner = rowRecipe(node.node, names, answers, row);
      return inner === 'not-known' ? inner : inner === 'yes' ? 'no' : 'yes';
    }
    case 'and':
    case 'or': {
      const parts = node.nodes.map((part) => rowRecipe(part, names, answers, row));
      const decides = node.kind === 'and' ? 'no' : 'yes';
      if (parts.includes(decides)) return decides;
      return parts.includes('not-known') ? 'not-known' : node.kind === 'and' ? 'yes' : 'no';
    }
  }
}
