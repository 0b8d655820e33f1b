import type { Project } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';

/** How a pack of the demo is added to the borough. */
export interface JoinedDemoPack {
  readonly fetchPack: (baseUrl: string, signal?: AbortSignal) => Promise<Uint8Array>;
  /** What the step is called where it can be undone. */
  readonly label: string;
  /** Gives back the same project where there is nothing to add. */
  readonly join: (project: Project, opened: Project) => Project;
  /** Said where the project is not the demo's. */
  readonly misfit: string;
}

/**
 * Fetches a pack of the demo borough and adds it to the project, as one step of undo; what is there already is not added again.
 * Throws with words that say what to do where it cannot be fetched, or the project is not the demo's; throws the signal's
 * reason when aborted.
 */
export async function joinDemoPack(
  context: AppContext,
  { fetchPack, label, join, misfit }: JoinedDemoPack,
  baseUrl: string,
  signal?: AbortSignal,
): Promise<void> {
  const { readOnly } = context.project.getState();
  if (readOnly)
    throw new Error('This project is read-only here. Take over or reload this tab, then try again.');
  const bytes = await fetchPack(baseUrl, signal);
  const buffer = bytes.slice().buffer;
  const outcome = await context.compute.run((api, job, onStep) => api.openPack(job, buffer, onStep), {
    signal,
  });
  if (outcome.state === 'cancelled') return;
  if (outcome.state === 'failed') throw new Error(outcome.message);
  // Other steps may have been taken meanwhile: it is added to the project as it is now.
  const { project, change } = context.project.getState();
  if (!project.fictional) throw new Error(misfit);
  const next = join(project, outcome.value);
  if (next !== project) change(label, { kind: 'set-project', project: next });
}
