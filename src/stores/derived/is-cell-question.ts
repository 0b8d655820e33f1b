import type { AskedAt, AskedCell, CellQuestion } from '../../domain/explain/cell-question.ts';

/** Whether it is of a topic's answer and not of the count. */
export function isCellQuestion(question: AskedAt): question is CellQuestion {
  return CELLS.has(question.kind);
}

const CELLS: ReadonlySet<string> = new Set<AskedCell['kind']>([
  'cluster',
  'area',
  'compared',
  'change',
  'use-change',
  'operators-part',
  'published',
  'dated',
]);
