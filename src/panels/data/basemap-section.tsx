import { useStore } from 'zustand';
import { removeBasemap, restoreBasemap } from '../../actions/open-basemap.ts';
import { basemapText } from '../../stores/derived/basemap-text.ts';
import { Button } from '../../ui/button.tsx';
import { useApp } from '../app-provider.tsx';

/** The basemap file under the map: what it is, who made it, and a way to take it off and put it back. */
export function BasemapSection() {
  const context = useApp();
  const { basemap, removed } = useStore(context.basemap);
  if (!basemap && !removed) return null;
  const text = basemap ? basemapText(basemap) : null;
  return (
    <section className="panel-section basemap" aria-labelledby="basemap-title">
      <h2 id="basemap-title">Basemap</h2>
      {basemap && text ? (
        <>
          <p className="anywhere">
            <strong>{basemap.fileName}</strong>
          </p>
          <p className="small soft">{text.what}</p>
          <p className="small soft anywhere">{text.source}</p>
          <p className="small soft">
            It is drawn under your data, in this visit only. Nothing of it is counted.
          </p>
          <Button onClick={() => removeBasemap(context)}>Remove basemap</Button>
        </>
      ) : null}
      {removed ? (
        <>
          <p className="anywhere">{removed.fileName} was taken off the map.</p>
          <Button icon="undo" onClick={() => restoreBasemap(context)}>
            Put it back
          </Button>
        </>
      ) : null}
    </section>
  );
}
