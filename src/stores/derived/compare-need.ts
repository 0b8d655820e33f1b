import type { Comparison, NeedOutcome } from '../../domain/compare/comparison.ts';
import type { NeedChoice } from '../../domain/need/need-choice.ts';
import type { NeedColumn } from '../../domain/need/need-columns.ts';
import type { NeedRanking } from '../../domain/need/need-ranking.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { moveText } from './compare-wards.ts';
import { rankWords } from './ordinal.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** A column to weigh by, in a list. */
export interface NeedOption {
  readonly key: string;
  readonly label: string;
  readonly column: NeedColumn;
}

/** The ranking with and without need, ready to print. */
export interface NeedView {
  readonly title: string;
  readonly way: string;
  readonly weightWords: string;
  readonly withoutWords: string;
  /** Which wards rank differently by need, in a sentence. */
  readonly movedWords: string;
  readonly lines: readonly NeedLine[];
  readonly source: SourceText;
  /** Why no ward is ranked; null where they are. */
  readonly notRanked: string | null;
}

export interface NeedLine {
  readonly key: string;
  readonly label: string;
  /** Places without and with need; null where it has none. */
  readonly before: number | null;
  readonly after: number | null;
  readonly plainRank: string;
  readonly weightedRank: string;
  /** Expected not-spots, and weighed. */
  readonly plain: string;
  readonly weighted: string;
  readonly move: string;
}

/** The columns that can be chosen, by file. */
export function needOptions({ needColumns }: Comparison): { fileName: string; options: NeedOption[] }[] {
  const files = new Map<string, NeedOption[]>();
  for (const column of needColumns) {
    const filter = column.where.map(({ values }) => values.join(', ')).join(', ');
    const options = files.get(column.fileName) ?? [];
    options.push({
      key: needKey(column),
      label: `${column.column}${filter === '' ? '' : ` (${filter})`}, by ${column.kind}`,
      column,
    });
    files.set(column.fileName, options);
  }
  return [...files].map(([fileName, options]) => ({ fileName, options }));
}

/** One name for a choice of column and rows. */
export function needKey({
  contentId,
  codeColumn,
  column,
  where,
}: Pick<NeedChoice, 'contentId' | 'codeColumn' | 'column' | 'where'>): string {
  return JSON.stringify([contentId, codeColumn, column, where]);
}

/** The two rankings side by side, in the order with need; null where nothing is weighed. */
export function needView(need: NeedOutcome | null, analysis: Analysis): NeedView | null {
  if (need?.kind !== 'ranked') return null;
  const { ranking, weights, choice, source, fileName } = need;
  const { unit, ranksWards } = analysis;
  const total = ranking.plain.length - 1;
  const lines = ranking.wards.map(
    (ward, i): NeedLine => ({
      key: analysis.wardCodes[i],
      label: analysis.wardNames[i] || analysis.wardCodes[i],
      before: ward.plain?.rank ?? null,
      after: ward.weighted?.rank ?? null,
      plainRank: ward.plain ? rankWords(ward.plain.rank, ward.plain.sharing) : '–',
      weightedRank: ward.weighted ? rankWords(ward.weighted.rank, ward.weighted.sharing) : '–',
      plain: count(ranking.plain[i]),
      weighted: count(ranking.weighted[i]),
      move: ward.weighted ? moveText(ward.move) : '',
    }),
  );
  const without = ranking.withoutValue[total];
  return {
    title: `${choice.column} (${choice.higherMeansMore ? 'more means more need' : 'less means more need'}), ${fileName}`,
    way: weights.way,
    weightWords: `Weight of a row: its value ÷ ${number(weights.mean)}, the mean over ${count(weights.unitsWithValue)} ${unit} with a value (${number(weights.smallest)} to ${number(weights.largest)})${choice.higherMeansMore ? '' : ', after turning the values round within that range'}.`,
    withoutWords:
      weights.unitsWithout === 0
        ? ''
        : `${count(weights.unitsWithout)} ${unit} have no value: their need is not known, so ${without > 0 ? `about ${count(without)} not-spots among them are` : 'they are'} in neither ranking.`,
    movedWords: movedWords(ranking.wards, analysis),
    lines: lines.toSorted(
      (one, other) => (one.after ?? Infinity) - (other.after ?? Infinity) || (one.key < other.key ? -1 : 1),
    ),
    source: sourceText(source),
    notRanked: ranksWards
      ? null
      : 'A share used here is of areas larger than wards: it ranks none of them, and need cannot change that.',
  };
}

/** "6 of 20 wards rank differently by need, most of all Birch (up 3 places) and Ash (down 2 places)." */
function movedWords(wards: NeedRanking['wards'], { wardCodes, wardNames }: Analysis): string {
  const ranked = wards.filter(({ weighted }) => weighted !== null).length;
  const moved = wards
    .map(({ move }, ward) => ({ move, name: wardNames[ward] || wardCodes[ward] }))
    .filter(({ move }) => move !== 0);
  const words = (way: 1 | -1): string[] => {
    const most = moved.reduce((far, { move }) => Math.max(far, way * move), 0);
    const first = moved.find(({ move }) => way * move === most);
    if (!first || most === 0) return [];
    return [`${first.name} (${way > 0 ? 'up' : 'down'} ${most} ${most === 1 ? 'place' : 'places'})`];
  };
  if (moved.length === 0) return `None of ${ranked} wards ranks differently by need.`;
  return `${moved.length} of ${ranked} wards ${moved.length === 1 ? 'ranks' : 'rank'} differently by need, most of all ${[...words(1), ...words(-1)].join(' and ')}.`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 4 });
}
