import type { LayerRecord } from '../coverage/layer.ts';
import { operatorNames } from '../coverage/operator-names.ts';
import { technologyLabel } from '../coverage/technology.ts';
import { asideWords, type LayerAside } from '../not-spots/layers-aside.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import type { RecipeNode } from '../not-spots/recipe.ts';
import { recipeWords } from '../not-spots/recipe-words.ts';
import {
  type LayerGroup,
  layersNamed,
  type ResolvedNames,
  resolveRecipe,
} from '../not-spots/resolve-recipe.ts';
import type { AreaRefusal } from './area-analysis.ts';

/** What is asked of every place. */
export interface AreaQuestion {
  readonly node: RecipeNode;
  readonly names: ResolvedNames;
  readonly words: string;
  /** Whether some coverage comes at two confidences. */
  readonly hasRange: boolean;
  /** False where a layer of the recipe has no surface. */
  readonly canDraw: boolean;
  readonly technologies: readonly OperatorQuestion[];
  readonly refusals: readonly AreaRefusal[];
  /** Sentences about the layers that are left aside for finer ones. */
  readonly leftAside: readonly string[];
  /** Layers that the answers depend on: all of them footprints. */
  readonly layers: readonly LayerRecord[];
}

/** A technology whose operators are counted place by place. */
export interface OperatorQuestion {
  readonly technology: string;
  readonly label: string;
  readonly operators: readonly LayerGroup[];
}

/**
 * Reads a recipe over a project's layers. `aside`: what layersAside leaves out of the count. Throws RecipeError where it
 * cannot be read.
 */
export function areaQuestion(
  recipeText: string,
  layers: readonly LayerRecord[],
  aside: readonly LayerAside[] = [],
): AreaQuestion {
  const node = parseRecipe(recipeText);
  const names = resolveRecipe(node, layers, new Set(aside.map(({ layer }) => layer.id)));
  const asked = [...names.values()].flat().flatMap((group) => group.layers);
  const canDraw = asked.every(({ shape }) => shape === 'polygons');
  const left = aside.filter(({ layer, finer }) => asked.includes(finer) && !asked.includes(layer));
  const spoken = layers.filter((layer) => asked.includes(layer) || !aside.some((one) => one.layer === layer));
  const technologies = [...new Set(layers.map(({ technology }) => technology))];
  const questions = technologies.flatMap((technology) => operatorQuestion(technology, layers));
  const used = new Set([
    ...(canDraw ? asked : []),
    ...questions.flatMap(({ operators }) => operators.flatMap((group) => group.layers)),
  ]);
  return {
    node,
    names,
    words: recipeWords(node),
    hasRange: [...names.values()].flat().some((group) => group.range),
    canDraw,
    technologies: questions,
    refusals: technologies.flatMap((technology) => refusal(technology, spoken, asked)),
    leftAside: left.map(asideWords),
    layers: layers.filter((layer) => used.has(layer)),
  };
}

function operatorQuestion(technology: string, layers: readonly LayerRecord[]): OperatorQuestion[] {
  const mine = layersNamed(technology, layers).filter((layer) => layer.operator !== null);
  if (operatorNames(mine).length < 2 || mine.some(({ shape }) => shape !== 'polygons')) return [];
  const node: RecipeNode = { kind: 'at-least', name: technology, count: 1, place: 0 };
  const operators = resolveRecipe(node, mine).get(technology) ?? [];
  return [{ technology, label: technologyLabel(technology), operators }];
}

function refusal(
  technology: string,
  layers: readonly LayerRecord[],
  asked: readonly LayerRecord[],
): AreaRefusal[] {
  const mine = layers.filter((layer) => layer.technology === technology);
  const without = mine.filter(({ shape }) => shape !== 'polygons');
  if (without.length === 0) return [];
  const label = technologyLabel(technology);
  const records = without.filter(({ shape }) => shape === 'records');
  const why =
    records.length > 0
      ? `${nameList(records)}: records say which premises are served, not where the signal or network ends.`
      : `${nameList(without)}: shares say how much of an area is covered, not which part of it.`;
  return [
    {
      technology,
      label,
      isAsked: without.some((layer) => asked.includes(layer)),
      why,
      remedy: `Load ${label} as outlines (GeoJSON, Shapefile, GeoPackage or KML), or ${otherDefinition(label, mine)}.`,
    },
  ];
}

/** A definition can ask for the outlines alone, by their own name in recipes; "without gigabit" would be "no gigabit". */
function otherDefinition(label: string, layers: readonly LayerRecord[]): string {
  const outlines = layers.find(({ shape, key, technology }) => shape === 'polygons' && key !== technology);
  return outlines
    ? `write a definition that asks for its outlines only: “no ${outlines.key}”`
    : `choose a definition that does not ask about ${label}`;
}

function nameList(layers: readonly LayerRecord[]): string {
  const names = layers.map(({ name }) => name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
