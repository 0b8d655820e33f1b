import type { FindAnswer } from '../domain/find/find-result.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';

/** What a text means in the project as it is now. An empty one only makes ready for the next. */
export function findInProject(
  context: AppContext,
  query: string,
  options: JobOptions,
): Promise<Settled<FindAnswer | null>> {
  const { project } = context.project.getState();
  return context.compute.run((api, job, onStep) => api.find(job, project, query, onStep), options);
}
