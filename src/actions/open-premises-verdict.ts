import type { Verdict } from '../domain/verdict/verdict.ts';
import type { PremisesChoice } from '../stores/view-store.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';

/** What the chosen premises get, by the project as it is now. */
export function verdictOn(
  context: AppContext,
  { rows, title }: PremisesChoice,
  options: JobOptions,
): Promise<Settled<Verdict | null>> {
  const { project } = context.project.getState();
  return context.compute.run(
    (api, job, onStep) => api.verdict(job, project, { rows, title }, onStep),
    options,
  );
}
