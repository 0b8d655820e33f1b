import { useEffect } from 'react';
import { useStore } from 'zustand';
import { findSeenSites, seesQuestion } from '../../../actions/find-seen-sites.ts';
import { isAnswerTo } from '../../../actions/run-study.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** What the chosen premises sees, found when it is not there yet; `question` null: none is chosen. */
export function useSeenSites() {
  const context = useApp();
  const state = useStore(context.studies.sees);
  const version = useProject((project) => project.version);
  const premises = useView((view) => view.premises);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or premises is another question.
  useEffect(() => {
    void findSeenSites(context);
  }, [context, version, premises]);
  const question = seesQuestion(context);
  const isOfThis = JSON.stringify(state.answered?.question ?? null) === JSON.stringify(question);
  return {
    ...state,
    question,
    answer: isOfThis && (state.status === 'ready' || state.status === 'working') ? state.answer : null,
    isCurrent: question !== null && isAnswerTo(state, question, version),
  };
}
