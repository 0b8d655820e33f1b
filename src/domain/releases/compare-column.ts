import { yesNoOf } from '../coverage/records-from-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import type { Outcome } from './comparison.ts';
import type { KeyRows } from './key-rows.ts';

/** A column in both releases. */
export interface ColumnPair {
  readonly kind: 'yes-no' | 'text' | 'share';
  readonly before: TextColumn;
  readonly after: TextColumn;
}

/** How a column's cells compare. */
export interface ColumnRule {
  /** Outcome of a row in each release. */
  compare(before: number, after: number): Outcome;
  /** Whether two rows of one release say the same. */
  agree(side: 'before' | 'after', one: number, other: number): boolean;
}

/** Yes against no, or one text against another. Blanks are *not known*; "TRUE" is "true" is "1" in a yes/no column. */
export function textRule({ kind, before, after }: ColumnPair): ColumnRule {
  const sides = { before, after };
  if (kind === 'text') {
    return {
      compare: (b, a) => {
        const [then, now] = [cellText(before, b).trim(), cellText(after, a).trim()];
        if (then === '' || now === '') return knownness(then !== '', now !== '');
        return then === now ? 'same' : 'changed';
      },
      agree: (side, one, other) => cellText(sides[side], one).trim() === cellText(sides[side], other).trim(),
    };
  }
  const words = new Map<string, number>();
  const value = (column: TextColumn, row: number): number => {
    const text = cellText(column, row);
    let answer = words.get(text);
    if (answer === undefined) {
      answer = yesNoOf(text) ?? -1;
      if (words.size < 1000) words.set(text, answer);
    }
    return answer;
  };
  return {
    compare: (b, a) => yesNoOutcome(value(before, b), value(after, a)),
    agree: (side, one, other) => value(sides[side], one) === value(sides[side], other),
  };
}

/** Outcome of 1 (yes), 0 (no) or −1 (not known) then and now. */
export function yesNoOutcome(then: number, now: number): Outcome {
  if (then < 0 || now < 0) return knownness(then >= 0, now >= 0);
  if (then === now) return 'same';
  return now === 1 ? 'gained' : 'lost';
}

/**
 * Shares in percent, not known where NaN. A true value lies within half a step of the printed one, so a difference of up
 * to half of both steps is no change that can be told.
 */
export function shareRule(before: Shares, after: Shares): ColumnRule {
  const cannotTell = (before.step + after.step) / 2;
  const sides = { before, after };
  return {
    compare: (b, a) => {
      const [then, now] = [before.percent[b], after.percent[a]];
      if (Number.isNaN(then) || Number.isNaN(now)) return knownness(!Number.isNaN(then), !Number.isNaN(now));
      if (Math.abs(now - then) <= cannotTell + 1e-9) return 'same';
      return now > then ? 'gained' : 'lost';
    },
    agree: (side, one, other) => Object.is(sides[side].percent[one], sides[side].percent[other]),
  };
}

/** A share per row, and the step it was rounded to. */
export interface Shares {
  readonly percent: Float64Array;
  readonly step: number;
}

/** The outcome of every key of either release, those of `after` first; `visit` gets the row in each, −1 where it has none. */
export function* compareKeys(
  before: KeyRows,
  after: KeyRows,
  rule: ColumnRule | null,
): Generator<{ key: string; outcome: Outcome; before: number; after: number }> {
  for (const [key, a] of after.rowOf) {
    const b = before.rowOf.get(key);
    if (b === undefined) yield { key, outcome: 'appeared', before: -1, after: a };
    else yield { key, outcome: outcomeOf(key, b, a), before: b, after: a };
  }
  for (const [key, b] of before.rowOf) {
    if (!after.rowOf.has(key)) yield { key, outcome: 'disappeared', before: b, after: -1 };
  }

  function outcomeOf(key: string, b: number, a: number): Outcome {
    if (!rule) return 'same';
    const split =
      before.repeats.get(key)?.some((row) => !rule.agree('before', b, row)) ||
      after.repeats.get(key)?.some((row) => !rule.agree('after', a, row));
    return split ? 'ambiguous' : rule.compare(b, a);
  }
}

function knownness(then: boolean, now: boolean): Outcome {
  if (then) return 'unknown-now';
  return now ? 'known-now' : 'unknown';
}
