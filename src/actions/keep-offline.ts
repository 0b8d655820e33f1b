import type { AppContext } from './app-context.ts';
import { forgetReleases, RELEASE_LOCK } from './forget-releases.ts';
import { takeOnReleases } from './take-on-releases.ts';

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

  await takeOnReleases(context, baseUrl);
}

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
