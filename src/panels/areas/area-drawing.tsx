import { useId } from 'react';
import { useStore } from 'zustand';
import { drawAreas } from '../../actions/study-areas.ts';
import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import { areaKey } from '../../stores/derived/area-key.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PatternSwatch } from '../../ui/pattern-swatch.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useProject } from '../app-provider.tsx';

export interface AreaDrawingProps {
  readonly analysis: AreaAnalysis;
  /** What is to be drawn: the operators of a technology; null: the not-spots. */
  readonly technology: string | null;
  readonly onChange: (technology: string | null) => void;
}

/**
 * What the map draws of the areas, its key with km² (of what it draws still, while another choice is not drawn), the drawing's progress, and the wards that could not be drawn.
 */
export function AreaDrawing({ analysis, technology, onChange }: AreaDrawingProps) {
  const context = useApp();
  const name = useId();
  const version = useProject((state) => state.version);
  const { status, step, answer, answered, problem, cancel } = useStore(context.studies['area-shapes']);
  const isDrawn =
    answer !== null && answered?.version === version && answered.question.recipeText === analysis.recipeText;
  const onMap = isDrawn ? answered.question.technology : technology;
  const choices = [
    ...(analysis.notSpots ? [{ technology: null, label: 'Not-spots' }] : []),
    ...analysis.operators.map((one) => ({
      technology: one.technology,
      label: `${one.label} by number of operators`,
    })),
  ];
  return (
    <section className="panel-section" aria-labelledby="area-key-title">
      <h2 id="area-key-title">On the map</h2>
      {choices.length > 1 ? (
        <fieldset className="area-choices">
          <legend className="unseen">What the map draws</legend>
          {choices.map((choice) => (
            <label className="check-line" key={choice.label}>
              <input
                type="radio"
                name={name}
                checked={choice.technology === technology}
                onChange={() => onChange(choice.technology)}
              />
              <span>{choice.label}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <ul className="legend">
        {areaKey(analysis, onMap).map((line) => (
          <li key={line.answer}>
            <PatternSwatch pattern={line.pattern} token={line.token} />
            <span className="anywhere">{line.label}</span>
            <span className="soft number legend-note">{line.note}</span>
          </li>
        ))}
      </ul>
      {onMap !== null ? (
        <p className="small soft">
          Where a prediction has two confidences, ground covered at high confidence counts as covered here.
        </p>
      ) : null}
      {status === 'working' ? (
        <ProgressBar
          what={step?.what ?? 'Drawing'}
          fraction={step?.fraction ?? null}
          onCancel={cancel ?? undefined}
        />
      ) : null}
      {status === 'cancelled' || status === 'failed' ? (
        <div className="area-not-drawn">
          <p className="anywhere">
            {status === 'failed' ? `The shapes could not be drawn: ${problem}` : 'Drawing was stopped.'} The
            areas above stand.
            {onMap !== technology ? ' The map and its key still show the drawing before.' : ''}
          </p>
          <Button onClick={() => void drawAreas(context, technology)}>Draw the shapes</Button>
        </div>
      ) : null}
      {status === 'ready' && answer && answer.failures.length > 0 ? (
        <Notice
          kind="warning"
          title={`${answer.failures.length} of ${analysis.wardCodes.length} wards could not be drawn`}
        >
          <p>{answer.failures[0].remedy}</p>
          <Disclosure summary="Which, and why">
            <ul className="plain-list">
              {answer.failures.map(({ ward, message }) => (
                <li key={ward} className="anywhere">
                  {message}
                </li>
              ))}
            </ul>
          </Disclosure>
        </Notice>
      ) : null}
    </section>
  );
}
