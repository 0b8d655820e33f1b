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
  for (const [holder, empty] of tries) await empty().catch(() => left.push(holder));
  return left;
}

async function deleteDatabases(): Promise<void> {
  if (!globalThis.indexedDB) return;
  const found = (await indexedDB.databases?.().catch(() => [])) ?? [];
  const names = new Set([DATABASE_NAME, ...found.flatMap(({ name }) => (name ? [name] : []))]);
  for (const name of names) await deleteDatabase(name);
}

async function emptyFileSystem(): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  if (!root) return;
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}

async function emptyCaches(): Promise<void> {
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister();
}

async function emptyMarks(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
}
