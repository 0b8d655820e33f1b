import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { AppContext } from '../actions/app-context.ts';
import { keepQuality } from '../actions/find-quality.ts';
import { keepContentsNeeded } from '../actions/free-memory.ts';
import { openDemo } from '../actions/open-demo.ts';
import { keepCounting } from '../actions/recount.ts';
import { keepMarksTrue } from '../actions/show-marks.ts';
import { createStudyStores } from '../actions/study-stores.ts';
import { AppProvider } from '../panels/app-provider.tsx';
import { createAnalysisStore } from '../stores/analysis-store.ts';
import { createBasemapStore } from '../stores/basemap-store.ts';
import { createImportStore } from '../stores/import-store.ts';
import { createKeepStore } from '../stores/keep-store.ts';
import { createMarksStore } from '../stores/marks-store.ts';
import { createOfflineStore } from '../stores/offline-store.ts';
import { createProjectStore } from '../stores/project-store.ts';
import { createQualityStore } from '../stores/quality-store.ts';
import { createTourStore } from '../stores/tour-store.ts';
import { createViewStore } from '../stores/view-store.ts';
import { createComputeClient } from '../workers/compute-client.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { followAddress } from './follow-address.ts';
import { followOffline } from './follow-offline.ts';
import { listenToShortcuts } from './keyboard-shortcuts.ts';
import { mapQuiet } from './map-quiet.ts';
import { markHeadline } from './mark-headline.ts';
import { fetchMap } from './mount-map.ts';
import { Shell } from './shell.tsx';
import { followTheme } from './theme.ts';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './styles.css';

/** Makes the stores and the worker, joins them, draws the app into `place` and opens the demo borough. */
export function start(place: HTMLElement): void {
  followTheme();
  const offline = createOfflineStore();
  const context: AppContext = {
    project: createProjectStore(),
    analysis: createAnalysisStore(),
    view: createViewStore(),
    imports: createImportStore(),
    marks: createMarksStore(),
    quality: createQualityStore(),
    basemap: createBasemapStore(),
    studies: createStudyStores(),
    tour: createTourStore(),
    keep: createKeepStore(),
    keeper: { current: null },
    offline,
    compute: createComputeClient(() => offline.setState({ isPartMissing: true })),
  };
  context.analysis.setState({ status: 'working' });
  keepCounting(context);
  keepContentsNeeded(context);
  keepMarksTrue(context);
  keepQuality(context, mapQuiet);
  listenToShortcuts(context);
  askBeforeLeaving(context);
  markHeadline(context);
  followOffline(context);
  let tell: (words: string) => void = () => {};
  let trouble = '';
  followAddress(context, (words) => {
    trouble = words;
    tell(words);
  });

  function App() {
    const [words, setWords] = useState(trouble);
    tell = setWords;
    return <Shell addressTrouble={words} onDismissTrouble={() => setWords('')} />;
  }
  createRoot(place).render(
    <StrictMode>
      <AppProvider context={context}>
        <ErrorBoundary what="the app">
          <App />
        </ErrorBoundary>
      </AppProvider>
    </StrictMode>,
  );
  void openWork(context);
  // A failure shows where the map is mounted, which asks again.
  void fetchMap().catch(() => undefined);
}

/** The work kept in this browser, else the demo borough. */
async function openWork(context: AppContext): Promise<void> {
  const outcome = await import('../actions/open-kept-work.ts')
    .then(({ startKeptWork }) => startKeptWork(context))
    .catch(() => {
      // Never in silence: kept work that is not opened would look like lost work.
      context.offline.setState({ isPartMissing: true });
      return 'none' as const;
    });
  if (outcome !== 'opened') await openDemo(context, import.meta.env.BASE_URL);
}

function askBeforeLeaving(context: AppContext): void {
  addEventListener('beforeunload', (event) => {
    const { status, trouble, waiting } = context.keep.getState();
    if (trouble === 'deleted') return;
    const isAtRisk = status === 'off' ? context.project.getState().done.length > 0 : waiting > 0;
    if (isAtRisk) event.preventDefault();
  });
}
