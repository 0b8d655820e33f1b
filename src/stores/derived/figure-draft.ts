import type { Source } from '../../domain/project/figure.ts';
import { type FigureLimit, isWithin, limitWords } from '../../domain/radio/figure-limit.ts';

/** Numbers of one figure as they are being written, and where they are from; source null: assumed. */
export interface FigureDraft {
  readonly texts: readonly string[];
  readonly source: Source | null;
}

/** A figure as its form starts. */
export function figureDraft(values: readonly (number | null)[], source: Source | null): FigureDraft {
  return { texts: values.map((value) => (value === null ? '' : String(value))), source };
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

/** A number as written, or what is wrong with it. Blank is null where it may be. */
export function readNumber(
  text: string,
  { limit, optional }: { readonly limit: FigureLimit; readonly optional?: true },
): { readonly value: number | null; readonly problem: string | null } {
  const trimmed = text.trim().replace('−', '-');
  if (trimmed === '' && optional) return { value: null, problem: null };
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (isWithin(value, limit)) return { value, problem: null };
  return { value: null, problem: `Write ${limitWords(limit)}.` };
}

function sameNumber(one: string, other: string): boolean {
  return one.trim() === other.trim() || (one.trim() !== '' && Number(one) === Number(other));
}
