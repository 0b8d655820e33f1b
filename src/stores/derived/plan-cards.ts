import type {
  Evaluated,
  EvaluatedLine,
  LineKey,
  PlanEvaluation,
} from '../../domain/evaluation/evaluation.ts';
import { LINE_KEYS } from '../../domain/evaluation/evaluation.ts';
import { lineWords } from '../../domain/evaluation/line-words.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Figure } from '../../domain/project/figure.ts';
import { isAssumedFigure } from '../../domain/project/is-assumed-figure.ts';
import { type Lacking, lacksOfDifference, mayTurn } from '../../domain/project/lacks.ts';
import type { Range } from '../../domain/project/range.ts';
import { rangeBand, rangeMid } from './range-text.ts';
import { rememberLast } from './remember-last.ts';

/** A line of one card, ready to print. */
export interface CardCell {
  readonly kind: Evaluated['kind'];
  /** "£412,300"; "not known". */
  readonly value: string;
  /** "of 96", of the units that are said once; null for what is no part of anything. */
  readonly of: string | null;
  /** "£310,200" and "£560,900"; null for an exact figure. */
  readonly band: readonly [string, string] | null;
  readonly isAssumed: boolean;
  /** Why it is not known; null: it is. */
  readonly why: string | null;
  readonly figure: Figure | null;
  /** The better one of those that serve as many as any; never where they differ by rounding alone. */
  readonly isBest: boolean;
}

/** A line that every card has. */
export interface CardLine {
  readonly key: LineKey;
  readonly label: string;
  readonly meaning: string;
  readonly isAssumed: boolean;
  readonly cells: readonly CardCell[];
}

/** The cards beside each other, the lines in which they differ first; both parts in the order of LINE_KEYS. */
export interface PlanCards {
  readonly kinds: readonly BuiltIntervention[];
  readonly refused: readonly { readonly kind: BuiltIntervention; readonly why: string }[];
  readonly differing: readonly CardLine[];
  readonly same: readonly CardLine[];
  /** What the hybrid came out as, line for line; null: it is one of its own, or there is none. */
  readonly hybridIs: Exclude<BuiltIntervention, 'hybrid'> | null;
}

/** The cards of what a plan could build. A design that was refused has none; why is said. */
export const planCards = rememberLast(({ interventions }: PlanEvaluation): PlanCards => {
  const built = interventions.filter(isBuilt);
  const made = built.filter(({ refused }) => refused === null);
  const lines = LINE_KEYS.map((key, at) => cardLine(key, at, made));
  const differs = ({ cells }: CardLine): boolean =>
    new Set(cells.map(({ value, band, of }) => [value, band, of].join())).size > 1;
  return {
    kinds: made.map(({ kind }) => kind),
    refused: built.flatMap(({ kind, refused }) => (refused === null ? [] : [{ kind, why: refused }])),
    differing: made.length < 2 ? lines : lines.filter(differs),
    same: made.length < 2 ? [] : lines.filter((line) => !differs(line)),
    hybridIs: (['dig', 'rooftop radio'] as const).find((kind) => isHybridOf(lines, kind)) ?? null,
  };
});

/** Whether the hybrid and that design come to the same in every line. */
function isHybridOf(lines: readonly CardLine[], kind: BuiltIntervention): boolean {
  return lines.every(({ cells }) => {
    const [hybrid, other] = ['hybrid', kind].map((one) => cells.find((cell) => cell.kind === one));
    return hybrid && other && hybrid.value === other.value && `${hybrid.band}` === `${other.band}`;
  });
}

/** A judged intervention's lines by themselves, in the order of LINE_KEYS. */
export function cardLines(evaluated: Evaluated): readonly CardLine[] {
  return LINE_KEYS.map((key, at) => cardLine(key, at, [evaluated]));
}

function isBuilt(one: Evaluated): one is Evaluated & { readonly kind: BuiltIntervention } {
  return one.kind !== 'leave as it is' && one.kind !== 'as chosen';
}

function cardLine(key: LineKey, at: number, of: readonly Evaluated[]): CardLine {
  const { label, meaning, better } = lineWords(key);
  const given = of.map(({ kind, lines }) => ({ kind, line: lines[at] }));
  const servedBy = of.map(({ lines }) => lines.find((line) => line.key === 'served')?.figure?.value.mid ?? 0);
  const most = Math.max(...servedBy);
  // Who serves fewer may well be cheaper, sooner and less in the way: that alone makes it no better.
  const isCompared = (one: number): boolean => COUNTS.has(key) || servedBy[one] === most;
  const best =
    better &&
    bestOf(
      given.flatMap(({ line }, one) => (isCompared(one) ? (line?.figure?.value ?? []) : [])),
      better,
    );
  const cells = given.map(({ kind, line }, one) => ({
    kind,
    ...cellOf(line, isCompared(one) ? best : null),
  }));
  return { key, label, meaning, cells, isAssumed: cells.some(({ isAssumed }) => isAssumed) };
}

/** Of how many: who serves fewer is held against the others in these. */
const COUNTS: ReadonlySet<LineKey> = new Set(['served', 'usable', 'gigabit', 'left', 'connected']);

/** The middle of the better one; null: none is better than another by more than rounding. */
function bestOf(ranges: readonly Lacking<Range>[], better: 'more' | 'less'): number | null {
  const mid = Math[better === 'more' ? 'max' : 'min'](...ranges.map((range) => range.mid));
  const next = ranges.filter((one) => one.mid !== mid && !isRounding(one, mid));
  const alike = ranges.filter((one) => one.mid !== mid && isRounding(one, mid));
  // What is not known of one may make it no better than another.
  const lacks = ranges.find((one) => one.mid === mid)?.lacks;
  const isSure = next.every((one) => !mayTurn(one.mid - mid, lacksOfDifference(one.lacks, lacks)));
  return next.length === 0 || alike.length > 0 || !isSure ? null : mid;
}

/** Whether two middles are written alike, or differ by less than a step of what they are written in. */
function isRounding(one: Range, mid: number): boolean {
  const { unit } = one;
  const [a, b] = [rangeMid(one), rangeMid({ ...one, mid })];
  if (a === b) return true;
  const isTenths = (unit === 'weeks' || unit === 'days') && Math.max(one.mid, mid) < 10;
  const step = isTenths ? 0.1 : unit.startsWith('kg') && one.high >= 1000 ? 100 : 1;
  return Math.abs(one.mid - mid) < step - 1e-9;
}

/** A line's figure as a cell. `best`: the middle of the better one; null: none is. */
export function cellOf(line: EvaluatedLine | undefined, best: number | null): Omit<CardCell, 'kind'> {
  const figure = line?.figure ?? null;
  if (!figure)
    return {
      value: 'not known',
      of: null,
      band: null,
      isAssumed: false,
      why: line?.why ?? null,
      figure: null,
      isBest: false,
    };
  const { value, denominator } = figure;
  return {
    value: rangeMid(value),
    of: denominator === null ? null : `of ${count(denominator)}`,
    band: rangeBand(value),
    isAssumed: isAssumedFigure(figure),
    why: null,
    figure,
    isBest: best !== null && value.mid === best,
  };
}
