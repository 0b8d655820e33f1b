import type { Project } from './project.ts';

/** The project with a file, and all layers made of it, marked confidential or no longer so. */
export function withConfidential(project: Project, contentId: string, confidential: boolean): Project {
  return {
    ...project,
    datasets: project.datasets.map((dataset) =>
      dataset.contentId === contentId ? { ...dataset, confidential } : dataset,
    ),
    layers: project.layers.map((layer) =>
      layer.contentId === contentId ? { ...layer, confidential } : layer,
    ),
  };
}
