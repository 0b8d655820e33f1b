import { openRooftopTopic } from '../../actions/set-rooftops-view.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';
import { DemoHeights } from './demo-heights.tsx';

/** Where a topic is about sites and there is none. */
export function SitesNeeded() {
  const context = useApp();
  return (
    <section className="headline" aria-labelledby="needs-sites">
      <h2 id="needs-sites" className="missing-title">
        No rooftop sites yet
      </h2>
      <p>Add a roof, mast or column first: by its place, by a click on the map, or from the best roofs.</p>
      <DemoHeights />
      <Button kind="main" onClick={() => openRooftopTopic(context, 'sites')}>
        Add a site
      </Button>
    </section>
  );
}
