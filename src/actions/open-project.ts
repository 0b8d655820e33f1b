import type { AppContext } from './app-context.ts';

/**
 * Opens a pack as the project. On an empty start it is no step of undo; over work already there it is one, so that
 * nothing is lost by it.
 */
export async function openProject(context: AppContext, bytes: Uint8Array): Promise<void> {
  const buffer = bytes.slice().buffer;
  const outcome = await context.compute.run((api, job, onStep) => api.openPack(job, buffer, onStep));
  if (outcome.state === 'cancelled') return;
  if (outcome.state === 'failed') throw new Error(outcome.message);
  const { project, done, change, open } = context.project.getState();
  const fresh = project.datasets.length === 0 && done.length === 0;
  context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
  if (fresh) open({ project: outcome.value, done: [], undone: [] });
  else change(`Opened ${outcome.value.name}`, { kind: 'set-project', project: outcome.value });
}
