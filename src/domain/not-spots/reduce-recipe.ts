import type { LayerAnswers, ShareAnswers } from '../coverage/layer-answers.ts';
import { BY_SHARE, COVERED, NOT_KNOWN, PERHAPS, PERHAPS_OR_SHARE } from './group-code.ts';
import { between, countsPercent, type OperatorCounts } from './operator-counts.ts';
import type { RecipeNode } from './recipe.ts';
import type { LayerGroup, ResolvedNames } from './resolve-recipe.ts';
import { atLeastOf, type CountInterval, complement, percentInterval } from './share-band.ts';

/** What a recipe comes to for premises with the same crisp answers. `id` is equal where the rest is the same question. */
export type Reduced =
  | { readonly kind: 'yes' | 'no' | 'not-known' }
  | {
      readonly kind: 'shares';
      readonly id: string;
      readonly layers: readonly ShareAnswers[];
      /** Where the rest is only about how many operators one layer counts: such questions combine exactly. */
      readonly counts?: OperatorCounts;
      bound(at: AreaBounds): CountInterval;
    };

/** The shares at one place: out of `units`. */
export interface AreaBounds {
  readonly units: number;
  areaOf(layer: ShareAnswers): number;
  /** Units of the place with a property that this percentage of the layer's area has. */
  unitsOf(layer: ShareAnswers, percent: CountInterval): CountInterval;
}

/** The recipe for premises whose groups have these codes: what only shares and confidences can decide is left. */
export function reduceRecipe(
  node: RecipeNode,
  names: ResolvedNames,
  groups: readonly LayerGroup[],
  codes: Uint8Array,
  answers: ReadonlyMap<string, LayerAnswers>,
): Reduced {
  switch (node.kind) {
    case 'at-least': {
      const mine = names.get(node.name) ?? [];
      const partOf = (group: LayerGroup, atLeast: number | 'all'): Reduced => {
        const code = codes[groups.indexOf(group)];
        if (code === BY_SHARE || code === PERHAPS || code === PERHAPS_OR_SHARE)
          return groupRest(group, code, answers, atLeast);
        return { kind: code === COVERED ? 'yes' : code === NOT_KNOWN ? 'not-known' : 'no' };
      };
      // Layers that tell how many operators cover answer "at least two" by themselves; any other group is one operator.
      const tellers = mine.filter((group) => countsOf(group, answers) !== null);
      if (tellers.length > 0 && node.count !== 1)
        return joined(
          tellers.map((group) => partOf(group, node.count)),
          1,
        );
      return joined(
        mine.map((group) => partOf(group, 1)),
        node.count === 'all' ? mine.length : node.count,
      );
    }
    case 'not':
      return negated(reduceRecipe(node.node, names, groups, codes, answers));
    case 'and':
    case 'or': {
      const parts = node.nodes.map((part) => reduceRecipe(part, names, groups, codes, answers));
      return joined(parts, node.kind === 'and' ? parts.length : 1);
    }
  }
}

/** What only shares and confidences can decide of a group. */
function groupRest(
  group: LayerGroup,
  code: number,
  answers: ReadonlyMap<string, LayerAnswers>,
  atLeast: number | 'all',
): Reduced {
  const counts = countsOf(group, answers);
  if (counts) {
    const needed = atLeast === 'all' ? counts.wanted.length - 1 : atLeast;
    return countsPart({ ...counts, wanted: counts.wanted.map((_, n) => n >= needed) });
  }
  const { range } = group;
  const leaves: Reduced[] = [];
  if (code !== BY_SHARE) leaves.push(PERHAPS_PART);
  const [high, veryHigh] = range ? [answers.get(range.high.id), answers.get(range.veryHigh.id)] : [];
  const ranged = high?.kind === 'share' && veryHigh?.kind === 'share' ? { high, veryHigh } : null;
  if (ranged) leaves.push(rangePart(`range of ${range?.high.id}`, ranged.high, ranged.veryHigh));
  for (const layer of group.layers) {
    const answer = answers.get(layer.id);
    if (answer?.kind !== 'share' || answer === ranged?.high || answer === ranged?.veryHigh) continue;
    leaves.push({
      kind: 'shares',
      id: layer.id,
      layers: [answer],
      bound: (at) => at.unitsOf(answer, percentInterval(answer.percent[at.areaOf(answer)], answer.step)),
    });
  }
  return joined(leaves, 1);
}

/** A premises covered at one confidence and not at the other: at worst none of them is, at best all. */
const PERHAPS_PART: Reduced = {
  kind: 'shares',
  id: 'perhaps',
  layers: [],
  bound: ({ units }) => ({ low: 0, mid: units / 2, high: units }),
};

