import { useEffect, useRef, useState } from 'react';
import { explainFigure } from '../../actions/explain-figure.ts';
import type { AskedAt } from '../../domain/explain/cell-question.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp, useView } from '../app-provider.tsx';
import { FigureAnswer } from './figure-answer.tsx';
import { useExplanation } from './use-explanation.ts';

/** The open explanation, over the page; closes with Escape and gives the focus back to the number. */
export function FigureDialog() {
  const context = useApp();
  const asked = useView((state) => state.explained);
  // The dialog stays while it closes, so that the browser gives the focus back.
  const [last, setLast] = useState<AskedAt | null>(asked);
  if (asked && asked !== last) setLast(asked);
  const place = useView(({ page, topic, wardCode }) => `${page} ${topic} ${wardCode}`);
  // What is asked stands on the page: on another there is nothing to ask.
  const askedAt = useRef(place);
  useEffect(() => {
    if (askedAt.current !== place) explainFigure(context, null);
    askedAt.current = place;
  }, [context, place]);
  const { text, isEarlier } = useExplanation(last);
  return (
    <ModalDialog
      title={text?.title ?? 'This figure is gone'}
      open={asked !== null}
      onClose={() => explainFigure(context, null)}
    >
      {text && last ? (
        <>
          {isEarlier ? <Notice>It is being counted anew; this explains the number on show.</Notice> : null}
          <FigureAnswer key={JSON.stringify(last)} text={text} />
        </>
      ) : (
        <p>The count has changed since: there is no such figure any more.</p>
      )}
    </ModalDialog>
  );
}
