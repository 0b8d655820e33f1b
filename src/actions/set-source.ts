import type { Source } from '../domain/project/figure.ts';
import { type SourceProblems, sourceProblems } from '../domain/project/source-problems.ts';
import type { AppContext } from './app-context.ts';

/**
 * Puts right where a file comes from; its layers follow, unless they were given a source of their own. One step of undo.
 * Where a field is wrong nothing changes and the problems are returned.
 */
export function setSource(context: AppContext, contentId: string, source: Source): SourceProblems {
  const problems = sourceProblems(source);
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
