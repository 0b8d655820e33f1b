import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { unitWord } from '../../domain/not-spots/headline.ts';
import { countAt } from '../../domain/not-spots/ward-rows.ts';
import type { Project } from '../../domain/project/project.ts';
import { type CountText, countText, numberOf } from './count-text.ts';
import { type LayerLine, layerLines } from './layer-lines.ts';
import { ordinal } from './ordinal.ts';
import { rememberLast } from './remember-last.ts';

/** One ward as its own page shows it. */
export interface WardView {
  readonly code: string;
  readonly name: string;
  readonly notSpots: CountText;
  /** "have neither gigabit nor 5G" */
  readonly what: string;
  /**
   * "3rd of 20 wards by number of not-spots", "1st to 4th of 18 wards …" where bands overlap; null where the recipe ranks no wards.
   */
  readonly rank: string | null;
  readonly layers: readonly LayerLine[];
}

/** The ward with this code, or null where the loaded wards have none such. */
export const wardView = rememberLast(
  (analysis: Analysis, project: Project, code: string): WardView | null => {
    const place = analysis.wardCodes.indexOf(code);
    if (place < 0) return null;
    const at = countAt(analysis.notSpots, place);
    const units = analysis.units[place];
    const verb = Math.round(at.mid) === 1 ? 'has' : 'have';
    return {
      code,
      name: analysis.wardNames[place] || code,
      notSpots: countText(at, units, analysis.unit),
      what:
        units === 0
          ? `No ${unitWord(analysis.unit, 2)} stand in this ward.`
          : `${verb} ${analysis.recipeWords}`,
      rank: analysis.ranksWards ? rankText(analysis, place) : null,
      layers: layerLines(analysis, project.layers, place),
    };
  },
);

/** The best and the worst rank that the bands leave open; equal counts share a rank. */
function rankText({ notSpots, wardCodes }: Analysis, place: number): string {
  const others = wardCodes.map((_, ward) => ward).filter((ward) => ward !== place);
  const { low, high } = notSpots;
  const best = 1 + others.filter((ward) => low[ward] > high[place]).length;
  const worst = 1 + others.filter((ward) => high[ward] > low[place]).length;
  const wards = numberOf(wardCodes.length, 'ward');
  if (best !== worst)
    return `${ordinal(best)} to ${ordinal(worst)} of ${wards} by number of not-spots: ranges overlap`;
  const number = low[place] === high[place] ? 'number' : 'expected number';
  return `${ordinal(best)} of ${wards} by ${number} of not-spots`;
}
