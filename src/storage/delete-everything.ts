import { DATABASE_NAME, deleteDatabase } from './open-database.ts';

/** What holds data in this browser, as a person knows it. */
export type Holder = 'saved work' | 'saved files' | 'offline copy' | 'settings';

/** Empties all that this origin holds in the browser. Gives what could not be emptied; [] where nothing is left. */
export async function deleteEverything(): Promise<readonly Holder[]> {
  const tries: readonly (readonly [Holder, () => Promise<unknown>])[] = [
    ['saved work', deleteDatabases],
    ['saved files', emptyFileSystem],
    ['offline copy', emptyCaches],
    ['settings', emptyMarks],
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

async function deleteDatabases(): Promise<void> {
  if (!globalThis.indexedDB) return;
  const found = (await indexedDB.databases?.().catch(() => [])) ?? [];
  const names = new Set([DATABASE_NAME, ...found.flatMap(({ name }) => (name ? [name] : []))]);
  for (const name of names) await deleteDatabase(name, PATIENCE_MILLISECONDS);
}

async function emptyFileSystem(): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  if (!root) return;
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}

async function emptyCaches(): Promise<void> {
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister();
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
}

async function emptyMarks(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
}
