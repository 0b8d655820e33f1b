import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { Project } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';

/** The fingerprints of a project whose data is loaded; null where they cannot be had: an export then leaves them empty. */
export async function fingerprintsOf(context: AppContext, project: Project): Promise<Fingerprints | null> {
  const outcome = await context.compute.run((api, job, onStep) => api.fingerprints(job, project, onStep));
  return outcome.state === 'done' ? outcome.value : null;
}
