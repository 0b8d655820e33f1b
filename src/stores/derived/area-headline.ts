import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import { areaFigure } from '../../domain/areas/area-figure.ts';
import type { Figure } from '../../domain/project/figure.ts';
import type { Project } from '../../domain/project/project.ts';
import { areaText, shareText } from './area-text.ts';
import { rememberLast } from './remember-last.ts';

/** The headline of the areas in parts, as that of the count: `number` `rest`. */
export interface AreaHeadline {
  /** "41.3 km²" */
  readonly number: string;
  /** "of 96.2 km² (42.9 %) in 9 of 20 wards have neither gigabit nor 5G." */
  readonly rest: string;
  /** "For 3.1 km² it is not known." or '' */
  readonly notKnown: string;
  /** 0 … 1 of the whole area. */
  readonly shares: {
    readonly low: number;
    readonly mid: number;
    readonly high: number;
    readonly notKnown: number;
  };
  readonly figure: Figure;
}

/** The headline of a place: a ward by its number, or all of them together (the last). Null where nothing can be drawn. */
export const areaHeadline = rememberLast(
  (analysis: AreaAnalysis, project: Project, place: number): AreaHeadline | null => {
    const { notSpots, area, notKnown, recipeWords, wardCodes } = analysis;
    if (!notSpots) return null;
    const whole = area[place];
    const [low, mid, high] = [notSpots.low[place], notSpots.mid[place], notSpots.high[place]];
    const isExact = high - low <= NOTHING * whole;
    const affected = wardCodes.filter((_, ward) => notSpots.mid[ward] > NOTHING * area[ward]).length;
    const wards = wardCodes.length;
    const where =
      place < wards || affected === 0
        ? ''
        : ` in ${affected === wards ? `all ${wards}` : `${affected} of ${wards}`} wards`;
    const band = isExact ? '' : ` (between ${areaText(low)} and ${areaText(high)})`;
    const share = (part: number): number => (whole > 0 ? part / whole : 0);
    return {
      number: areaText(mid),
      rest: `of ${areaText(whole)} (${shareText(mid, whole)})${where} have ${recipeWords}${band}.`,
      notKnown: notKnown[place] > NOTHING * whole ? `For ${areaText(notKnown[place])} it is not known.` : '',
      shares: { low: share(low), mid: share(mid), high: share(high), notKnown: share(notKnown[place]) },
      figure: areaFigure({ ...analysis, notSpots }, project, place),
    };
  },
);

/** Less than this part of an area is rounding. */
const NOTHING = 1e-9;
