import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useAnalysis, useApp, useProject, useView } from '../panels/app-provider.tsx';
import { surfaceOf } from '../panels/not-spots/topics.tsx';
import type { InterventionTopic, RooftopTopic } from '../stores/view-store.ts';
import { Button } from '../ui/button.tsx';
import { DATA_TABLE_PIXELS } from '../ui/data-table-pixels.ts';
import { Splitter } from '../ui/splitter.tsx';
import { LEAST_HEIGHT, startHeight, useMostHeight, wholeRows } from './drawer-heights.ts';
import { useScrollbarHeight } from './use-scrollbar-height.ts';

// The headline and the map come first.
const TableUseSelect = lazy(async () => {
  const { TableUseSelect } = await import('../panels/not-spots/table-use-select.tsx');
  return { default: TableUseSelect };
});
const RooftopsTable = lazy(async () => {
  const { RooftopsTable } = await import('../panels/rooftops/rooftops-table.tsx');
  return { default: RooftopsTable };
});
const InterventionsTable = lazy(async () => {
  const { InterventionsTable } = await import('../panels/interventions/interventions-table.tsx');
  return { default: InterventionsTable };
});
const WardTablePanel = lazy(async () => {
  const { WardTablePanel } = await import('../panels/not-spots/ward-table-panel.tsx');
  return { default: WardTablePanel };
});

/** The table below the map, of what the page is about: as high as wanted, or closed. */
export function TableDrawer() {
  const context = useApp();
  const isOpen = useView((state) => state.tableOpen);
  const topic = useView((state) => (state.page === 'not-spots' ? state.topic : 'wards'));
  const roofs = useView((state) => (state.page === 'rooftops' ? state.rooftops.topic : null));
  const about = useView((state) => (state.page === 'interventions' ? state.interventions.topic : null));
  // Where there can be no row yet, the map keeps the place.
  const hasSites = useProject(({ project }) => project.sites.length > 0);
  const hasWork = useView(({ interventions: { topic, planId, designId } }) =>
    topic === 'dig' || topic === 'rates' ? designId !== null : planId !== null,
  );
  const isBare = (roofs !== null && !hasSites) || (about !== null && !hasWork);
  const open = isOpen && !isBare;
  const surface = roofs
    ? { tableTitle: ROOF_TABLES[roofs], Table: RooftopsTable }
    : about
      ? { tableTitle: INTERVENTION_TABLES[about], Table: InterventionsTable }
      : surfaceOf(topic);
  const title = surface?.tableTitle ?? 'Wards';
  const ranks = useAnalysis((state) => state.analysis?.ranksWards ?? true);
  const [height, setHeight] = useState(startHeight);
  const [everyLayer, setEveryLayer] = useState(false);
  const most = useMostHeight();
  const shown = Math.min(height, most);
  const body = useRef<HTMLDivElement>(null);
  const counted = useAnalysis((state) => state.analysis !== null);
  const scrollbar = useScrollbarHeight(body, counted && open, title);
  const drawer = useRef<HTMLElement>(null);
  useTellHeight(drawer);
  return (
    <section
      ref={drawer}
      className={open ? 'drawer' : 'drawer drawer-closed'}
      aria-label={surface ? `${title}: table` : 'Ward table'}
      id="ward-table"
      tabIndex={-1}
    >
      {open ? (
        <Splitter
          label="Height of the table"
          controls="drawer-body"
          value={shown}
          min={LEAST_HEIGHT}
          max={most}
          step={DATA_TABLE_PIXELS.row}
          onChange={(next) => setHeight(wholeRows(next))}
        />
      ) : null}
      <div className="drawer-head">
        <h2>{title}</h2>
        {open && !surface && !ranks ? (
          <p className="small soft">Not ranked: a share used here is of areas larger than wards.</p>
        ) : null}
        {open && !surface ? (
          <Suspense fallback={null}>
            <TableUseSelect />
          </Suspense>
        ) : null}
        {open && !surface ? (
          <label className="check-line small drawer-option">
            <input
              type="checkbox"
              checked={everyLayer}
              onChange={(event) => setEveryLayer(event.target.checked)}
            />
            <span>One column for every layer</span>
          </label>
        ) : null}
        {isBare ? (
          <p className="small soft">
            {about === null
              ? 'Filled once there are rooftop sites.'
              : `Filled once a ${about === 'dig' || about === 'rates' ? 'dig' : 'plan'} is open.`}
          </p>
        ) : (
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
        )}
      </div>
      <div
        className="drawer-body"
        id="drawer-body"
        ref={body}
        hidden={!open}
        style={{ height: `${shown + scrollbar}px` }}
      >
        {open ? (
          <Suspense fallback={<p className="table-empty">Opening the table …</p>}>
            {surface ? <surface.Table /> : <WardTablePanel everyLayer={everyLayer} />}
          </Suspense>
        ) : null}
      </div>
    </section>
  );
}

const ROOF_TABLES: Readonly<Record<RooftopTopic, string>> = {
  sites: 'Rooftop sites',
  link: 'The link, metre by metre',
  reach: 'Premises in reach',
  premises: 'What this premises sees',
  radios: 'Rooftop sites',
};

const INTERVENTION_TABLES: Readonly<Record<InterventionTopic, string>> = {
  duel: 'Premises of the plan',
  barriers: 'Premises of the plan',
  cheapest: 'The cheapest for each premises',
  'compare-plans': 'Premises gained and lost',
  register: 'Premises of the plan',
  dig: 'Streets',
  rates: 'Streets',
};

/** Tells the style sheet how high the drawer stands: where the panel lies over the map, it ends above it. */
function useTellHeight(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--drawer-height', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
}
