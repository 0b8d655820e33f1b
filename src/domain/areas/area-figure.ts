import type { Figure } from '../project/figure.ts';
import type { Project } from '../project/project.ts';
import { rangeOf } from '../project/range.ts';
import type { AreaAnalysis, AreaRange } from './area-analysis.ts';
import { sourcesOfAreas } from './project-areas.ts';

/** The not-spot area of one place (ward number, total last) with everything that explains it, in m². */
export function areaFigure(
  analysis: AreaAnalysis & { readonly notSpots: AreaRange },
  project: Project,
  place: number,
): Figure {
  const { notSpots, area, notKnown, recipeText, recipeWords, assumptions } = analysis;
  const [low, mid, high] = [notSpots.low, notSpots.mid, notSpots.high].map((places) => places[place]);
  return {
    value: rangeOf(low, mid, high, 'm²', 'measured'),
    denominator: area[place],
    definition: `Area of the wards that has ${recipeWords} (recipe: ${recipeText}): the ward’s outline without the union of the coverage, on the WGS84 ellipsoid, edges straight in longitude and latitude.`,
    sources: sourcesOfAreas(project, analysis.layerIds),
    assumptions,
    rowsUsed: place < analysis.wardCodes.length ? 1 : analysis.wardCodes.length,
    notKnown: notKnown[place],
  };
}

/** Where the areas of an export come from, as text. `countedOn` is an ISO date. */
export function areaProvenance(analysis: AreaAnalysis, project: Project, countedOn: string) {
  return {
    definition: `Area that has ${analysis.recipeWords} (recipe: ${analysis.recipeText}), on the WGS84 ellipsoid.`,
    sources: sourcesOfAreas(project, analysis.layerIds),
    countedOn,
    remark: [project.fictional ? 'fictional' : '', ...refusedWords(analysis)].filter(Boolean).join('; '),
  };
}

/** Why a definition has no area, a sentence each; none where it has one. */
export function refusedWords({ refusals }: AreaAnalysis): string[] {
  return refusals
    .filter(({ isAsked }) => isAsked)
    .map(({ label, why, remedy }) => `${label} cannot be drawn as an area. ${why} ${remedy}`);
}
