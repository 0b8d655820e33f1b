import './interventions.css';
import { Suspense, useRef } from 'react';
import { useProject, useView } from '../app-provider.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { InterventionsNav } from './interventions-nav.tsx';
import { interventionSurface } from './topics.tsx';

/** The Interventions page's panel: its topics, and the panel of the one that is open. */
export function InterventionsPanel() {
  const surface = interventionSurface(useView((state) => state.interventions.topic));
  // A button may go with what it changed: the focus then stays here.
  useProject((state) => state.version);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    <>
      <InterventionsNav />
      <div className="interventions-place" ref={place} tabIndex={-1}>
        <Suspense fallback={<p className="headline">Opening {surface.label.toLowerCase()} …</p>}>
          <surface.Panel />
        </Suspense>
      </div>
    </>
  );
}
