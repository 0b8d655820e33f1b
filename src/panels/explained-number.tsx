import type { ReactNode } from 'react';
import { explainFigure } from '../actions/explain-figure.ts';
import type { Asked } from '../domain/explain/cell-question.ts';
import { useApp } from './app-provider.tsx';

export interface ExplainedNumberProps {
  readonly asks: Asked;
  /** A ward's GSS code, "outside" or "total"; of a topic's number, its own kind of line. */
  readonly place: string;
  /** The number as it is printed. */
  readonly children: ReactNode;
  /** Out of the tab order: a table walks its cells with the arrow keys. */
  readonly inTable?: boolean;
}

/** A printed number that can be asked: a click or Enter opens its explanation. */
export function ExplainedNumber({ asks, place, children, inTable = false }: ExplainedNumberProps) {
  const context = useApp();
  return (
    <button
      type="button"
      className="explained"
      tabIndex={inTable ? -1 : undefined}
      aria-haspopup="dialog"
      title={inTable ? undefined : 'Explain this number'}
      onClick={(event) => {
        // The row that the number stands in is not meant.
        event.stopPropagation();
        explainFigure(context, { ...asks, place });
      }}
    >
      {children}
    </button>
  );
}
