import type { RecipeNode } from '../not-spots/recipe.ts';
import type { LayerGroup, ResolvedNames } from '../not-spots/resolve-recipe.ts';

/** Where something is true, and where it is false; elsewhere it is not known (Kleene). The two never overlap. */
export interface SurfaceTruth<V> {
  readonly isTrue: V;
  readonly isFalse: V;
}

/** Sets of places: shapes, or yes and no at one place. */
export interface SetAlgebra<V> {
  readonly none: V;
  readonly all: V;
  or(one: V, other: V): V;
  and(one: V, other: V): V;
  minus(one: V, other: V): V;
}

/** As in crisp-truth.ts: which of two confidences is believed; with 'sure' what only the weaker covers is not known. */
export type SurfaceGrade = 'high' | 'very-high' | 'sure';

/** A recipe's truth, from that of its layers. The same rules as for premises (crisp-truth.ts), for sets of any kind. */
export function surfaceTruth<V>(
  node: RecipeNode,
  names: ResolvedNames,
  ofLayer: (layerId: string) => SurfaceTruth<V>,
  algebra: SetAlgebra<V>,
  grade: SurfaceGrade,
): SurfaceTruth<V> {
  switch (node.kind) {
    case 'at-least': {
      const groups = names.get(node.name) ?? [];
      const needed = node.count === 'all' ? groups.length : node.count;
      return atLeast(
        groups.map((group) => groupTruth(group, ofLayer, algebra, grade)),
        needed,
        algebra,
      );
    }
    case 'not': {
      const { isTrue, isFalse } = surfaceTruth(node.node, names, ofLayer, algebra, grade);
      return { isTrue: isFalse, isFalse: isTrue };
    }
    case 'and':
    case 'or': {
      const parts = node.nodes.map((part) => surfaceTruth(part, names, ofLayer, algebra, grade));
      return atLeast(parts, node.kind === 'and' ? parts.length : 1, algebra);
    }
  }
}

/** Covered where any of its layers covers, not covered where all of them say so. */
export function groupTruth<V>(
  group: LayerGroup,
  ofLayer: (layerId: string) => SurfaceTruth<V>,
  algebra: SetAlgebra<V>,
  grade: SurfaceGrade,
): SurfaceTruth<V> {
  const { range } = group;
  const parts = group.layers
    .filter((layer) => layer !== range?.high && layer !== range?.veryHigh)
    .map((layer) => ofLayer(layer.id));
  if (range) parts.push(rangeTruth(ofLayer(range.high.id), ofLayer(range.veryHigh.id), algebra, grade));
  return parts.length === 1 ? parts[0] : atLeast(parts, 1, algebra);
}

/** What is covered at very high confidence is at high, and what is not covered at high is not at very high. */
function rangeTruth<V>(
  high: SurfaceTruth<V>,
  veryHigh: SurfaceTruth<V>,
  algebra: SetAlgebra<V>,
  grade: SurfaceGrade,
): SurfaceTruth<V> {
  const isTrue = grade === 'high' ? algebra.or(high.isTrue, veryHigh.isTrue) : veryHigh.isTrue;
  const never = algebra.minus(high.isFalse, veryHigh.isTrue);
  return { isTrue, isFalse: grade === 'very-high' ? algebra.or(never, veryHigh.isFalse) : never };
}

/** At least `needed` of the parts are true; false where at least all but `needed` − 1 of them are false. */
function atLeast<V>(
  parts: readonly SurfaceTruth<V>[],
  needed: number,
  algebra: SetAlgebra<V>,
): SurfaceTruth<V> {
  return {
    isTrue: atLeastOf(
      parts.map(({ isTrue }) => isTrue),
      needed,
      algebra,
    ),
    isFalse: atLeastOf(
      parts.map(({ isFalse }) => isFalse),
      parts.length - needed + 1,
      algebra,
    ),
  };
}

/** Where at least `needed` of the sets hold: after each set, found[k] is where at least k of those so far do. */
function atLeastOf<V>(sets: readonly V[], needed: number, algebra: SetAlgebra<V>): V {
  if (needed <= 0) return algebra.all;
  if (needed > sets.length) return algebra.none;
  const found: V[] = [algebra.all, ...Array.from({ length: needed }, () => algebra.none)];
  for (const [i, set] of sets.entries()) {
    // Fewer than needed − (sets still to come) can no longer count.
    const least = Math.max(1, needed - (sets.length - 1 - i));
    for (let k = Math.min(needed, i + 1); k >= least; k--)
      found[k] = algebra.or(found[k], algebra.and(found[k - 1], set));
  }
  return found[needed];
}
