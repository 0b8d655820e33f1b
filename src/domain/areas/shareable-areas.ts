import type { Project } from '../project/project.ts';
import type { AreaAnalysis } from './area-analysis.ts';
import type { AreaQuestion } from './area-question.ts';

/** What of measured areas may leave in a table, and what is said about the rest. */
export interface ShareableAreas {
  readonly analysis: AreaAnalysis;
  /** '' where nothing is held back. */
  readonly remark: string;
}

/**
 * Areas without the operators of confidential layers. The not-spots stay as measured: the remark says that layers that
 * are not shown had a part in them.
 */
export function shareableAreas(analysis: AreaAnalysis, project: Project): ShareableAreas {
  const hidden = project.layers.filter((layer) => isHidden(project, layer));
  const technologies = new Set(hidden.map(({ technology }) => technology));
  return {
    analysis: {
      ...analysis,
      operators: analysis.operators.filter(({ technology }) => !technologies.has(technology)),
    },
    remark:
      hidden.length === 0
        ? ''
        : `left out as confidential: ${hidden.length} ${hidden.length === 1 ? 'layer' : 'layers'}; they had a part in the areas`,
  };
}

/**
 * Why the shapes of the not-spots may not leave, in words; null where they may. They end where the coverage they are cut
 * from begins, and what is not known where an extent ends, so they would show the outline of either.
 */
export function confidentialShapes(project: Project, { names }: AreaQuestion): string | null {
  const used = [...names.values()].flat().flatMap(({ layers }) => layers);
  const held =
    used.find((layer) => isHidden(project, layer))?.name ??
    used.map((layer) => hiddenExtent(project, layer)).find((fileName) => fileName !== undefined) ??
    project.datasets.find(({ role, confidential }) => role === 'wards' && confidential)?.fileName;
  if (held === undefined) return null;
  return `${held} is marked confidential, and the shapes would show its outline, so they are not exported. Take the mark away on the Data page first.`;
}

/** The confidential file whose areas say how far a layer speaks. */
function hiddenExtent({ datasets }: Project, { extent }: Project['layers'][number]): string | undefined {
  if (extent.kind !== 'areas') return undefined;
  return datasets.find(({ contentId, confidential }) => confidential && contentId === extent.contentId)
    ?.fileName;
}

function isHidden(project: Project, layer: Project['layers'][number]): boolean {
  return (
    layer.confidential ||
    project.datasets.some(({ contentId, confidential }) => confidential && contentId === layer.contentId)
  );
}
