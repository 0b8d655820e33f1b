import type { CoordinateChoice } from '../geo/coordinate-choice.ts';
import type { Project } from './project.ts';

/** The project with a file's coordinates read in another way; undefined: as the file names them or its numbers show. */
export function projectWithCoordinates(
  project: Project,
  contentId: string,
  coordinates: CoordinateChoice | undefined,
): Project {
  const datasets = project.datasets.map((dataset) => {
    if (dataset.contentId !== contentId) return dataset;
    const { coordinates: _before, ...rest } = dataset;
    return coordinates === undefined ? rest : { ...rest, coordinates };
  });
  return { ...project, datasets };
}
