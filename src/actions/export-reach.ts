import { today } from '../domain/project/today.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';
import { reachQuestion } from './find-reach.ts';

/** Downloads the premises in reach of the chosen site. Returns the file's name, or why there is none. */
export async function exportReach(context: AppContext, format: 'csv' | 'geojson'): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const asked = reachQuestion(context);
  if (!asked) return { problem: 'Choose a site first.' };
  const question = { ...asked, format, countedOn: today() };
  const settled = await context.compute.run(
    (api, job, onStep) => api.study(job, 'reach-file', project, question, onStep),
    {},
  );
  const what = `reach-${asked.site.name.toLowerCase()}`;
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/geo+json';
  return download(settled as Settled<string>, { project, what, extension: format, type });
}
