import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { isAnswerTo, runStudy } from '../../actions/run-study.ts';
import { openFigureRow, showFigureRows } from '../../actions/show-figure-rows.ts';
import type { RowsQuestion } from '../../domain/explain/rows-question.ts';
import { rowsFoundText } from '../../stores/derived/explanation-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useAnalysis, useApp, useProject } from '../app-provider.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';

export interface FigureRowsSectionProps {
  readonly question: RowsQuestion;
  readonly title: string;
}

/** The rows behind a figure, found when asked for: the first by their names, all of them on the map. */
export function FigureRowsSection(props: FigureRowsSectionProps) {
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    <div className="stack" ref={place} tabIndex={-1}>
      <FoundRows {...props} />
    </div>
  );
}

function FoundRows({ question, title }: FigureRowsSectionProps) {
  const context = useApp();
  const version = useProject((state) => state.version);
  const found = useStore(context.studies['figure-rows']);
  const answer = isAnswerTo(found, question, version) ? found.answer : null;
  // A walk over so few rows is over before the explanation is read; of more it is asked for.
  const isCheap = useAnalysis((state) => (state.analysis?.rows ?? Number.POSITIVE_INFINITY) <= CHEAP_ROWS);
  const key = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each question, which the key stands for.
  useEffect(() => {
    if (isCheap) void runStudy(context, 'figure-rows', question);
  }, [context, isCheap, key, version]);
  if (answer) {
    return (
      <>
        <p role="status">{rowsFoundText(answer)}</p>
        {answer.names.length > 0 ? (
          <>
            <div className="row">
              <Button icon="target" onClick={() => showFigureRows(context, title, answer)}>
                Mark them on the map
              </Button>
            </div>
            <ul className="answer-rows">
              {answer.names.slice(0, SHOWN).map((name, i) => (
                <li key={answer.rows[i]}>
                  <button
                    type="button"
                    className="link"
                    onClick={() => openFigureRow(context, answer.rows[i])}
                  >
                    {name}
                  </button>
                </li>
              ))}
            </ul>
            {answer.names.length > SHOWN ? (
              <p className="small soft">
                The first {SHOWN} are listed, certain and possible ones alike; the map marks all of them.
              </p>
            ) : null}
          </>
        ) : null}
      </>
    );
  }
  if (found.status === 'working')
    return (
      <ProgressBar
        what={found.step?.what ?? 'Finding the rows'}
        fraction={found.step?.fraction ?? null}
        onCancel={() => found.cancel?.()}
      />
    );
  return (
    <>
      <div className="row">
        <Button onClick={() => void runStudy(context, 'figure-rows', question)}>List the rows</Button>
      </div>
      {found.status === 'failed' ? <Notice kind="problem">{found.problem}</Notice> : null}
      {found.status === 'cancelled' ? <Notice kind="info">The search was cancelled.</Notice> : null}
    </>
  );
}

const SHOWN = 24;
const CHEAP_ROWS = 100_000;
