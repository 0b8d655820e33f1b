import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { compareAreas, comparisonAsked } from '../../actions/compare-areas.ts';
import { explainFigure } from '../../actions/explain-figure.ts';
import { isAnswerTo } from '../../actions/run-study.ts';
import type { FigureQuestion } from '../../domain/explain/figure-question.ts';
import { explanationText } from '../../stores/derived/explanation-text.ts';
import { mayBePublished, publishedFor } from '../../stores/derived/published-for.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { useAnalysis, useApp, useProject, useView } from '../app-provider.tsx';
import { FigureAnswer } from './figure-answer.tsx';

/** The open explanation, over the page; closes with Escape and gives the focus back to the number. */
export function FigureDialog() {
  const context = useApp();
  const asked = useView((state) => state.explained);
  // The dialog stays while it closes, so that the browser gives the focus back.
  const [last, setLast] = useState<FigureQuestion | null>(asked);
  if (asked && asked !== last) setLast(asked);
  const analysis = useAnalysis((state) => state.analysis);
  const project = useProject((state) => state.project);
  const version = useProject((state) => state.version);
  const comparison = useStore(context.studies.comparison, (state) =>
    isAnswerTo(state, comparisonAsked(context), version) ? state.answer : null,
  );
  const place = useView(({ page, topic, wardCode }) => `${page} ${topic} ${wardCode}`);
  // What is asked stands on the page: on another there is nothing to ask.
  const askedAt = useRef(place);
  useEffect(() => {
    if (askedAt.current !== place) explainFigure(context, null);
    askedAt.current = place;
  }, [context, place]);
  useEffect(() => {
    if (asked && mayBePublished(asked)) void compareAreas(context);
  }, [context, asked]);
  const published = useMemo(
    () => (last ? publishedFor(last, project, comparison) : undefined),
    [last, project, comparison],
  );
  const text = last && analysis ? explanationText(last, analysis, project, published) : null;
  return (
    <ModalDialog
      title={text?.title ?? 'This figure is gone'}
      open={asked !== null}
      onClose={() => explainFigure(context, null)}
    >
      {text && last ? (
        <FigureAnswer key={JSON.stringify(last)} question={last} text={text} />
      ) : (
        <p>The count has changed since: there is no such figure any more.</p>
      )}
    </ModalDialog>
  );
}
