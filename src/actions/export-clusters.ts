import { today } from '../domain/project/today.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';
import { clusterQuestion } from './find-clusters.ts';

/** What to export: all clusters, or the premises of one, by its id and name. */
export interface ClusterExport {
  readonly format: 'csv' | 'geojson';
  readonly cluster: { readonly id: string; readonly name: string } | null;
}

/** Downloads clusters with definition, sources and date. Returns the file's name, or why there is none. */
export async function exportClusters(
  context: AppContext,
  { format, cluster }: ClusterExport,
  options: JobOptions = {},
): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const countedOn = today();
  const question = { ...clusterQuestion(context), format, clusterId: cluster?.id ?? null, countedOn };
  const settled = await context.compute.run(
    (api, job, onStep) => api.study(job, 'cluster-file', project, question, onStep),
    options,
  );
  const what = cluster ? `not-spots-${cluster.name.toLowerCase()}` : 'clusters';
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/geo+json';
  return download(settled as Settled<string>, { project, what, extension: format, type });
}
