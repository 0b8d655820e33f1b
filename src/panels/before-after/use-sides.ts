import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isAnswerTo } from '../../actions/run-study.ts';
import { readSides } from '../../stores/derived/sides-text.ts';
import { useApp, useProject, useView } from '../app-provider.tsx';

/**
 * The comparison that the view asks for and what the study has of it. `isNow` is true where the answer is to these sides
 * of the project as it stands; `shown` is what may be shown: that, or the one before it while another is being counted.
 */
export function useSides() {
  const context = useApp();
  const state = useStore(context.studies['before-after']);
  const project = useProject((store) => store.project);
  const version = useProject((store) => store.version);
  const text = useView((store) => store.sides);
  const { view, fault } = useMemo(() => readSides(text, project), [text, project]);
  const { status, answer, answered } = state;
  const isUnderWay = status === 'ready' || status === 'working';
  const shown = useMemo(
    () => (isUnderWay && answer && answered ? { counts: answer, sides: answered.question } : null),
    [isUnderWay, answer, answered],
  );
  return {
    ...state,
    project,
    version,
    text,
    view,
    fault,
    shown,
    isNow: isAnswerTo(state, view.sides, version),
  };
}
