import './areas.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { drawAreas, measureAreas } from '../../actions/study-areas.ts';
import { recipeInForce } from '../../stores/derived/recipe-in-force.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useApp, useProject, useView } from '../app-provider.tsx';
import { RecipeControl } from '../not-spots/recipe-control.tsx';
import { AreaDrawing } from './area-drawing.tsx';
import { AreaExport } from './area-export.tsx';
import { AreaFigures } from './area-figures.tsx';
import { AreaRefusals } from './area-refusals.tsx';

/** Topic 'areas': how much of the land is a not-spot. Measured when it is opened, and again when something changed. */
export function AreasPanel() {
  const context = useApp();
  const project = useProject((state) => state.project);
  const version = useProject((state) => state.version);
  const { text } = recipeInForce(project);
  const { status, step, answer, answered, problem, cancel } = useStore(context.studies.areas);
  const wardCode = useView((state) => state.wardCode);
  const [technology, setTechnology] = useState(
    () => context.studies['area-shapes'].getState().answered?.question.technology ?? null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or definition is another question.
  useEffect(() => {
    void measureAreas(context);
  }, [context, version, text]);
  const isNow = answered?.version === version && answered.question.recipeText === text;
  const shown = isNow && status !== 'failed' ? answer : null;
  const drawn = shown?.operators.some((one) => one.technology === technology) ? technology : null;
  const canDraw = shown !== null && (drawn !== null || shown.notSpots !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shapes follow the measured areas.
  useEffect(() => {
    if (canDraw) void drawAreas(context, drawn);
  }, [context, canDraw, drawn, version, text]);

  const again = (
    <Button kind="main" onClick={() => void measureAreas(context)}>
      Measure the areas
    </Button>
  );
  return (
    <>
      {shown ? (
        <AreaFigures analysis={shown} wardCode={wardCode} />
      ) : status === 'working' || status === 'idle' ? (
        <section className="headline headline-waiting" aria-busy="true" aria-label="Measuring areas">
          <div className="skeleton skeleton-number" />
          <div className="skeleton skeleton-line" />
          <div className="skeleton skeleton-line skeleton-short" />
          <ProgressBar
            what={step?.what ?? 'Measuring areas'}
            fraction={step?.fraction ?? null}
            onCancel={cancel ?? undefined}
          />
        </section>
      ) : status === 'failed' ? (
        <section className="headline">
          <Notice kind="problem" title="The areas could not be measured">
            <p className="anywhere">{problem}</p>
          </Notice>
          {again}
        </section>
      ) : (
        <section className="headline">
          <h2>Not measured</h2>
          <p>Measuring was stopped. The counts of premises stand.</p>
          {again}
        </section>
      )}
      <RecipeControl />
      {shown ? (
        <>
          {canDraw ? <AreaDrawing analysis={shown} technology={drawn} onChange={setTechnology} /> : null}
          <AreaRefusals analysis={shown} />
          <AreaExport canDraw={shown.notSpots !== null} />
        </>
      ) : null}
    </>
  );
}
