import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { MapHandle, MapState } from '../map/create-map.ts';
import { STREET_ZOOM } from '../map/street-zoom.ts';
import { useAnalysis, useApp, useProject, useView } from '../panels/app-provider.tsx';
import { DotKey } from '../panels/not-spots/dot-key.tsx';
import { WardKey } from '../panels/not-spots/ward-key.tsx';
import { isMapEmpty } from '../stores/derived/map-reading.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { MissingPart } from './missing-part.tsx';
import { mountMap } from './mount-map.ts';

// Two counts beside each other: fetched when somebody first compares.
const SidesStage = lazy(async () => {
  const { SidesStage } = await import('./sides-stage.tsx');
  return { default: SidesStage };
});

// Both answers of a plan: fetched when there are some to show.
const DuelStage = lazy(async () => {
  const { DuelStage } = await import('./duel-stage.tsx');
  return { default: DuelStage };
});

const RooftopsKey = lazy(async () => {
  const { RooftopsKey } = await import('../panels/rooftops/rooftops-key.tsx');
  return { default: RooftopsKey };
});
const InterventionsKey = lazy(async () => {
  const { InterventionsKey } = await import('../panels/interventions/interventions-key.tsx');
  return { default: InterventionsKey };
});
const ReliefButton = lazy(async () => {
  const { ReliefButton } = await import('../panels/rooftops/relief-button.tsx');
  return { default: ReliefButton };
});

export interface MapStageProps {
  /** A premises dot was chosen, by its row. */
  readonly onPremises: (row: number) => void;
}

/** Where the map stands. It starts once there is something to draw; until then a skeleton keeps its place. */
export function MapStage({ onPremises }: MapStageProps) {
  const context = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<MapState>('loading');
  const [problem, setProblem] = useState<'missing' | 'late' | null>(null);
  const [map, setMap] = useState<MapHandle | null>(null);
  const [second, setSecond] = useState<MapState | null>(null);
  const compares = useView((view) => view.page === 'not-spots' && view.topic === 'before-after');
  const duels = useDuels();
  // The map starts while the worker counts: both take about as long, and there are two of them to do it.
  const opened = useProject((state) => state.project.datasets.length > 0);
  const settled = useAnalysis((analysis) => analysis.status !== 'working');
  const empty = useProject(({ project }) => isMapEmpty(project)) && settled;
  const page = useView((view) => view.page);
  const nearEnough = useView((view) => (view.camera?.zoom ?? 0) >= STREET_ZOOM);
  // A definition without an area leaves the wards' shares on the map.
  const withoutArea = useStore(
    context.studies.areas,
    ({ status, answer }) => status === 'ready' && answer?.notSpots === null,
  );
  const showsWards = useView(
    ({ page, topic }) =>
      page !== 'not-spots' || topic === 'wards' || topic === 'compare' || (topic === 'areas' && withoutArea),
  );
  const [wanted, setWanted] = useState(false);
  const [wasDrawn, setWasDrawn] = useState(false);
  if (state === 'idle' && !wasDrawn) setWasDrawn(true);
  useEffect(() => {
    if (opened || settled) setWanted(true);
  }, [opened, settled]);
  useEffect(() => {
    if (!wanted || !place.current) return;
    const end = mountMap(place.current, context, {
      onState: setState,
      onMap: setMap,
      onProblem: setProblem,
      onPremises,
      describedBy: 'headline-text sides-headline',
    });
    return () => {
      setMap(null);
      end();
    };
  }, [wanted, context, onPremises]);
  const isDrawing =
    state === 'reloading' || (state === 'idle' && (second === 'loading' || second === 'reloading'));
  useEffect(() => {
    document.documentElement.dataset.map = isDrawing ? 'loading' : state;
  }, [state, isDrawing]);
  return (
    <section className="map-stage" aria-label="Map" id="map">
      {problem !== null && state !== 'idle' ? (
        <div className="map-problem">
          <MissingPart what="the map" isLate={problem === 'late'} />
        </div>
      ) : state === 'none' ? (
        <div className="map-none">
          <p>
            <strong>The map cannot be shown on this computer.</strong>
          </p>
          <p>
            It needs WebGL 2, which is switched off or missing here. Every number is in the panel and the
            table.
          </p>
        </div>
      ) : null}
      {state === 'loading' && !wasDrawn ? <div className="map-skeleton" aria-hidden="true" /> : null}
      <div className="map-reloading" role="status" hidden={state !== 'reloading'}>
        {state === 'reloading' ? (
          <p>The map is reloading: the graphics of this computer stopped for a moment.</p>
        ) : null}
      </div>
      <div className={empty ? 'map-canvas map-empty' : 'map-canvas'} hidden={state === 'none'}>
        <div className="map-place" ref={place} />
        {compares && map?.map ? (
          <ErrorBoundary what="the second map">
            <Suspense>
              <SidesStage leader={map} onState={setSecond} onPremises={onPremises} />
            </Suspense>
          </ErrorBoundary>
        ) : null}
        {duels && map?.map ? (
          <ErrorBoundary what="the second map">
            <Suspense>
              <DuelStage leader={map} onState={setSecond} onPremises={onPremises} />
            </Suspense>
          </ErrorBoundary>
        ) : null}
        {empty ? <p className="map-empty-words">Nothing to draw yet: drop in wards or premises</p> : null}
        {page === 'rooftops' ? (
          <Suspense>
            <RooftopsKey />
            <ReliefButton />
          </Suspense>
        ) : page === 'interventions' ? (
          <Suspense>
            <InterventionsKey />
          </Suspense>
        ) : nearEnough && !compares ? (
          <DotKey />
        ) : showsWards ? (
          <WardKey />
        ) : null}
      </div>
    </section>
  );
}

/** Whether the open plan has designs to be shown beside each other. */
function useDuels(): boolean {
  const context = useApp();
  const plan = useView(({ page, interventions }) =>
    page === 'interventions' && interventions.topic === 'duel' ? interventions.planId : null,
  );
  const hasDesigns = useProject(
    ({ project }) => project.plans.find(({ id }) => id === plan)?.designs != null,
  );
  const earlier = useStore(context.plans, (state) => state.earlier?.planId ?? null);
  const isThere = useProject(({ project }) => project.plans.some(({ id }) => id === plan));
  return isThere && (hasDesigns || earlier === plan);
}
