import { useEffect, useState } from 'react';
import { useAnalysis, useApp, useView } from '../panels/app-provider.tsx';
import { WardTablePanel } from '../panels/not-spots/ward-table-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Splitter } from '../ui/splitter.tsx';

/** The ward table below the map: as high as wanted, or closed. */
export function TableDrawer() {
  const context = useApp();
  const open = useView((state) => state.tableOpen);
  const ranks = useAnalysis((state) => state.analysis?.ranksWards ?? true);
  const [height, setHeight] = useState(START_HEIGHT);
  const [everyLayer, setEveryLayer] = useState(false);
  const most = useMostHeight();
  const shown = Math.min(height, most);
  return (
    <section className={open ? 'drawer' : 'drawer drawer-closed'} aria-label="Ward table">
      {open ? (
        <Splitter
          label="Height of the ward table"
          controls="drawer-body"
          value={shown}
          min={LEAST_HEIGHT}
          max={most}
          onChange={setHeight}
        />
      ) : null}
      <div className="drawer-head">
        <h2>Wards</h2>
        {open && !ranks ? (
          <p className="small soft">Not ranked: a share used here is of areas larger than wards.</p>
        ) : null}
        {open ? (
          <label className="check-line small drawer-option">
            <input
              type="checkbox"
              checked={everyLayer}
              onChange={(event) => setEveryLayer(event.target.checked)}
            />
            <span>One column for every layer</span>
          </label>
        ) : null}
        <Button
          kind="quiet"
          icon={open ? 'chevron-down' : 'chevron-up'}
          className="drawer-toggle"
          aria-expanded={open}
          aria-controls="drawer-body"
          onClick={() => context.view.setState({ tableOpen: !open })}
        >
          {open ? 'Hide the table' : 'Show the table'}
        </Button>
      </div>
      <div className="drawer-body" id="drawer-body" hidden={!open} style={{ height: `${shown}px` }}>
        {open ? <WardTablePanel everyLayer={everyLayer} /> : null}
      </div>
    </section>
  );
}

/** Pixels. */
const START_HEIGHT = 280;
const LEAST_HEIGHT = 160;

function useMostHeight(): number {
  const [most, setMost] = useState(mostHeight);
  useEffect(() => {
    const onResize = (): void => setMost(mostHeight());
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return most;
}

function mostHeight(): number {
  return Math.max(LEAST_HEIGHT, Math.round(innerHeight * 0.7));
}
