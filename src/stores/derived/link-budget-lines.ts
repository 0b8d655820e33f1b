import { capitalised } from '../../domain/capitalised.ts';
import type { BudgetLine, LinkBudget } from '../../domain/radio/link-budget.ts';
import { decibelText, snrAsPrinted } from './link-text.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** One line of a budget as it is printed. */
export interface BudgetRow {
  readonly key: string;
  readonly what: string;
  /** "−115.42 dB" */
  readonly value: string;
  readonly isSum: boolean;
  readonly isAssumed: boolean;
  readonly source: SourceText | null;
}

/** A budget line by line: what adds up to the level, the level, what adds up to the noise, the noise, and the signal over it. */
export function budgetRows(budget: LinkBudget): BudgetRow[] {
  const of = (sum: BudgetLine['sum']): BudgetRow[] =>
    budget.lines.filter((line) => line.sum === sum).map((line) => row(line));
  const total = (what: string, value: number, unit: string): BudgetRow => ({
    key: what,
    what,
    value: decibelText(value, unit),
    isSum: true,
    isAssumed: false,
    source: null,
  });
  return [
    ...of('level'),
    total('Level received', budget.levelDbm, 'dBm'),
    ...of('noise'),
    total('Noise', budget.noiseDbm, 'dBm'),
    total('Signal over noise', snrAsPrinted(budget), 'dB'),
  ];
}

function row({ what, sum, value, unit, isAssumed, source }: BudgetLine): BudgetRow {
  return {
    key: `${sum} ${what}`,
    what: capitalised(what),
    value: decibelText(value, unit),
    isSum: false,
    isAssumed,
    source: source && sourceText(source),
  };
}
