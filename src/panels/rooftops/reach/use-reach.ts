import { useEffect } from 'react';
import { useStore } from 'zustand';
import { findReach, reachQuestion } from '../../../actions/find-reach.ts';
import { isAnswerTo } from '../../../actions/run-study.ts';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** The reach of the chosen site, found when it is not there yet; `isCurrent` says whether this is it. */
export function useReach() {
  const context = useApp();
  const state = useStore(context.studies.reach);
  const version = useProject((project) => project.version);
  const siteId = useView(({ rooftops }) => rooftops.siteId);
  const radiusMetres = useView(({ rooftops }) => rooftops.radiusMetres);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version, site or radius is another question.
  useEffect(() => {
    void findReach(context);
  }, [context, version, siteId, radiusMetres]);
  const question = reachQuestion(context);
  const { answer } = state;
  const isOfSite =
    answer !== null &&
    question !== null &&
    answer.site.lon === question.site.lon &&
    answer.site.lat === question.site.lat;
  return {
    ...state,
    answer: isOfSite ? answer : null,
    isCurrent: question !== null && isAnswerTo(state, question, version),
  };
}
