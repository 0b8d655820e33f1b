import { datasetInRole, type Project } from '../../domain/project/project.ts';

/** The same text as long as the premises' rows stay what they are; null where none are loaded. */
export function premisesKey(project: Project): string | null {
  const dataset = datasetInRole(project, 'premises');
  if (!dataset) return null;
  const { contentId, roles, unit, liveList } = dataset;
  return JSON.stringify([contentId, roles, unit, liveList ?? null]);
}
