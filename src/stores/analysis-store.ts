import { createStore } from 'zustand/vanilla';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';

/** Where the count stands. While `working`, the earlier analysis stays on show, marked as being recounted. */
export interface AnalysisState {
  readonly status: 'empty' | 'working' | 'ready' | 'failed';
  readonly step: WorkStep | null;
  readonly analysis: Analysis | null;
  /** Project version the analysis counted; −1 before the first. */
  readonly countedVersion: number;
  /** Why the last count failed, in words that say what to do. */
  readonly problem: {
    readonly message: string;
    readonly place: number | null;
    /** Files whose data is not in this browser, where that is why. */
    readonly missing?: readonly Pick<DatasetRecord, 'fileName' | 'rows'>[];
  } | null;
}

export function createAnalysisStore() {
  return createStore<AnalysisState>()(() => ({
    status: 'empty',
    step: null,
    analysis: null,
    countedVersion: -1,
    problem: null,
  }));
}

export type AnalysisStore = ReturnType<typeof createAnalysisStore>;
