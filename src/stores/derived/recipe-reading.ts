import { capitalised } from '../../domain/capitalised.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { operatorNames } from '../../domain/coverage/operator-names.ts';
import { layerLabel, technologyDefinition, technologyLabel } from '../../domain/coverage/technology.ts';
import { parseRecipe } from '../../domain/not-spots/parse-recipe.ts';
import { RecipeError } from '../../domain/not-spots/recipe.ts';
import { type RecipeParts, recipeOfParts, recipeParts } from '../../domain/not-spots/recipe-parts.ts';
import { recipeWords } from '../../domain/not-spots/recipe-words.ts';
import { layersNamed, recipeNames, resolveRecipe } from '../../domain/not-spots/resolve-recipe.ts';
import type { Recipe } from '../../domain/project/project.ts';

/** What a recipe's text means with these layers, or what is wrong with it. */
export type RecipeReading =
  | { readonly ok: true; readonly words: string; readonly parts: RecipeParts | null }
  | { readonly ok: false; readonly message: string; readonly place: number };

/** Reads a recipe while it is typed. Never throws. */
export function readRecipe(text: string, layers: readonly LayerRecord[]): RecipeReading {
  try {
    const node = parseRecipe(text);
    resolveRecipe(node, layers);
    return { ok: true, words: recipeWords(node), parts: recipeParts(node) };
  } catch (error) {
    if (error instanceof RecipeError) return { ok: false, message: error.message, place: error.place };
    throw error;
  }
}

/** What a list calls a recipe: its name, or what it means in words where it was never given one. */
export function recipeLabel({ name, text }: Recipe, layers: readonly LayerRecord[]): string {
  if (name !== text) return name;
  const reading = readRecipe(text, layers);
  return reading.ok ? capitalised(reading.words) : name;
}

/** A name that recipes may use. */
export interface RecipeName {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
  /** How many operators it counts; 0 where its layers are of no company. */
  readonly operators: number;
  readonly kind: 'technology' | 'confidence' | 'layer';
}

/** Every name the loaded layers give, technologies first. */
export function namesForRecipes(layers: readonly LayerRecord[]): RecipeName[] {
  return recipeNames(layers).map((name): RecipeName => {
    const meant = layersNamed(name, layers);
    const operators = operatorNames(meant).length;
    const technology = layers.some((layer) => layer.technology === name);
    if (technology) {
      return {
        name,
        label: technologyLabel(name),
        meaning: technologyDefinition(name) ?? '',
        operators,
        kind: 'technology',
      };
    }
    const [first] = meant;
    if (meant.length > 1 && first.confidence) {
      const grade = first.confidence === 'high' ? 'high confidence' : 'very high confidence';
      return {
        name,
        label: `${technologyLabel(first.technology)}, ${grade}`,
        meaning: first.definition,
        operators,
        kind: 'confidence',
      };
    }
    return { name, label: layerLabel(first), meaning: first.name, operators, kind: 'layer' };
  });
}

/** Choices as text in the recipe language. */
export function recipeFrom(parts: RecipeParts): string {
  return recipeOfParts(parts);
}
