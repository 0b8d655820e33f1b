import type { DatasetRecord } from '../domain/project/project.ts';
import type { HeightsSaid } from '../domain/terrain/heights-said.ts';
import { measuredWords } from '../stores/derived/heights-text.ts';
import type { AppContext } from './app-context.ts';

/** Says what a file of heights measures, or when it was measured. One step of undo. */
export function setHeights(context: AppContext, contentId: string, said: Partial<HeightsSaid>): void {
  edit(context, contentId, (dataset) => {
    const before = dataset.heights ?? { kind: 'surface', vintage: null };
    const heights = { ...before, ...said };
    if (heights.kind === before.kind && heights.vintage === before.vintage) return null;
    const label =
      heights.kind === before.kind
        ? `${dataset.fileName} was measured: ${heights.vintage ?? 'not known'}`
        : `${dataset.fileName} is now ${measuredWords(heights.kind)}`;
    return { label, dataset: { ...dataset, heights } };
  });
}

/** Least and most metres that may be taken for a level of a building. */
export const LEVEL_METRES = { least: 1, most: 20 } as const;

/**
 * Says how many metres are taken for a level where buildings state no height, in all files of buildings. One step of undo.
 * Returns what is wrong with the number; null where it was taken.
 */
export function setMetresPerLevel(context: AppContext, metres: number): string | null {
  const { least, most } = LEVEL_METRES;
  if (!(metres >= least && metres <= most)) return `Give metres from ${least} to ${most}, such as 3.`;
  const { project, change } = context.project.getState();
  const datasets = project.datasets.map((dataset) =>
    dataset.role === 'buildings' ? { ...dataset, metresPerLevel: metres } : dataset,
  );
  const isChange = project.datasets.some(
    ({ role, metresPerLevel }) => role === 'buildings' && metresPerLevel !== metres,
  );
  if (isChange)
    change(`A level of a building is ${metres} m (assumed)`, {
      kind: 'set-project',
      project: { ...project, datasets },
    });
  return null;
}

function edit(
  context: AppContext,
  contentId: string,
  make: (dataset: DatasetRecord) => { readonly label: string; readonly dataset: DatasetRecord } | null,
): void {
  const { project, change } = context.project.getState();
  const at = project.datasets.findIndex((dataset) => dataset.contentId === contentId);
  const made = at < 0 ? null : make(project.datasets[at]);
  if (made) change(made.label, { kind: 'replace', list: 'datasets', at, item: made.dataset });
}
