import type { Figure } from '../project/figure.ts';
import { mentions } from '../project/hidden-names.ts';
import type { Evaluated, PlanEvaluation } from './evaluation.ts';

/**
 * The same without whatever speaks of names that must not leave (lower case): sources and assumptions of figures, sentences,
 * notes, sources of barriers. Numbers stay: they say how many, not of what file. The same value where no name is hidden.
 */
export function evaluationWithout(evaluation: PlanEvaluation, hidden: readonly string[]): PlanEvaluation {
  if (hidden.length === 0) return evaluation;
  const isOpen = (value: unknown): boolean => !mentions(value, hidden);
  const figureOf = (figure: Figure): Figure => ({
    ...figure,
    definition: isOpen(figure.definition) ? figure.definition : NOT_TOLD,
    sources: figure.sources.filter(isOpen),
    assumptions: figure.assumptions.filter(isOpen),
  });
  const evaluatedOf = (one: Evaluated): Evaluated => ({
    ...one,
    refused: one.refused === null || isOpen(one.refused) ? one.refused : NOT_TOLD,
    lines: one.lines.map(({ key, figure, why }) => ({
      key,
      figure: figure && figureOf(figure),
      why: why === null || isOpen(why) ? why : NOT_TOLD,
    })),
    byRecipe: one.byRecipe.filter(isOpen),
    barriers: one.barriers.map((barrier) =>
      isOpen(barrier.source) ? barrier : { ...barrier, source: WITHOUT_NAME },
    ),
    notes: one.notes.filter(isOpen),
  });
  return {
    ...evaluation,
    interventions: evaluation.interventions.map(evaluatedOf),
    chosen: evaluatedOf(evaluation.chosen),
    sentences: evaluation.sentences.filter(isOpen),
  };
}

const NOT_TOLD = 'It names what is confidential, and is not told here.';
const WITHOUT_NAME = {
  title: 'a file that is confidential',
  publisher: null,
  date: null,
  licence: null,
  url: null,
};
