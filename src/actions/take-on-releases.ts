import type { AppContext } from './app-context.ts';
import { refetchParts } from './refetch-parts.ts';

/**
 * Has the browser install the host's service worker and tells the store how that goes: whether the app is kept, and
 * whether a newer release waits. A newer one that cannot be installed is never spoken of.
 */
export async function takeOnReleases({ offline }: AppContext, baseUrl: string): Promise<void> {
  let isRepaired = false;
  const start = async (): Promise<void> => {
    const registration = await registered(baseUrl);
    if (!registration) return offline.setState({ kept: 'no' });
    const look = (): void => {
      // Also a page that went past the service worker, as a forced reload does, is kept.
      if (registration.active && offline.getState().kept === 'working') offline.setState({ kept: 'yes' });
      const isWaiting = registration.waiting !== null && registration.active !== null;
      if (isWaiting && offline.getState().release === 'newest') offline.setState({ release: 'waiting' });
    };
    const failed = async (): Promise<void> => {
      // A file that arrived spoilt stays in the browser's own cache for a year and would fail it as long: once past that.
      if (!isRepaired) {
        isRepaired = true;
        await refetchParts(baseUrl);
        if (!registration.active) return start();
        await registration.update().catch(() => undefined);
      } else if (!registration.active) offline.setState({ kept: 'no' });
    };
    const follow = (): void => {
      const coming = registration.installing;
      const onState = (): void => {
        if (coming?.state === 'redundant') void failed();
        else look();
        if (coming?.state !== 'installing') coming?.removeEventListener('statechange', onState);
      };
      coming?.addEventListener('statechange', onState);
    };
    registration.addEventListener('updatefound', follow);
    follow();
    look();
    askForNewer(registration);
  };
  await start();
}

/** The registration, also where the host cannot be asked now; undefined where there is none. */
async function registered(baseUrl: string): Promise<ServiceWorkerRegistration | undefined> {
  const workers = navigator.serviceWorker;
  try {
    return await workers.register(`${baseUrl}sw.js`);
  } catch {
    // Without a network, behind a sign-in page, on a host without the file: what was kept before is kept.
    return workers.getRegistration();
  }
}

/** A tab that stays open for days asks anew when somebody comes back to it. */
function askForNewer(registration: ServiceWorkerRegistration): void {
  let asked = performance.now();
  const ask = (): void => {
    if (document.hidden || performance.now() - asked < ASK_AGAIN_MILLISECONDS) return;
    asked = performance.now();
    registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  addEventListener('online', ask);
}

const ASK_AGAIN_MILLISECONDS = 20 * 60_000;
