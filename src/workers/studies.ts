import type { FigureQuestion } from '../domain/explain/figure-question.ts';
import type { FigureRows } from '../domain/explain/figure-rows.ts';
import type { Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { StudyBench } from './study-bench.ts';

/**
 * What a study is asked and what it answers, by its name. A study is a long job over a whole project, whose code the
 * worker fetches when it is first asked for.
 */
export interface Studies {
  clusters: { question: unknown; answer: unknown };
  areas: { question: unknown; answer: unknown };
  comparison: { question: unknown; answer: unknown };
  'before-after': { question: unknown; answer: unknown };
  /** The rows behind a figure. */
  'figure-rows': { question: FigureQuestion; answer: FigureRows };
}

export type StudyName = keyof Studies;

/** A study as its file has it: steps that end in the answer. `transfers` names buffers that may be given away with it. */
export interface Study<Name extends StudyName> {
  readonly study: (
    bench: StudyBench,
    project: Project,
    question: Studies[Name]['question'],
  ) => Generator<WorkStep, Studies[Name]['answer']>;
  readonly transfers?: (answer: Studies[Name]['answer']) => Transferable[];
}

/** Where each study is found. */
export const STUDIES: { readonly [Name in StudyName]?: () => Promise<Study<Name>> } = {
  'figure-rows': () => import('./studies/figure-rows.ts'),
};
