import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { openPremisesRow } from '../actions/open-premises.ts';
import { useApp, useProject, useView } from '../panels/app-provider.tsx';
import { DropZone } from '../panels/data/drop-zone.tsx';
import type { Page } from '../stores/view-store.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Explanations } from './explanations.tsx';
import { LiveRegion } from './live-region.tsx';
import { MapStage } from './map-stage.tsx';
import { PagePanel } from './page-panel.tsx';
import { PasteAnywhere } from './paste-anywhere.tsx';
import { TableDrawer } from './table-drawer.tsx';
import { PAGE_NAMES, TopBar } from './top-bar.tsx';
import { Troubles } from './troubles.tsx';
import { useScrollToTop } from './use-scroll-to-top.ts';

// Not needed for the first screen, so not part of what is fetched for it.
const ImportNotice = lazy(async () => {
  const { ImportNotice } = await import('../panels/data/import-notice.tsx');
  return { default: ImportNotice };
});
const MarksPanel = lazy(async () => {
  const { MarksPanel } = await import('../panels/marks-panel.tsx');
  return { default: MarksPanel };
});
const OfflineNotices = lazy(async () => {
  const { OfflineNotices } = await import('../panels/offline/offline-notices.tsx');
  return { default: OfflineNotices };
});
const PanelFoot = lazy(async () => {
  const { PanelFoot } = await import('../panels/panel-foot.tsx');
  return { default: PanelFoot };
});
const TourPanel = lazy(async () => {
  const { TourPanel } = await import('../panels/tour/tour-panel.tsx');
  return { default: TourPanel };
});

export interface ShellProps {
  /** What the address bar said that could not be followed; '' for nothing. */
  readonly addressTrouble: string;
  readonly onDismissTrouble: () => void;
}

/** The frame: bar, panel, map, table. The panel stands before the map, so that its text is read first. */
export function Shell({ addressTrouble, onDismissTrouble }: ShellProps) {
  const page = useView((state) => state.page);
  const name = useProject((state) => state.project.name);
  const loaded = useProject((state) => state.project.datasets.length > 0);
  const [panelOpen, setPanelOpen] = useState(true);
  const context = useApp();
  const premises = useView((state) => state.premises?.rows.join(' '));
  const openRow = useCallback((row: number) => openPremisesRow(context, row), [context]);
  const isMarked = useStore(context.marks, ({ owner }) => owner !== null);
  const isTouring = useStore(context.tour, ({ step }) => step !== null);
  const marked = useStore(context.marks, ({ owner, title }) => `${owner} ${title}`);
  const panel = useScrollToTop(
    `${useView((state) => `${state.wardCode} ${state.clusters.id} ${state.interventions.designId}`)} ${page} ${premises} ${marked}`,
  );
  const title = PAGE_NAMES[page];
  useEffect(() => {
    // No word of the person's data: titles go to history and bookmarks.
    document.title = `${title} · Notspot`;
  }, [title]);
  return (
    <div className={panelOpen ? 'shell' : 'shell panel-away'}>
      {/* A link would change the address, which carries the view. */}
      <button type="button" className="skip" onClick={() => document.getElementById('panel')?.focus()}>
        Skip to the numbers
      </button>
      <TopBar />
      <Troubles />
      <main className="stage" id="main">
        <div className="panel" id="panel" tabIndex={-1} ref={panel}>
          <div className="panel-head">
            <h1>{loaded && isAboutPlace(page) ? `${title}: ${name}` : title}</h1>
            <Button
              kind="quiet"
              icon="close"
              iconOnly
              className="panel-close"
              onClick={() => {
                setPanelOpen(false);
                requestAnimationFrame(() => document.getElementById('show-panel')?.focus());
              }}
            >
              Hide the panel
            </Button>
          </div>
          <ErrorBoundary what="news of this app">
            <Suspense>
              <OfflineNotices />
              <ImportNotice />
            </Suspense>
          </ErrorBoundary>
          {addressTrouble ? (
            <Notice kind="warning" title={addressTrouble} onDismiss={onDismissTrouble} />
          ) : null}
          {isTouring ? (
            <ErrorBoundary what="the tour">
              <Suspense>
                <TourPanel />
              </Suspense>
            </ErrorBoundary>
          ) : null}
          {isAboutPlace(page) && isMarked ? (
            <ErrorBoundary what="the marked places">
              <Suspense>
                <MarksPanel />
              </Suspense>
            </ErrorBoundary>
          ) : null}
          <ErrorBoundary what="this panel" key={page}>
            <Suspense fallback={<p className="headline">Opening the page …</p>}>
              <PagePanel dropZone={<DropZone />} />
            </Suspense>
          </ErrorBoundary>
          <ErrorBoundary what="the foot of the panel">
            <Suspense>
              <PanelFoot />
            </Suspense>
          </ErrorBoundary>
        </div>
        {panelOpen ? null : (
          <Button
            id="show-panel"
            className="panel-open"
            icon="chevron-right"
            onClick={() => {
              setPanelOpen(true);
              requestAnimationFrame(() => document.getElementById('panel')?.focus());
            }}
          >
            Show the panel
          </Button>
        )}
        <div className="ground">
          <ErrorBoundary what="the map">
            <MapStage onPremises={openRow} />
          </ErrorBoundary>
          <ErrorBoundary what="the ward table">
            <TableDrawer />
          </ErrorBoundary>
        </div>
      </main>
      <Explanations />
      <DropAnywhere />
      <PasteAnywhere />
      <LiveRegion />
    </div>
  );
}

/** The pages about the app itself bear no area's name. */
function isAboutPlace(page: Page): boolean {
  return page !== 'work' && page !== 'accessibility' && page !== 'privacy';
}
