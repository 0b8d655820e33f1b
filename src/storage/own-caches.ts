/**
 * The release whose files a cache keeps for the app at `scope` (the address of its service worker's scope); null for the
 * caches of other apps of this origin and of this app elsewhere on it. Workbox names them: id, "precache", version, scope.
 */
export function releaseOfCache(name: string, scope: string): string | null {
  const [, release, at] = /^notspot-(\w+)-precache-v\d+-(.+)$/.exec(name) ?? [];
  return at === scope ? release : null;
}
