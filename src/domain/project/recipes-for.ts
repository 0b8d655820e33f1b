import type { LayerRecord } from '../coverage/layer.ts';
import { operatorNames } from '../coverage/operator-names.ts';
import { technologyLabel } from '../coverage/technology.ts';
import { recipeNames } from '../not-spots/resolve-recipe.ts';
import type { Recipe } from './project.ts';

/** The recipes with which these layers can be asked, the most telling first. */
export function recipesFor(layers: readonly LayerRecord[]): Recipe[] {
  const has = (name: string): boolean => layers.some((layer) => layer.technology === name);
  const recipes: Recipe[] = [];
  const add = (id: string, name: string, text: string): void => void recipes.push({ id, name, text });
  if (has('gigabit') && has('5g')) add('double', 'Double not-spot', 'no gigabit and no 5g');
  if (has('gigabit')) add('no-gigabit', 'No gigabit', 'no gigabit');
  if (has('superfast')) add('no-superfast', 'No superfast', 'no superfast');
  for (const name of ['5g', '4g']) {
    const label = technologyLabel(name);
    const several = operatorNames(layers.filter((layer) => layer.technology === name)).length > 1;
    if (has(name)) add(`no-${name}`, `No ${label} from any operator (total not-spot)`, `no ${name}`);
    if (!several) continue;
    const partial = `${label}, but not from all operators (partial not-spot)`;
    add(`partial-${name}`, partial, `${name} and ${name} < all operators`);
    add(`not-all-${name}`, `${label} missing from some operator`, `${name} < all operators`);
  }
  if (has('gigabit') && has('radio'))
    add('no-gigabit-no-radio', 'Neither gigabit nor rooftop radio', 'no gigabit and no radio');
  if (recipes.length === 0)
    for (const name of recipeNames(layers).slice(0, 1)) add(`no-${name}`, `No ${name}`, `no ${name}`);
  return recipes;
}
