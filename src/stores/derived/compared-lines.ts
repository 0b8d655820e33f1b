import type { ComparedPlans } from '../../domain/evaluation/compared-plans.ts';
import type { EvaluatedLine } from '../../domain/evaluation/evaluation.ts';
import { lineWords } from '../../domain/evaluation/line-words.ts';
import { type Lacking, lackWords, mayTurn } from '../../domain/project/lacks.ts';
import type { Range } from '../../domain/project/range.ts';
import { type CardCell, cellOf } from './plan-cards.ts';
import { changeText, shownChange } from './range-text.ts';
import { rememberLast } from './remember-last.ts';

/** What a plan's figure differs from the first plan's by. */
export interface DifferenceText {
  /** "+£12,300"; "no difference" */
  readonly value: string;
  /** "+£10,000 to +£15,000"; null where it has no width as it is written. */
  readonly band: string | null;
  /** "better" or "worse"; null: neither by itself, or no difference. */
  readonly word: 'better' | 'worse' | null;
}

/** A line of compared plans, ready to print: a cell for each plan, and what all but the first differ by. */
export interface ComparedText {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly cells: readonly Omit<CardCell, 'kind'>[];
  /** null: the first plan, or not known of one of the two. */
  readonly differences: readonly (DifferenceText | null)[];
}

export interface ComparedLines {
  readonly differing: readonly ComparedText[];
  readonly same: readonly ComparedText[];
}

/** The lines in which plans differ, then those that are the same in all; each in the order of the cards. */
export const comparedLines = rememberLast((compared: ComparedPlans): ComparedLines => {
  const lines = compared.lines.map(({ key, lines: of, differences }): ComparedText => {
    const { label, meaning, better } = lineWords(key);
    return {
      key,
      label,
      meaning,
      cells: of.map((line) => cellOf(line, null)),
      differences: differences.map((difference, at) =>
        at === 0 || difference === null ? null : differenceText(asWritten(difference, of[0], of[at]), better),
      ),
    };
  });
  const differs = ({ cells }: ComparedText): boolean =>
    new Set(cells.map(({ value, band, of }) => [value, band, of].join())).size > 1;
  return { differing: lines.filter(differs), same: lines.filter((line) => !differs(line)) };
});

/** The difference with its middle as the two middles are written. */
function asWritten(difference: Lacking<Range>, first: EvaluatedLine, other: EvaluatedLine): Lacking<Range> {
  const [from, to] = [first, other].map(({ figure }) => figure?.value ?? null);
  return from && to ? { ...difference, mid: shownChange(from.mid, to.mid, difference.unit) } : difference;
}

function differenceText(
  { low, mid, high, unit, lacks }: Lacking<Range>,
  better: 'more' | 'less' | null,
): DifferenceText {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const [from, middle, to] = [low, mid, high].map((value) => signed(value, unit, largest));
  if (!/[1-9]/.test(middle)) {
    if (lacks) return { value: 'not known', band: null, word: null };
    return { value: 'no difference', band: from === to ? null : `${from} to ${to}`, word: null };
  }
  const isBetter = better !== null && mid > 0 === (better === 'more');
  return {
    value: lackWords(middle, lacks, mid < 0),
    band: from === to ? null : `${from} to ${to}`,
    word: better === null || mayTurn(mid, lacks) ? null : isBetter ? 'better' : 'worse',
  };
}

/** "+£12,300", "−14", "0" */
function signed(value: number, unit: string, largest: number): string {
  const text = changeText(value, unit, largest);
  return /[1-9]/.test(text) ? `${value > 0 ? '+' : '−'}${text}` : text;
}
