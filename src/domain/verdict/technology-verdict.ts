import { capitalised } from '../capitalised.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers } from '../coverage/layer-answers.ts';
import { technologyDefinition, technologyLabel } from '../coverage/technology.ts';
import { type LayerGroup, resolveRecipe } from '../not-spots/resolve-recipe.ts';
import { answerOfCounts, countAnswers } from './answer-counts.ts';
import { answerWords, countsWords } from './answer-words.ts';
import { anyOf, groupRowAnswer, type RowAnswer } from './row-answer.ts';
import type { TechnologyVerdict } from './verdict.ts';

/** A technology of the project with its operators' layers. */
export interface TechnologyGroups {
  readonly technology: string;
  readonly groups: readonly LayerGroup[];
}

/** The project's technologies in the order of its layers; those in `aside` (layer ids) are not asked, as in the count. */
export function technologyGroups(
  layers: readonly LayerRecord[],
  aside: ReadonlySet<string>,
): TechnologyGroups[] {
  const names = [...new Set(layers.map((layer) => layer.technology))];
  return names.map((technology) => {
    const resolved = resolveRecipe({ kind: 'at-least', name: technology, count: 1, place: 0 }, layers, aside);
    return { technology, groups: resolved.get(technology) ?? [] };
  });
}

/** Whether any operator offers the technology at a row. */
export function technologyRowAnswer(
  { groups }: TechnologyGroups,
  answers: ReadonlyMap<string, LayerAnswers>,
  row: number,
): RowAnswer {
  return anyOf(groups.map((group) => groupRowAnswer(group, answers, row)));
}

/** What some rows get of a technology. `shareWords` says what is known of a layer's area: "82.5 % of premises in Trafford". */
export function technologyVerdict(
  of: TechnologyGroups,
  answers: ReadonlyMap<string, LayerAnswers>,
  at: { readonly rows: readonly number[]; readonly units: readonly number[] },
  shareWords: (layer: LayerRecord, row: number) => string,
): TechnologyVerdict {
  const { technology, groups } = of;
  const counts = countAnswers(
    at.rows.map((row) => technologyRowAnswer(of, answers, row)),
    at.units,
  );
  const answer = answerOfCounts(counts);
  const isOne = at.rows.length === 1;
  const byGroup = isOne ? groups.map((group) => groupRowAnswer(group, answers, at.rows[0])) : [];
  const label = technologyLabel(technology);
  return {
    technology,
    label: capitalised(label),
    answer,
    words:
      isOne && groups.length > 1
        ? operatorWords(answer as RowAnswer, byGroup, whoSays(groups))
        : answerWords(answer, counts),
    more: isOne
      ? moreOfOne(of, byGroup, (layer) => shareWords(layer, at.rows[0]))
      : moreOfMany(of, { answer, counts, rows: at.rows }, shareWords),
    definition: technologyDefinition(technology) ?? '',
    counts,
  };
}

/** "operators", or "sources" where a layer is of no one company. */
function whoSays(groups: TechnologyGroups['groups']): string {
  return groups.every(({ layers }) => layers[0].operator !== null) ? 'operators' : 'sources';
}

function operatorWords(answer: RowAnswer, byGroup: readonly RowAnswer[], who: string): string {
  const yes = byGroup.filter((one) => one === 'yes').length;
  const from = who === 'operators' ? 'from' : 'by';
  const all = byGroup.length === 2 ? `both ${who}` : `all ${byGroup.length} ${who}`;
  if (answer === 'yes')
    return `Yes, ${from} ${yes === byGroup.length ? all : `${yes} of ${byGroup.length} ${who}`}`;
  if (answer === 'perhaps') return 'Perhaps';
  if (answer === 'no')
    return `No, ${byGroup.length === 2 ? 'neither' : 'none'} of the ${byGroup.length} ${who}`;
  return 'We do not know';
}

function moreOfOne(
  { groups, technology }: TechnologyGroups,
  byGroup: readonly RowAnswer[],
  shareWords: (layer: LayerRecord) => string,
): string {
  const label = technologyLabel(technology);
  const names = (wanted: RowAnswer): string[] =>
    groups.filter((_, i) => byGroup[i] === wanted).map(({ label }) => label);
  const perhaps = names('perhaps');
  const unknown = names('not-known');
  const shares = groups
    .flatMap((group, i) => (byGroup[i] === 'share' ? group.layers : []))
    .map(shareWords)
    .filter(Boolean);
  const parts: string[] = [];
  if (perhaps.length > 0)
    parts.push(
      groups.length > 1
        ? `${list(perhaps)} ${perhaps.length === 1 ? 'predicts' : 'predict'} ${label} here, but ${perhaps.length === 1 ? 'is' : 'are'} not very sure of it.`
        : `${capitalised(label)} is predicted here, but the prediction is not very sure.`,
    );
  if (shares.length > 0) parts.push(`We know only that ${list([...new Set(shares)])} ${'have it'}.`);
  if (unknown.length > 0 && groups.length > 1) parts.push(`For ${list(unknown)} we do not know.`);
  return parts.join(' ');
}

/** Shares named of several premises. */
const MOST_SHARES = 3;

function moreOfMany(
  { groups }: TechnologyGroups,
  of: Pick<TechnologyVerdict, 'answer' | 'counts'> & { readonly rows: readonly number[] },
  shareWords: (layer: LayerRecord, row: number) => string,
): string {
  if (of.answer === 'mixed') return `${capitalised(countsWords(of.counts))}.`;
  if (of.answer !== 'share') return '';
  const layers = groups.flatMap((group) => group.layers);
  const words = new Set(of.rows.flatMap((row) => layers.map((layer) => shareWords(layer, row))));
  const shares = [...words].filter(Boolean);
  if (shares.length === 0) return '';
  const more = shares.length > MOST_SHARES ? `, and ${shares.length - MOST_SHARES} more such shares` : '';
  return `We know only that ${list(shares.slice(0, MOST_SHARES))} have it${more}.`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
