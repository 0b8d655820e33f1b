import type { AppContext } from './app-context.ts';
import { isWorthKeeping } from './is-worth-keeping.ts';

export interface ReloadOptions {
  /** Reloads even when the work could not be saved. */
  readonly isForced?: boolean;
  /** Fetches the app's parts anew first: one of them did not arrive whole. */
  readonly isRepair?: boolean;
}

/**
 * Saves what is not saved yet, lets a newer release that waits take over, and reloads. Resolves with false, and does
 * nothing more, when the work could not be saved or nothing keeps it; otherwise the page is left, unless the person then
 * answers the browser that it shall stay.
 */
export async function reloadApp(
  context: AppContext,
  { isForced = false, isRepair = false }: ReloadOptions = {},
): Promise<boolean> {
  const keeper = context.keeper.current;
  const isSaved = keeper ? await keeper.flush().catch(() => false) : !isWorthKeeping(context);
  if (!isSaved && !isForced) return false;
  // Of work that is not saved the browser asks the person, and not twice.
  await takeNewest({ isLateWelcome: isSaved }).catch(() => undefined);
  if (isRepair) {
    await import('./refetch-parts.ts')
      .then(({ refetchParts }) => refetchParts(import.meta.env.BASE_URL))
      .catch(() => undefined);
  }
  location.reload();
  return true;
}

/** Longest a waiting release is given to take over; without it the reload opens the one before once more. */
const TAKE_OVER_MILLISECONDS = 5000;

/**
 * Has a release that waits take over. One that does so only after the wait reloads a page that is still there once more
 * (`isLateWelcome`): the service worker before it may have been ended with the reload's request unanswered, and then the
 * browser waits for that answer for ever.
 */
async function takeNewest({ isLateWelcome }: { readonly isLateWelcome: boolean }): Promise<void> {
  const workers = navigator.serviceWorker;
  const waiting = (await workers?.getRegistration())?.waiting;
  if (!waiting) return;
  await new Promise<void>((resolve) => {
    let isLate = false;
    setTimeout(() => {
      isLate = true;
      resolve();
    }, TAKE_OVER_MILLISECONDS);
    const onTakenOver = (): void => {
      if (!isLate) resolve();
      else if (isLateWelcome) location.reload();
    };
    workers.addEventListener('controllerchange', onTakenOver, { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
}
