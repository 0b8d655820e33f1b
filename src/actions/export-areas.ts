import { currentRecipe } from '../domain/project/project.ts';
import { today } from '../domain/project/today.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';

/** Downloads the wards' areas as CSV, or the not-spots' shapes as GeoJSON, with definition, sources and date. */
export async function exportAreas(context: AppContext, format: 'csv' | 'geojson'): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const question = {
    recipeText: currentRecipe(project).text,
    format,
    countedOn: today(),
  };
  const text = await context.compute.run((api, job, onStep) =>
    api.study(job, 'area-file', project, question, onStep),
  );
  const file =
    format === 'csv'
      ? { what: 'areas', extension: 'csv', type: 'text/csv;charset=utf-8' }
      : { what: 'not-spot-areas', extension: 'geojson', type: 'application/geo+json' };
  return download(text as Parameters<typeof download>[0], { project, ...file });
}
