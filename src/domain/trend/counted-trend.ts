import { projectOfSide } from '../before-after/project-of-side.ts';
import { SideRefused } from '../before-after/side-refused.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import { RecipeError } from '../not-spots/recipe.ts';
import { resolveRecipe } from '../not-spots/resolve-recipe.ts';
import { countAt } from '../not-spots/ward-rows.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { releaseDate } from '../releases/release-date.ts';
import { type TrendLeftOut, type TrendPoint, type TrendSeries, UNDATED } from './trend.ts';

/**
 * The project's not-spots counted anew with each earlier release in the stead of the later one, as before/after counts
 * it, all else as it is now: one series per file that has an earlier release loaded. Releases that cannot be counted are
 * left out and told why. Yields the steps of each count.
 */
export function* countedTrend(
  workbench: Workbench,
  project: Project,
  recipeText: string,
): Generator<WorkStep, { series: TrendSeries[]; leftOut: TrendLeftOut[] }> {
  const leftOut: TrendLeftOut[] = [];
  const series: TrendSeries[] = [];
  const later = new Set(
    project.datasets.flatMap(({ supersededBy }) => (supersededBy === undefined ? [] : [supersededBy])),
  );
  const asked = contentsAsked(project, recipeText);
  for (const contentId of later) {
    const now = project.datasets.find((dataset) => dataset.contentId === contentId);
    // Another release of what the definition does not ask changes no count.
    if (!now || now.supersededBy !== undefined || !asked.has(contentId)) continue;
    const earlier = earlierOf(project, now);
    if (now.role === 'premises') {
      leftOut.push(...earlier.map(({ fileName }) => ({ fileName, why: OTHER_PREMISES })));
      continue;
    }
    const releases = [...earlier, now];
    const points: TrendPoint[] = [];
    let words = '';
    for (const release of releases) {
      const date = releaseDate(release);
      if (date === null) {
        leftOut.push({ fileName: release.fileName, why: UNDATED });
        continue;
      }
      if (points.some((point) => point.date === date)) {
        leftOut.push({ fileName: release.fileName, why: `another release of it is of ${date} too` });
        continue;
      }
      let analysis: Analysis | null = null;
      try {
        analysis = yield* workbench.analyse(withRelease(project, release, recipeText), recipeText);
      } catch (error) {
        leftOut.push({ fileName: release.fileName, why: refusalWords(error) });
      }
      if (!analysis) continue;
      const total = analysis.units.length - 1;
      const units = analysis.units[total];
      const counted = countAt(analysis.notSpots, total);
      words = analysis.recipeWords;
      const share = (value: number): number | null => (units === 0 ? null : (100 * value) / units);
      points.push({
        date,
        value: share(counted.mid),
        low: share(counted.low),
        high: share(counted.high),
        fileName: release.fileName,
        contentId: release.contentId,
        source: release.source,
      });
    }
    if (points.length < 2) continue;
    series.push({
      id: `counted ${contentId}`,
      kind: 'counted',
      subject: { code: '', name: project.name },
      measure: `Not-spots counted by the release of ${now.fileName}`,
      unit: '%',
      definition: `Share of ${datasetInRole(project, 'premises')?.unit ?? 'premises'} that have ${words}, with each release of this one file and all others as they are now`,
      points: points.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0)),
    });
  }
  return { series, leftOut };
}

const OTHER_PREMISES =
  'another list of premises is no other count of these; what changed between two lists is on the Data page';

/** The project as before/after counts it with an earlier release; as it is for the one in force. */
function withRelease(
  project: Project,
  { contentId, supersededBy }: DatasetRecord,
  recipeText: string,
): Project {
  if (supersededBy === undefined) return project;
  return projectOfSide(project, { recipeText, withoutLayers: [], releases: [contentId] });
}

/** The premises and the files whose layers a recipe asks; none where it cannot be read: then nothing is counted. */
function contentsAsked(project: Project, recipeText: string): ReadonlySet<string> {
  try {
    return contentsNamed(project, recipeText);
  } catch (error) {
    if (error instanceof RecipeError) return new Set();
    throw error;
  }
}

function contentsNamed(project: Project, recipeText: string): ReadonlySet<string> {
  const names = resolveRecipe(parseRecipe(recipeText), project.layers);
  const layers = [...names.values()].flat().flatMap((group) => group.layers);
  const premises = datasetInRole(project, 'premises');
  return new Set([...layers.map(({ contentId }) => contentId), ...(premises ? [premises.contentId] : [])]);
}

/** Releases that a file stands in the place of, directly or through others; the earliest loaded first. */
function earlierOf(
  project: Project,
  { contentId }: DatasetRecord,
  met: Set<string> = new Set(),
): DatasetRecord[] {
  // A chain of releases that leads in a circle is followed once round.
  met.add(contentId);
  return project.datasets
    .filter((dataset) => dataset.supersededBy === contentId && !met.has(dataset.contentId))
    .flatMap((dataset) => [...earlierOf(project, dataset, met), dataset]);
}

/** Why a release cannot be counted; throws what is no such reason. */
function refusalWords(error: unknown): string {
  if (!(error instanceof RecipeError || error instanceof SideRefused)) throw error;
  return error.message.replace(/\.$/, '');
}
