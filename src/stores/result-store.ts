import { createStore } from 'zustand/vanilla';
import type { WorkStep } from '../domain/project/work-step.ts';

/** What became of a long job. While `working`, an earlier result stays, marked as no longer of what was asked. */
export interface ResultState<Question, Answer> {
  readonly status: 'idle' | 'working' | 'ready' | 'failed' | 'cancelled';
  readonly step: WorkStep | null;
  /** The last answer that came; null before the first, and after one that failed. */
  readonly answer: Answer | null;
  /** What `answer` answers. */
  readonly answered: { readonly question: Question; readonly version: number } | null;
  /** Why the last job failed, in words that say what to do. */
  readonly problem: string | null;
  /** Name of the error behind `problem`: what kind of failure it was. Absent where nothing failed, or nothing says. */
  readonly problemName?: string;
  /** Ends the job under way; null where there is none. */
  readonly cancel: (() => void) | null;
}

/** A store for the answers of one kind of long job. Never undone: an answer is of the project, not part of it. */
export function createResultStore<Question, Answer>() {
  return createStore<ResultState<Question, Answer>>()(() => ({
    status: 'idle',
    step: null,
    answer: null,
    answered: null,
    problem: null,
    cancel: null,
  }));
}

export type ResultStore<Question, Answer> = ReturnType<typeof createResultStore<Question, Answer>>;
