import type { Source } from '../domain/project/figure.ts';
import { isoDateProblem } from '../domain/project/iso-date.ts';
import type { AppContext } from './app-context.ts';

/** What may be wrong with a source as written, by field. */
export type SourceProblems = Partial<Record<keyof Source, string>>;

/**
 * Puts right where a file comes from; its layers follow, unless they were given a source of their own. One step of undo.
 * Where a field is wrong nothing changes and the problems are returned.
 */
export function setSource(context: AppContext, contentId: string, source: Source): SourceProblems {
  const problems: SourceProblems = {};
  const date = isoDateProblem(source.date ?? '');
  if (date) problems.date = date;
  if (source.title.trim() === '') problems.title = 'Give it a title: exports name their sources by it.';
  if (source.url && !/^https?:\/\/[^\s/]+/i.test(source.url))
    problems.url = 'Write the whole web address, starting with https://';
  if (Object.keys(problems).length > 0) return problems;
  const { project, change } = context.project.getState();
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset || JSON.stringify(dataset.source) === JSON.stringify(source)) return {};
  const before = JSON.stringify(dataset.source);
  change(`Source of ${dataset.fileName}`, {
    kind: 'set-project',
    project: {
      ...project,
      datasets: project.datasets.map((one) => (one === dataset ? { ...dataset, source } : one)),
      layers: project.layers.map((layer) =>
        layer.contentId === contentId && JSON.stringify(layer.source) === before
          ? { ...layer, source }
          : layer,
      ),
    },
  });
  return {};
}
