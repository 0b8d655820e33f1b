import type { Comparison } from '../../domain/compare/comparison.ts';
import type { PublishedFigureBeside } from '../../domain/explain/explanation.ts';
import type { FigureQuestion } from '../../domain/explain/figure-question.ts';
import type { Project } from '../../domain/project/project.ts';
import { publishedBeside } from '../../domain/published/published-beside.ts';
import { latestTable } from './compare-authorities.ts';

/**
 * What is published of a figure: for what is covered by a technology in all that is loaded, where that is one authority
 * and a loaded table has its share. Undefined for any other figure.
 */
export function publishedFor(
  question: FigureQuestion,
  project: Project,
  comparison: Comparison | null,
): PublishedFigureBeside | undefined {
  const technology = technologyAsked(question, project);
  if (!comparison?.authority || technology === null || comparison.atHand.length > 1) return undefined;
  const { authority, published, counted } = comparison;
  const table = latestTable(published, technology);
  const figure = table?.figures.find(({ code }) => code === authority.code);
  const share = counted.find((one) => one.technology === technology);
  if (!table || !figure || !share) return undefined;
  // One operator's coverage is not what is published of the technology.
  const layer = project.layers.find(({ id }) => question.kind === 'covered' && id === question.layerId);
  if (question.kind === 'covered' && (layer?.operator !== null || share.layers.length !== 1))
    return undefined;
  const { reasons, ...beside } = publishedBeside({ figure, table, counted: share });
  return {
    source: { ...table.source, date: table.period ?? table.source.date },
    published: beside.published,
    counted: beside.counted,
    difference: beside.difference,
    reasons: reasons.map(({ kind, text }) => ({ kind, text })),
  };
}

/** Whether a figure is one that a published share may stand beside. */
export function mayBePublished({ kind, place }: FigureQuestion): boolean {
  return place === 'total' && (kind === 'covered' || kind === 'operators');
}

function technologyAsked(question: FigureQuestion, { layers }: Project): string | null {
  if (!mayBePublished(question)) return null;
  if (question.kind === 'operators') return question.atLeast === 1 ? question.technology : null;
  if (question.kind !== 'covered') return null;
  return layers.find(({ id }) => id === question.layerId)?.technology ?? null;
}
