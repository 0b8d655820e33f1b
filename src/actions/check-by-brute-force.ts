import type { BruteForceCheck } from '../domain/not-spots/brute-force.ts';
import { currentRecipe } from '../domain/project/project.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';

/** Checks the count on show against a walk of every row along every edge. */
export function checkByBruteForce(
  context: AppContext,
  options: JobOptions,
): Promise<Settled<BruteForceCheck>> {
  const { project } = context.project.getState();
  const { text } = currentRecipe(project);
  return context.compute.run(
    (api, job, onStep) => api.checkByBruteForce(job, project, text, onStep),
    options,
  );
}
