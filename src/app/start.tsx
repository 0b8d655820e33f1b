import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { AppContext } from '../actions/app-context.ts';
import { keepQuality } from '../actions/find-quality.ts';
import { keepContentsNeeded } from '../actions/free-memory.ts';
import { fetchDemoAhead, openDemo } from '../actions/open-demo.ts';
import { keepCounting } from '../actions/recount.ts';
import { keepMarksTrue } from '../actions/show-marks.ts';
import { createStudyStores } from '../actions/study-stores.ts';
import { SHARE_MARK } from '../formats/share-mark.ts';
import { AppProvider } from '../panels/app-provider.tsx';
import { createAnalysisStore } from '../stores/analysis-store.ts';
import { createBasemapStore } from '../stores/basemap-store.ts';
import { createDigStore } from '../stores/dig-store.ts';
import { createImportStore } from '../stores/import-store.ts';
import { createKeepStore } from '../stores/keep-store.ts';
import { createMarksStore } from '../stores/marks-store.ts';
import { createOfflineStore } from '../stores/offline-store.ts';
import { createPlanStore } from '../stores/plan-store.ts';
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
    digs: createDigStore(),
    plans: createPlanStore(),
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
  const link = takeShareLink();
  followAddress(
    context,
    (words) => {
      trouble = words;
      tell(words);
    },
    (later) => void openLink(context, later),
  );

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
  void openWork(context, link).then(() => setTimeout(() => void sweep(context), SWEEP_MILLISECONDS));
  // A failure shows where the map is mounted, which asks again.
  void fetchMap().catch(() => undefined);
}

/** What the link shares, else the work kept in this browser, else the demo borough. */
async function openWork(context: AppContext, link: string | null): Promise<void> {
  const ahead = link === null ? fetchDemoAhead(import.meta.env.BASE_URL) : null;
  let left = link;
  const openShared = async (): Promise<boolean> => {
    const given = left;
    left = null;
    return given !== null && openLink(context, given);
  };
  const outcome = await import('../actions/open-kept-work.ts')
    .then(({ startKeptWork }) => startKeptWork(context, openShared))
    .catch(() => {
      // Never in silence: kept work that is not opened would look like lost work.
      context.offline.setState({ isPartMissing: true });
      return 'none' as const;
    });
  // Where the browser keeps nothing the link has not been asked for yet.
  if (outcome === 'opened' || (await openShared())) return;
  await openDemo(context, import.meta.env.BASE_URL, ahead);
}

/** Long after the first screen. */
const SWEEP_MILLISECONDS = 30_000;

async function sweep(context: AppContext): Promise<void> {
  await mapQuiet();
  // Without it nothing is lost but room.
  const part = await import('../actions/sweep-contents.ts').catch(() => null);
  await part?.sweepContents(context);
}

async function openLink(context: AppContext, link: string): Promise<boolean> {
  try {
    const { openShareLink } = await import('../actions/open-share-link.ts');
    return await openShareLink(context, link);
  } catch {
    const why = 'The part of Notspot that opens links could not be loaded. Reload, and open the link again.';
    context.keep.setState({ link: { kind: 'refused', why } });
    return false;
  }
}

/** The share link that the page was opened by, taken out of the address: a reload must not open it again. */
function takeShareLink(): string | null {
  const { hash } = location;
  if (!hash.startsWith(SHARE_MARK)) return null;
  history.replaceState(history.state, '', '#/');
  return hash;
}

function askBeforeLeaving(context: AppContext): void {
  addEventListener('beforeunload', (event) => {
    const { status, trouble, waiting } = context.keep.getState();
    if (trouble === 'deleted' || trouble === 'deleting' || trouble === 'not-deleted') return;
    const isAtRisk = status === 'off' ? context.project.getState().done.length > 0 : waiting > 0;
    if (isAtRisk) event.preventDefault();
  });
}