function rangePart(id: string, high: ShareAnswers, veryHigh: ShareAnswers): Reduced {
  const at100 = (shares: ShareAnswers, area: number): CountInterval =>
    percentInterval(shares.percent[area], shares.step);
  return {
    kind: 'shares',
    id,
    layers: [veryHigh, high],
    bound: (at) =>
      at.unitsOf(veryHigh, between(at100(veryHigh, at.areaOf(veryHigh)), at100(high, at.areaOf(high)))),
  };
}

/** The layers of a group that tell how many operators cover; null where it has none. Wants any operator. */
function countsOf(group: LayerGroup, answers: ReadonlyMap<string, LayerAnswers>): OperatorCounts | null {
  const telling = group.layers.flatMap((layer) => {
    const answer = answers.get(layer.id);
    return answer?.kind === 'share' && answer.exactly
      ? [{ layer, answer, numbers: answer.exactly.length }]
      : [];
  });
  if (telling.length === 0) return null;
  const [first] = telling;
  const high = telling.find(({ layer }) => layer === group.range?.high) ?? first;
  const veryHigh = telling.find(({ layer }) => layer === group.range?.veryHigh) ?? high;
  if (high.numbers !== veryHigh.numbers) return null;
  const wanted = Array.from({ length: high.numbers }, (_, n) => n >= 1);
  return { id: high.layer.id, veryHigh: veryHigh.answer, high: high.answer, wanted };
}

function countsPart(counts: OperatorCounts): Reduced {
  if (!counts.wanted.includes(true)) return { kind: 'no' };
  if (!counts.wanted.includes(false)) return { kind: 'yes' };
  const { veryHigh, high } = counts;
  return {
    kind: 'shares',
    id: `${counts.id}:${counts.wanted.map(Number).join('')}`,
    layers: veryHigh === high ? [high] : [veryHigh, high],
    counts,
    bound: (at) =>
      at.unitsOf(
        veryHigh,
        countsPercent(counts, (shares) => at.areaOf(shares)),
      ),
  };
}

function negated(reduced: Reduced): Reduced {
  if (reduced.kind !== 'shares') {
    return reduced.kind === 'yes' ? { kind: 'no' } : reduced.kind === 'no' ? { kind: 'yes' } : reduced;
  }
  const { counts } = reduced;
  if (counts) return countsPart({ ...counts, wanted: counts.wanted.map((one) => !one) });
  return { ...reduced, id: `not(${reduced.id})`, bound: (at) => complement(reduced.bound(at), at.units) };
}

/** At least `needed` of the parts hold. A part not known that could still decide makes the whole not known. */
function joined(given: readonly Reduced[], needed: number): Reduced {
  const parts = withCountsJoined(given, needed === given.length ? 'and' : needed === 1 ? 'or' : null);
  const left =
    (needed === given.length ? parts.length : needed) - parts.filter((part) => part.kind === 'yes').length;
  const unknown = parts.filter((part) => part.kind === 'not-known').length;
  const shares = parts.filter((part) => part.kind === 'shares');
  if (left <= 0) return { kind: 'yes' };
  if (left > unknown + shares.length) return { kind: 'no' };
  if (unknown > 0) return { kind: 'not-known' };
  if (shares.length === 1) return shares[0];
  return {
    kind: 'shares',
    id: `${left} of (${shares.map((part) => part.id).join(', ')})`,
    layers: [...new Set(shares.flatMap((part) => part.layers))],
    bound: (at) =>
      atLeastOf(
        shares.map((part) => part.bound(at)),
        left,
        at.units,
      ),
  };
}

/** Questions about one layer's number of operators as one question: "some" and "not all" are exactly 1 … all but one. */
function withCountsJoined(parts: readonly Reduced[], how: 'and' | 'or' | null): readonly Reduced[] {
  if (how === null || parts.filter((part) => part.kind === 'shares' && part.counts).length < 2) return parts;
  const byLayer = new Map<string, OperatorCounts>();
  const others: Reduced[] = [];
  for (const part of parts) {
    const counts = part.kind === 'shares' ? part.counts : undefined;
    if (!counts) {
      others.push(part);
      continue;
    }
    const known = byLayer.get(counts.id);
    const wanted = known
      ? known.wanted.map((one, n) => (how === 'and' ? one && counts.wanted[n] : one || counts.wanted[n]))
      : counts.wanted;
    byLayer.set(counts.id, { ...counts, wanted });
  }
  return [...others, ...[...byLayer.values()].map(countsPart)];
}
