import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';

/** Downloads the not-spots as GeoJSON points with definition, sources and date. */
export async function exportNotSpotsGeoJson(context: AppContext): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const text = await context.compute.api.exportNotSpotsGeoJson(project);
  return download(text, { project, what: 'not-spots', extension: 'geojson', type: 'application/geo+json' });
}
