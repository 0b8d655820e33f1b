import './rooftops.css';
import { Suspense, useRef } from 'react';
import { useStore } from 'zustand';
import { useApp, useProject, useView } from '../app-provider.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { RooftopNav } from './rooftop-nav.tsx';
import { rooftopSurface } from './topics.tsx';

/** The Rooftops page's panel: its topics, and the panel of the one that is open. */
export function RooftopsPanel() {
  const context = useApp();
  const surface = rooftopSurface(useView((state) => state.rooftops.topic));
  // A button may go with what it changed: the focus then stays here.
  useProject((state) => state.version);
  useStore(context.studies.reach, (state) => state.status);
  useStore(context.studies.sees, (state) => state.status);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    <>
      <RooftopNav />
      <div className="rooftops-place" ref={place} tabIndex={-1}>
        <Suspense fallback={<p className="headline">Opening {surface.label.toLowerCase()} …</p>}>
          <surface.Panel />
        </Suspense>
      </div>
    </>
  );
}
