import type { ReactNode } from 'react';
import { goTo } from '../../../actions/set-view.ts';
import { digNeed } from '../../../stores/derived/dig-need.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp, useProject } from '../../app-provider.tsx';
import { DemoStreets } from './demo-streets.tsx';

/** What is lacking before a dig can be designed, one thing at a time, each with what to do; else its children. */
export function DigNeeds({ children }: { readonly children: ReactNode }) {
  const context = useApp();
  const need = useProject(({ project }) => digNeed(project));
  if (need === null) return children;
  return (
    <section className="headline" aria-labelledby="dig-needs">
      <h2 id="dig-needs" className="missing-title">
        {need === 'premises' ? 'Premises are needed' : 'Streets are needed'}
      </h2>
      {need === 'premises' ? (
        <p>Load premises or postcodes first: a dig is designed to reach some of them.</p>
      ) : (
        <p>
          A trench follows streets. Load streets as lines (OpenStreetMap, OS Open Roads or the template), and,
          where you have them, fibre points, existing ducts and street restrictions.
        </p>
      )}
      {need === 'streets' ? <DemoStreets /> : null}
      <Button onClick={() => goTo(context, 'data')}>
        {need === 'premises' ? 'Load premises on the Data page' : 'Load streets on the Data page'}
      </Button>
    </section>
  );
}
