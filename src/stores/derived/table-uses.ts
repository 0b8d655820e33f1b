import type { AskedFigure } from '../../domain/explain/figure-question.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { analysisOfUse } from '../../domain/not-spots/analysis-of-use.ts';
import type { PremisesUse } from '../../domain/premises/premises-use.ts';
import { nameOfUse } from './by-use-lines.ts';
import { rememberLast } from './remember-last.ts';

/** A choice of whom the ward table counts. `key` is what the view keeps. */
export interface TableUse {
  readonly key: string;
  readonly label: string;
  readonly uses: readonly PremisesUse[];
}

/** The uses that can be counted alone; none where fewer than two are told apart. Flats make "all homes" a choice too. */
export function tableUses({ byUse }: Analysis): readonly TableUse[] {
  if (!byUse || byUse.uses.length < 2) return [];
  const single = byUse.uses.map(
    ({ use }): TableUse => ({ key: use, label: nameOfUse(use, byUse), uses: [use] }),
  );
  const hasBoth = ['home', 'flat'].every((use) => byUse.uses.some((one) => one.use === use));
  return hasBoth ? [{ key: 'homes', label: 'All homes', uses: ['home', 'flat'] }, ...single] : single;
}

/** The count that the ward table shows: of every premises, or of the chosen use where it is told apart. */
export const analysisInTable = rememberLast((analysis: Analysis, key: string | null): Analysis => {
  const choice = tableUses(analysis).find((one) => one.key === key);
  return (choice && analysisOfUse(analysis, choice.uses)) ?? analysis;
});

/** What a column of that table asks: its own question, of the chosen uses alone. */
export function askedInTable(asks: AskedFigure, choice: TableUse | undefined): AskedFigure {
  if (!choice || 'layerId' in asks || asks.kind === 'operators') return asks;
  return { ...asks, uses: choice.uses };
}
