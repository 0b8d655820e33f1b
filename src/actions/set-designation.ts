import type { Designation } from '../domain/consents/site-facts.ts';
import type { AppContext } from './app-context.ts';

/** Says which protected land or buildings a file of context shows. One step of undo; what it is said to show already is none. */
export function setDesignation(
  context: AppContext,
  contentId: string,
  designation: Designation | 'none',
): void {
  const { project, change } = context.project.getState();
  const at = project.datasets.findIndex((dataset) => dataset.contentId === contentId);
  const dataset = project.datasets[at];
  if (!dataset || dataset.designation === designation) return;
  const shows = designation === 'none' ? 'no protected land' : designation;
  change(`${dataset.fileName} shows: ${shows}`, {
    kind: 'replace',
    list: 'datasets',
    at,
    item: { ...dataset, designation },
  });
}
