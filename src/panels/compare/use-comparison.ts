import { useEffect } from 'react';
import { useStore } from 'zustand';
import { compareAreas, comparisonAsked, takeNeed } from '../../actions/compare-areas.ts';
import { isAnswerTo } from '../../actions/run-study.ts';
import type { Comparison } from '../../domain/compare/comparison.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';

/** The comparison on show, asked for whenever the project or the choice of authority changes. */
export interface ShownComparison {
  /** The last answer; `isTrue` says whether it is of what is asked now. */
  readonly answer: Comparison | null;
  readonly isTrue: boolean;
  readonly step: WorkStep | null;
  readonly working: boolean;
  readonly problem: string | null;
  readonly cancelled: boolean;
  readonly cancel: (() => void) | null;
}

export function useComparison(): ShownComparison {
  const context = useApp();
  const version = useProject((state) => state.version);
  const countedVersion = useAnalysis((state) => state.countedVersion);
  const counting = useAnalysis((state) => state.status === 'working');
  const authority = useView((state) => state.compare.authority);
  const state = useStore(context.studies.comparison);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when what is asked has changed.
  useEffect(() => {
    void compareAreas(context);
  }, [context, version, countedVersion, counting, authority]);
  const isTrue = isAnswerTo(state, comparisonAsked(context), version);
  const columns = isTrue ? state.answer?.needColumns : undefined;
  useEffect(() => {
    if (columns) takeNeed(context, columns);
  }, [context, columns]);
  return {
    answer: state.answer,
    isTrue,
    step: state.step,
    working: state.status === 'working',
    problem: state.status === 'failed' ? state.problem : null,
    cancelled: state.status === 'cancelled',
    cancel: state.cancel,
  };
}
