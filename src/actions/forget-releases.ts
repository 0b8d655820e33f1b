import { releaseOfCache } from '../storage/own-caches.ts';

/** Start of the name of the lock that every tab holds on its own release. */
export const RELEASE_LOCK = 'notspot-release-';

/**
 * Deletes the kept files of releases that no tab shows any more and that is not the one that opens now (`served`; with
 * null nothing is deleted); of this app at this address alone. While a newer release is being fetched or waits, everything stays.
 */
export async function forgetReleases(served: string | null): Promise<void> {
  const names = await caches.keys();
  const registration = await navigator.serviceWorker.getRegistration();
  if (served === null || !registration || registration.installing || registration.waiting) return;
  const { held = [] } = await navigator.locks.query();
  const inUse = new Set([served, ...held.map(({ name }) => name?.replace(RELEASE_LOCK, ''))]);
  for (const name of names) {
    const release = releaseOfCache(name, registration.scope);
    if (release !== null && !inUse.has(release)) await caches.delete(name);
  }
}
