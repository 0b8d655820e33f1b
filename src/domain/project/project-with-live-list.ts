import { countedWhole } from './counted-whole.ts';
import type { LiveList, Project } from './project.ts';

/** The project with postcodes that are not in a list of live ones left out of a dataset; undefined: none is. */
export function projectWithLiveList(
  project: Project,
  contentId: string,
  liveList: LiveList | undefined,
): Project {
  const datasets = project.datasets.map((dataset) => {
    if (dataset.contentId !== contentId) return dataset;
    return liveList ? { ...dataset, liveList } : countedWhole(dataset);
  });
  return { ...project, datasets };
}
