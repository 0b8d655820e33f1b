import { isOfStreets, type Project } from '../project/project.ts';
import { filesInOrder } from './files-in-order.ts';
import type { PlanQuestion } from './plan-question.ts';

/**
 * Content ids of the files that a plan's designs are made of, each once, as `filesInOrder` has them: premises,
 * what is dug in and what stands in its way, roofs, heights and protected land, the files of rooftop sites; wards where
 * premises are chosen by ward; the layers' files where only not-spots are served. A change of any other leaves them true.
 */
export function planContents(
  { datasets, layers, sites }: Pick<Project, 'datasets' | 'layers' | 'sites'>,
  { selection, onlyNotSpots }: Pick<PlanQuestion, 'selection' | 'onlyNotSpots'>,
): string[] {
  const mentioned = new Set<string | null>([
    ...sites.map(({ fromContentId }) => fromContentId),
    ...(onlyNotSpots ? layers : []).map(({ contentId }) => contentId),
  ]);
  return filesInOrder(datasets)
    .filter(
      ({ contentId, role, supersededBy }) =>
        mentioned.has(contentId) ||
        (supersededBy === undefined &&
          (isOfStreets(role) || PLANNED_WITH.has(role) || (role === 'wards' && selection.kind === 'ward'))),
    )
    .map(({ contentId }) => contentId);
}

const PLANNED_WITH: ReadonlySet<string> = new Set([
  'premises',
  'heights',
  'buildings',
  'trees',
  'context',
  'roof access',
  'planned excavations',
]);
