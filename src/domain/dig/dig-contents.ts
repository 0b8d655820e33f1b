import { isOfStreets, type Project } from '../project/project.ts';
import type { DigQuestion } from './dig-question.ts';

/** Content ids of the files that a dig's answer is made of, each once: a change of any other leaves it true. */
export function digContents(
  { datasets, layers }: Pick<Project, 'datasets' | 'layers'>,
  { selection, onlyNotSpots }: Pick<DigQuestion, 'selection' | 'onlyNotSpots'>,
): string[] {
  const isUsed = ({ role, supersededBy }: Project['datasets'][number]): boolean =>
    supersededBy === undefined &&
    (isOfStreets(role) || (role === 'wards' && selection.kind === 'ward') || role === 'premises');
  return [
    ...new Set([
      ...datasets.filter(isUsed).map(({ contentId }) => contentId),
      ...(onlyNotSpots ? layers : []).map(({ contentId }) => contentId),
    ]),
  ];
}
