import { countedWhole } from './counted-whole.ts';
import type { Project } from './project.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/** The project without a file and the layers made of it. Where another layer took its extent from the file, that is assumed again. */
export function projectWithout(project: Project, contentId: string): Project {
  const { need, ...rest } = project;
  return withUsableRecipes({
    ...rest,
    ...(need && need.contentId !== contentId ? { need } : {}),
    datasets: project.datasets
      .filter((dataset) => dataset.contentId !== contentId)
      .map((dataset) => (dataset.liveList?.contentId === contentId ? countedWhole(dataset) : dataset)),
    layers: project.layers
      .filter((layer) => layer.contentId !== contentId)
      .map((layer) =>
        layer.extent.kind === 'areas' && layer.extent.contentId === contentId
          ? { ...layer, extent: { kind: 'assumed' } }
          : layer,
      ),
  });
}
