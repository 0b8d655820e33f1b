import { useEffect } from 'react';
import { useStore } from 'zustand';
import { askLink } from '../../../actions/ask-link.ts';
import { isAnswerTo } from '../../../actions/run-study.ts';
import { linkQuestion, type TriedHeights } from '../../../stores/derived/link-ends.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** The link between the ends that are looked at, judged anew whenever an end, a height or the project changes. */
export function useLink(tried: TriedHeights) {
  const context = useApp();
  const state = useStore(context.studies.link);
  const project = useProject((one) => one.project);
  const version = useProject((one) => one.version);
  const link = useView(({ rooftops }) => rooftops.link);
  const question = linkQuestion(project, link, tried);
  const asked = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or another question is asked anew.
  useEffect(() => {
    if (question) void askLink(context, question);
  }, [context, version, asked]);
  return {
    ...state,
    question,
    isCurrent: question !== null && isAnswerTo(state, question, version),
  };
}
