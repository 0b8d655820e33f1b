import { datasetInRole, type Project } from '../../domain/project/project.ts';

/** What has to be loaded before anything can be counted, and what would do. */
export interface MissingData {
  readonly title: string;
  readonly remedy: string;
}

export function missingData(project: Project): MissingData {
  const premises = datasetInRole(project, 'premises') !== undefined;
  const wards = datasetInRole(project, 'wards') !== undefined;
  if (!premises && !wards && project.layers.length === 0) {
    return {
      title: project.datasets.length > 0 ? 'Nothing to count is loaded yet' : 'Nothing is loaded yet',
      remedy:
        'Drop in three files together: wards (GeoJSON), premises or postcodes (CSV) and coverage (GeoJSON or CSV).',
    };
  }
  if (!premises) {
    return {
      title: 'No premises are loaded',
      remedy:
        'Drop in what is to be counted: a CSV of UPRNs or postcodes with coordinates, or Code-Point Open.',
    };
  }
  if (project.layers.length === 0) {
    return {
      title: 'No coverage is loaded',
      remedy: 'Drop in coverage areas (GeoJSON), a CSV with a yes or no per premises, or shares per area.',
    };
  }
  return { title: 'Nothing to count', remedy: 'The loaded premises file has no rows. Drop in another one.' };
}
