import type { AppContext } from './app-context.ts';

/**
 * Looks through the data after each count that new data or layers brought, so that the count never waits for it. A newer
 * project cancels what is under way. `quiet` is awaited first: on the screen, until the map stands. Returns a function
 * that stops it.
 */
export function keepQuality(
  context: AppContext,
  quiet: () => Promise<void> = () => Promise.resolve(),
): () => void {
  let running: AbortController | null = null;
  let found: readonly unknown[] = [];
  const find = async (): Promise<void> => {
    const { project } = context.project.getState();
    const wanted = [project.datasets, project.layers];
    if (wanted.every((part, i) => part === found[i])) return;
    running?.abort();
    found = wanted;
    if (project.datasets.length === 0) {
      context.quality.setState({ status: 'empty', report: null });
      return;
    }
    const abort = new AbortController();
    running = abort;
    context.quality.setState({ status: 'working' });
    await quiet();
    if (abort.signal.aborted) return;
    const outcome = await context.compute.run((api, job, onStep) => api.quality(job, project, onStep), {
      signal: abort.signal,
    });
    if (abort.signal.aborted || outcome.state === 'cancelled') return;
    if (outcome.state === 'failed') context.quality.setState({ status: 'failed', report: null });
    else context.quality.setState({ status: 'ready', report: outcome.value });
  };
  const watch = (): void => {
    const { status, countedVersion } = context.analysis.getState();
    const { project, version } = context.project.getState();
    if (running && project.datasets !== found[0]) {
      running.abort();
      running = null;
      found = [];
    }
    if (status !== 'working' && countedVersion === version) void find();
  };
  const stops = [context.analysis.subscribe(watch), context.project.subscribe(watch)];
  return () => {
    for (const stop of stops) stop();
    running?.abort();
  };
}
