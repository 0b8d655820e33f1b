import type { AppContext } from './app-context.ts';
import { forgetReleases, RELEASE_LOCK } from './forget-releases.ts';

/**
 * Has the browser keep the app's files, so that it opens without a network, and tells the store how that stands: kept or
 * not, online or not, and whether a newer release waits or has taken over in another tab. `baseUrl` is the app's path,
 * with a slash at both ends. Once for a page; settles when the browser has taken the service worker on or refused it.
 */
export async function keepOffline(context: AppContext, baseUrl: string): Promise<void> {
  const { offline } = context;
  const tellOnline = (): void => offline.setState({ isOnline: navigator.onLine });
  addEventListener('online', tellOnline);
  addEventListener('offline', tellOnline);
  tellOnline();
  const workers = navigator.serviceWorker;
  if (!workers || !navigator.locks || !isSecureContext) {
    offline.setState({ kept: 'impossible' });
    return;
  }
  const own = releaseOf(document);
  // Held as long as the tab lives: while anybody holds it, the files of this release stay.
  void navigator.locks.request(`${RELEASE_LOCK}${own}`, { mode: 'shared' }, () => new Promise(() => {}));

  const onController = async (): Promise<string | null> => {
    offline.setState({ kept: 'yes' });
    const served = await servedRelease(baseUrl);
    if (served !== null && served !== own) offline.setState({ release: 'replaced' });
    return served;
  };
  workers.addEventListener('controllerchange', () => void onController());
  if (workers.controller) await forgetReleases(await onController());

  let registration: ServiceWorkerRegistration | undefined;
  try {
    registration = await workers.register(`${baseUrl}sw.js`);
  } catch {
    // Without a network, behind a sign-in page, on a host without the file: what was kept before is kept.
  }
  registration ??= await workers.getRegistration();
  if (!registration) {
    offline.setState({ kept: 'no' });
    return;
  }
  watchReleases(context, registration);
  askForNewer(registration);
}

function watchReleases({ offline }: AppContext, registration: ServiceWorkerRegistration): void {
  const look = (): void => {
    const { release, kept } = offline.getState();
    // Also a page that went past the service worker, as a forced reload does, is kept.
    if (registration.active && kept === 'working') offline.setState({ kept: 'yes' });
    if (registration.waiting && registration.active && release === 'newest')
      offline.setState({ release: 'waiting' });
    if (!registration.active && !registration.installing && !registration.waiting && kept === 'working')
      offline.setState({ kept: 'no' });
  };
  const follow = (): void => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', follow);
  follow();
  look();
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

/** The release whose page opens now; null when that cannot be told. */
async function servedRelease(baseUrl: string): Promise<string | null> {
  try {
    const text = await (await fetch(`${baseUrl}index.html`)).text();
    // Only read, never put into the page.
    return /<meta name="release" content="(\w+)"/.exec(text)?.[1] ?? null;
  } catch {
    return null;
  }
}

function releaseOf(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '';
}
