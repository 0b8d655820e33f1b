import { useEffect, useRef, useState } from 'react';
import { useAnalysis, useApp, useProject } from '../panels/app-provider.tsx';
import { mountMap } from './mount-map.ts';

export interface MapStageProps {
  /** A premises dot was chosen, by its row. */
  readonly onPremises: (row: number) => void;
}

/** Where the map stands. It starts once there is something to draw; until then a skeleton keeps its place. */
export function MapStage({ onPremises }: MapStageProps) {
  const context = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'idle' | 'none'>('loading');
  // The map starts while the worker counts: both take about as long, and there are two of them to do it.
  const opened = useProject((state) => state.project.datasets.length > 0);
  const settled = useAnalysis((analysis) => analysis.status !== 'working');
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (opened || settled) setWanted(true);
  }, [opened, settled]);
  useEffect(() => {
    if (!wanted || !place.current) return;
    return mountMap(place.current, context, { onState: setState, onPremises, describedBy: 'headline-text' });
  }, [wanted, context, onPremises]);
  useEffect(() => {
    document.documentElement.dataset.map = state;
  }, [state]);
  return (
    <section className="map-stage" aria-label="Map" id="map">
      {state === 'none' ? (
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
      {state === 'loading' ? <div className="map-skeleton" aria-hidden="true" /> : null}
      <div className="map-canvas" hidden={state === 'none'}>
        <div className="map-place" ref={place} />
      </div>
    </section>
  );
}
