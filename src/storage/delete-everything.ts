import { emptyMarks } from './empty-marks.ts';
import { deleteDatabase } from './open-database.ts';
import { releaseOfCache } from './own-caches.ts';

/** What holds data in this browser, as a person knows it. */
export type Holder = 'saved work' | 'saved files' | 'offline copy' | 'settings';

/**
 * Empties all that this app holds in the browser, and nothing of other apps of the origin; the copy that works offline only
 * of the app at this address. Gives what could not be emptied; [] where nothing is left.
 */
export async function deleteEverything(): Promise<readonly Holder[]> {
  const tries: readonly (readonly [Holder, () => Promise<unknown>])[] = [
    ['saved work', deleteStore],
    ['saved files', emptyFileSystem],
    ['offline copy', emptyCaches],
    ['settings', emptySettings],
  ];
  const left: Holder[] = [];
  for (const [holder, empty] of tries) if (!(await emptied(empty))) left.push(holder);
  return left;
}

/** A file that another tab is just writing cannot be deleted until it has heard that it shall stop. */
async function emptied(empty: () => Promise<unknown>): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      await empty();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
  return false;
}

const MOST_TRIES = 8;
const PAUSE_MILLISECONDS = 300;
const PATIENCE_MILLISECONDS = 1000;

async function deleteStore(): Promise<void> {
  if (globalThis.indexedDB) await deleteDatabase(undefined, PATIENCE_MILLISECONDS);
}

async function emptyFileSystem(): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  if (!root) return;
  for (const name of FOLDERS)
    await root.removeEntry(name, { recursive: true }).catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
    });
}

/** Of contents and of second copies. */
const FOLDERS = ['contents', 'projects'];

async function emptyCaches(): Promise<void> {
  const { serviceWorker } = navigator;
  const { caches } = globalThis;
  if (!serviceWorker && !caches) return;
  const scope = new URL(import.meta.env.BASE_URL, location.href).href;
  for (const one of (await serviceWorker?.getRegistrations()) ?? [])
    if (one.scope === scope) await one.unregister();
  for (const name of (await caches?.keys()) ?? [])
    if (releaseOfCache(name, scope) !== null) await caches.delete(name);
}

async function emptySettings(): Promise<void> {
  emptyMarks(localStorage);
  emptyMarks(sessionStorage);
}
