import { heldConfidential } from '../project/held-confidential.ts';
import { datasetInRole, type Project } from '../project/project.ts';
import type { Analysis } from './analysis.ts';

/** What of a count may leave in a file, and what is said about the rest. */
export interface Shareable {
  readonly analysis: Analysis;
  readonly project: Project;
  /** '' where nothing is held back. */
  readonly remark: string;
}

/**
 * A count without the columns of confidential layers and the titles of confidential files. The not-spots stay as counted:
 * the remark says that layers that are not shown had a part in them.
 */
export function shareable(analysis: Analysis, project: Project): Shareable {
  const hidden = new Set(project.layers.filter((layer) => layer.confidential).map((layer) => layer.id));
  const files = project.datasets.filter((dataset) => dataset.confidential).length;
  const parts = [
    hidden.size > 0 ? `${hidden.size} ${hidden.size === 1 ? 'layer' : 'layers'}` : '',
    files > 0 ? `the sources of ${files} ${files === 1 ? 'file' : 'files'}` : '',
  ].filter(Boolean);
  return {
    analysis: { ...analysis, layers: analysis.layers.filter((layer) => !hidden.has(layer.layerId)) },
    project: { ...project, datasets: project.datasets.filter((dataset) => !dataset.confidential) },
    remark:
      parts.length > 0
        ? `left out as confidential: ${parts.join(' and ')}; they had a part in the counts`
        : '',
  };
}

/** Why the rows of the counted premises may not leave, in words; null where they may. */
export function confidentialPremises(project: Project): string | null {
  const premises = datasetInRole(project, 'premises');
  return heldConfidential(premises?.confidential ? premises : undefined, 'its rows are not exported');
}

/** Why changes between these files may not leave, in words; null where they may. */
export function confidentialReleases(project: Project, contentIds: readonly string[]): string | null {
  const held = project.datasets.find((one) => one.confidential && contentIds.includes(one.contentId));
  return held ? heldConfidential(held, 'its changes are not exported') : confidentialPremises(project);
}
