/** Where the app is: `base` is its path, with a slash at both ends. */
export interface AppPlace {
  readonly origin: string;
  readonly href: string;
  readonly base: string;
}

/** Whether a script's address lies among the app's own built files, or is exactly its service worker. */
export function isOwnScript(url: string, place: AppPlace): boolean {
  let resolved: URL;
  try {
    resolved = new URL(url, place.href);
  } catch {
    return false;
  }
  if (resolved.origin !== place.origin) return false;
  return (
    resolved.pathname.startsWith(`${place.base}assets/`) ||
    (resolved.pathname === `${place.base}sw.js` && resolved.search === '')
  );
}
