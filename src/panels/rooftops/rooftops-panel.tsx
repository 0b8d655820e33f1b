import { Suspense } from 'react';
import { useView } from '../app-provider.tsx';
import { RooftopNav } from './rooftop-nav.tsx';
import { rooftopSurface } from './topics.tsx';

/** The Rooftops page's panel: its topics, and the panel of the one that is open. */
export function RooftopsPanel() {
  const surface = rooftopSurface(useView((state) => state.rooftops.topic));
  return (
    <>
      <RooftopNav />
      <Suspense fallback={<p className="headline">Opening {surface.label.toLowerCase()} …</p>}>
        <surface.Panel />
      </Suspense>
    </>
  );
}
