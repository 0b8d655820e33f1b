import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';

/** Downloads the ward counts as CSV with definition, sources and date. */
export async function exportWardsCsv(context: AppContext): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const text = await context.compute.api.exportWardsCsv(project);
  return download(text, { project, what: 'ward-counts', extension: 'csv', type: 'text/csv;charset=utf-8' });
}
