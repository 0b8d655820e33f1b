import type { Source } from '../../domain/project/figure.ts';
import { type FigureLimit, isWithin, limitWords } from '../../domain/project/figure-limit.ts';

/** One number that is asked for. */
export interface FigureInput {
  readonly label: string;
  readonly limit: FigureLimit;
  /** May be left empty: not known. */
  readonly optional?: true;
}

/** A value of a figure of one number that is on offer, with where it is from. */
export interface FigureOffer {
  /** "4/3, a standard atmosphere" */
  readonly words: string;
  readonly value: number;
  readonly source: Source | null;
}

/** Numbers of one figure as they are being written, and where they are from; source null: assumed. */
export interface FigureDraft {
  readonly texts: readonly string[];
  readonly source: Source | null;
}

/** A figure as its form starts. */
export function figureDraft(values: readonly (number | null)[], source: Source | null): FigureDraft {
  return { texts: values.map(numberText), source };
}

/** A number as its input starts: thirds as fractions ("4/3"), others by six digits. */
export function numberText(value: number | null): string {
  if (value === null) return '';
  const thirds = Math.round(value * 3);
  if (thirds % 3 !== 0 && thirds / 3 === value) return `${thirds}/3`;
  return String(Number(value.toPrecision(6)));
}

/**
 * The draft with another number written. A source speaks of the number it came with: another number is assumed until
 * somebody says where it is from, and the old number has its source again.
 */
export function withNumber(
  draft: FigureDraft,
  at: { readonly input: number; readonly text: string; readonly first: FigureDraft },
): FigureDraft {
  const texts = draft.texts.map((text, i) => (i === at.input ? at.text : text));
  const isAsBefore = texts.every((text, i) => sameNumber(text, at.first.texts[i]));
  if (isAsBefore) return { texts, source: draft.source ?? at.first.source };
  return { texts, source: draft.source === at.first.source ? null : draft.source };
}

/**
 * The numbers that a draft says, and what is wrong with each (null: nothing). What stands as it started is the number it
 * started from, to the last digit.
 */
export function readFigure(
  draft: FigureDraft,
  inputs: readonly FigureInput[],
  first: readonly (number | null)[],
): { readonly values: readonly (number | null)[]; readonly problems: readonly (string | null)[] } {
  const read = inputs.map((input, i) =>
    draft.texts[i] === numberText(first[i])
      ? { value: first[i], problem: null }
      : readNumber(draft.texts[i], input),
  );
  return { values: read.map(({ value }) => value), problems: read.map(({ problem }) => problem) };
}

/** A number as written, or what is wrong with it. Blank is null where it may be. */
export function readNumber(
  text: string,
  { limit, optional }: Pick<FigureInput, 'limit' | 'optional'>,
): { readonly value: number | null; readonly problem: string | null } {
  const trimmed = text.trim().replace('−', '-');
  if (trimmed === '' && optional) return { value: null, problem: null };
  const value = numberOf(trimmed);
  if (isWithin(value, limit)) return { value, problem: null };
  return { value: null, problem: `Write ${limitWords(limit)}.` };
}

/** "16", "-3.5", "4/3"; NaN for what is no number. */
function numberOf(text: string): number {
  const [, over, under] = /^(\d+) ?\/ ?(\d+)$/.exec(text) ?? [];
  if (under !== undefined) return Number(over) / Number(under);
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function sameNumber(one: string, other: string): boolean {
  return one.trim() === other.trim() || numberOf(one.trim()) === numberOf(other.trim());
}

/** "From 0 to 20,000." */
export function limitHint({ limit: { low, high, whole, unit }, optional }: FigureInput): string {
  // Years have no comma.
  const number = (value: number): string =>
    whole && unit === '' && low > 1000 ? String(value) : NUMBER.format(value);
  const words = `${whole ? 'Whole, from' : 'From'} ${number(low)} to ${number(high)}`;
  return `${optional ? `${words}, or empty: not known` : words}.`;
}

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
