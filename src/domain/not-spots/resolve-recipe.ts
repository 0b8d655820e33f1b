import type { LayerRecord } from '../coverage/layer.ts';
import { RecipeError, type RecipeNode } from './recipe.ts';

/** One operator's (or one unowned layer's) layers under a name: the group covers where any of them does. */
export interface LayerGroup {
  readonly label: string;
  readonly layers: readonly LayerRecord[];
  /** Two of the layers, the same coverage at two confidences: between them lies what is perhaps covered. */
  readonly range?: ConfidenceRange;
}

/** A pair of layers of one technology and operator: predicted at high and at very high confidence. */
export interface ConfidenceRange {
  readonly high: LayerRecord;
  readonly veryHigh: LayerRecord;
}

/** What a recipe's names stand for, per name. */
export type ResolvedNames = ReadonlyMap<string, readonly LayerGroup[]>;

/**
 * The layers behind every name of the recipe; of several under one name, those in `aside` (layer ids) are left out. Throws RecipeError naming the first unknown one and what is there.
 */
export function resolveRecipe(
  node: RecipeNode,
  layers: readonly LayerRecord[],
  aside: ReadonlySet<string> = NONE,
): ResolvedNames {
  const resolved = new Map<string, readonly LayerGroup[]>();
  for (const { name, place } of namesIn(node)) {
    if (resolved.has(name)) continue;
    const found = layersNamed(name, layers);
    if (found.length === 0) {
      const known = recipeNames(layers);
      const list = known.length ? `Known here: ${known.join(', ')}.` : 'No coverage is loaded yet.';
      throw new RecipeError(`There is no layer or technology called "${name}". ${list}`, place);
    }
    resolved.set(name, groupsOf(found.length > 1 ? found.filter(({ id }) => !aside.has(id)) : found));
  }
  return resolved;
}

const NONE: ReadonlySet<string> = new Set();

/** Layers a name stands for: a technology, else a key, else technology with operator, else technology with confidence. */
export function layersNamed(name: string, layers: readonly LayerRecord[]): readonly LayerRecord[] {
  const wanted = name.toLowerCase();
  const rules: ((layer: LayerRecord) => string | null)[] = [
    // First, so that a layer whose key is just "gigabit" does not hide the others of that technology.
    (layer) => layer.technology,
    (layer) => layer.key,
    (layer) => (layer.operator ? `${layer.technology}-${wordOf(layer.operator)}` : null),
    (layer) => (layer.confidence ? `${layer.technology}-${layer.confidence}` : null),
  ];
  for (const rule of rules) {
    const found = layers.filter((layer) => rule(layer)?.toLowerCase() === wanted);
    if (found.length) return found;
  }
  return [];
}

/** Every name a recipe may use with these layers, technologies first. */
export function recipeNames(layers: readonly LayerRecord[]): string[] {
  const names = new Set<string>();
  for (const layer of layers) names.add(layer.technology);
  for (const layer of layers) if (layer.confidence) names.add(`${layer.technology}-${layer.confidence}`);
  for (const layer of layers) names.add(layer.key.toLowerCase());
  return [...names];
}

/**
 * Operators of a technology are counted once, however many layers each has; a layer of no operator counts by itself,
 * unless it is one of a pair of confidences.
 */
function groupsOf(layers: readonly LayerRecord[]): LayerGroup[] {
  const groups = new Map<string, LayerRecord[]>();
  const pairs = new Set(
    [...new Set(layers.map((layer) => layer.technology))].filter((technology) =>
      rangeOf(layers.filter((layer) => layer.technology === technology && layer.operator === null)),
    ),
  );
  for (const layer of layers) {
    const isPaired = layer.operator === null && layer.confidence !== null && pairs.has(layer.technology);
    const id = isPaired
      ? `confidences ${layer.technology}`
      : layer.operator === null
        ? `layer ${layer.id}`
        : `operator ${layer.operator.toLowerCase()}`;
    const group = groups.get(id);
    if (group) group.push(layer);
    else groups.set(id, [layer]);
  }
  return [...groups.values()].map((members) => {
    const range = rangeOf(members);
    return {
      label: members[0].operator ?? members[0].name,
      layers: members,
      ...(range ? { range } : {}),
    };
  });
}

/** The pair of confidences among layers of one technology and operator, where there is exactly one of each. */
function rangeOf(layers: readonly LayerRecord[]): ConfidenceRange | null {
  const high = layers.filter((layer) => layer.confidence === 'high');
  const veryHigh = layers.filter((layer) => layer.confidence === 'very-high');
  if (high.length !== 1 || veryHigh.length !== 1) return null;
  return high[0].technology === veryHigh[0].technology ? { high: high[0], veryHigh: veryHigh[0] } : null;
}

function* namesIn(node: RecipeNode): Generator<{ name: string; place: number }> {
  if (node.kind === 'at-least') yield node;
  else if (node.kind === 'not') yield* namesIn(node.node);
  else for (const part of node.nodes) yield* namesIn(part);
}

function wordOf(operator: string): string {
  return operator.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
