import type { LayerRecord } from '../coverage/layer.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import { resolveRecipe } from '../not-spots/resolve-recipe.ts';
import { countAt } from '../not-spots/ward-rows.ts';
import { layersOf } from '../project/dataset-record.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../project/project.ts';
import { withUniqueKeys } from '../project/project-with.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { releaseDate } from '../releases/release-date.ts';
import type { TrendLeftOut, TrendPoint, TrendSeries } from './trend.ts';

/**
 * The project's not-spots counted anew with each earlier release in the place of the later one, all else as it is now:
 * one series per file that has an earlier release loaded. Yields the steps of each count.
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
    if (!now || !asked.has(contentId)) continue;
    const releases = [...earlierOf(project, now), now];
    const points: TrendPoint[] = [];
    let words = '';
    for (const release of releases) {
      const date = releaseDate(release);
      if (date === null) {
        leftOut.push({ fileName: release.fileName, why: 'nothing tells its date' });
        continue;
      }
      if (points.some((point) => point.date === date)) {
        leftOut.push({ fileName: release.fileName, why: `another release of it is of ${date} too` });
        continue;
      }
      const swapped = release === now ? project : projectWithRelease(project, now, release);
      const analysis = yield* workbench.analyse(swapped, recipeText);
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

/** The premises and the files whose layers a recipe asks. */
function contentsAsked(project: Project, recipeText: string): ReadonlySet<string> {
  const names = resolveRecipe(parseRecipe(recipeText), project.layers);
  const layers = [...names.values()].flat().flatMap((group) => group.layers);
  const premises = datasetInRole(project, 'premises');
  return new Set([...layers.map(({ contentId }) => contentId), ...(premises ? [premises.contentId] : [])]);
}

/** Releases that a file stands in the place of, directly or through others; the earliest loaded first. */
function earlierOf(project: Project, { contentId }: DatasetRecord): DatasetRecord[] {
  return project.datasets
    .filter((dataset) => dataset.supersededBy === contentId)
    .flatMap((dataset) => [...earlierOf(project, dataset), dataset]);
}

/** The project with an earlier release in force, in the role of the later one and with the names of its layers. */
function projectWithRelease(project: Project, now: DatasetRecord, release: DatasetRecord): Project {
  const { supersededBy: _gone, ...earlier } = release;
  const inForce = { ...earlier, role: now.role, unit: now.unit ?? earlier.unit };
  const theirs = project.layers.filter((layer) => layer.contentId === now.contentId);
  const others = project.layers.filter((layer) => layer.contentId !== now.contentId);
  const layers = layersOf(inForce).map((layer): LayerRecord => {
    const like = theirs.find(
      (one) =>
        one.technology === layer.technology &&
        one.operator === layer.operator &&
        one.confidence === layer.confidence,
    );
    return like ? { ...layer, key: like.key, extent: like.extent } : layer;
  });
  return {
    ...project,
    datasets: [
      ...project.datasets.filter((dataset) => dataset !== release && dataset.contentId !== now.contentId),
      inForce,
    ],
    layers: [...others, ...withUniqueKeys(layers, others)],
  };
}
