import { DEMO_HEIGHTS_KILOBYTES, fetchDemoHeights } from '../datasets/demo-heights.ts';
import { withDemoHeights } from '../domain/project/with-demo-heights.ts';
import type { AppContext } from './app-context.ts';

/** What `openDemoHeights` fetches, to be shown before it does. */
export const DEMO_HEIGHTS_WORDS = `Ground, trees, council assets and four rooftop sites of the demo borough: ${DEMO_HEIGHTS_KILOBYTES} kB from this site. Its buildings have their heights already.`;

/**
 * Fetches what rooftop radio needs of the demo borough and adds it to the project, as one step of undo; what is there
 * already is not added again. Throws with words that say what to do where it cannot be fetched, or the project is not the
 * demo's; throws the signal's reason when aborted.
 */
export async function openDemoHeights(
  context: AppContext,
  baseUrl: string,
  signal?: AbortSignal,
): Promise<void> {
  const { readOnly } = context.project.getState();
  if (readOnly)
    throw new Error('This project is read-only here. Take over or reload this tab, then try again.');
  const bytes = await fetchDemoHeights(baseUrl, signal);
  const buffer = bytes.slice().buffer;
  const outcome = await context.compute.run((api, job, onStep) => api.openPack(job, buffer, onStep), {
    signal,
  });
  if (outcome.state === 'cancelled') return;
  if (outcome.state === 'failed') throw new Error(outcome.message);
  // Other steps may have been taken meanwhile: it is added to the project as it is now.
  const { project, change } = context.project.getState();
  if (!project.fictional)
    throw new Error(
      'These heights are the demo borough’s and do not fit your files. Load heights of your area.',
    );
  const next = withDemoHeights(project, outcome.value);
  if (next !== project) change('Added the demo’s heights', { kind: 'set-project', project: next });
}
