import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { countText } from './count-text.ts';
import { analysisInTable, tableUses } from './table-uses.ts';
import { wardsByNotSpots } from './ward-table.ts';

/** The ward with most not-spots among premises of one use. */
export interface WorstOfUse {
  readonly code: string;
  readonly name: string;
  /** "flats" */
  readonly use: string;
  /** "212" */
  readonly value: string;
  /** "of 1,204 (17.6 %)" */
  readonly of: string;
}

/** The worst ward of a use (its key); null where nothing tells the use apart, no ward is ranked, or none has any. */
export function worstOfUse(analysis: Analysis, key: string | null): WorstOfUse | null {
  const choice = tableUses(analysis).find((one) => one.key === key);
  if (!choice || !analysis.ranksWards) return null;
  const [worst] = wardsByNotSpots(analysisInTable(analysis, key));
  if (!worst || worst.notSpots.mid === 0) return null;
  const { value, of } = countText(worst.notSpots, worst.units, analysis.unit);
  return {
    code: worst.code,
    name: worst.name || worst.code,
    use: choice.label.toLowerCase(),
    // It stands within a sentence.
    value: value.replace('About', 'about'),
    of: of.replace(` ${analysis.unit}`, ''),
  };
}
