/**
 * Fetches every script and style sheet of the app past the browser's own cache: files are kept there for a year, also one
 * that arrived spoilt. Settles when all have been asked for or after 15 s; never rejects.
 */
export async function refetchParts(baseUrl: string): Promise<void> {
  const known = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  const listed = await listedParts(baseUrl);
  const parts = new Set([...known, ...listed].filter((path) => path.startsWith(`${baseUrl}assets/`)));
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  await Promise.allSettled([...parts].map((path) => fetch(path, { cache: 'reload', signal })));
}

const PATIENCE_MILLISECONDS = 15_000;

/** The paths that the host's service worker names; [] where there is none. */
async function listedParts(baseUrl: string): Promise<string[]> {
  try {
    const response = await fetch(`${baseUrl}sw.js`);
    if (!response.ok) return [];
    const text = await response.text();
    return [...text.matchAll(/url:"(assets\/[\w./-]+)"/g)].map(([, path]) => `${baseUrl}${path}`);
  } catch {
    return [];
  }
}
