import type proj4 from 'proj4';

/**
 * The projections, fetched once. They weigh 42 KB gzipped beside 60 KB of everything else in the worker, and the demo
 * borough needs none: every reader of files awaits this before it converts.
 */
export async function loadProjections(): Promise<void> {
  loaded ??= (await import('proj4')).default;
}

/** True once `loadProjections` has been awaited. */
export function projectionsLoaded(): boolean {
  return loaded !== null;
}

/** The projection library. Throws Error where `loadProjections` has not been awaited. */
export function projectionLibrary(): typeof proj4 {
  if (!loaded) throw new Error('The projections are not loaded: await loadProjections() first.');
  return loaded;
}

let loaded: typeof proj4 | null = null;
