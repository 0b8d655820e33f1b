import { currentRecipe, type DatasetRecord } from '../domain/project/project.ts';
import { CONTENTS_MISSING } from '../workers/contents-missing.ts';
import type { AppContext } from './app-context.ts';

/**
 * Counts the project as it now stands whenever its data, layers or recipe change. A count that a newer change has
 * overtaken is cancelled and never shown. Returns a function that stops it.
 */
export function keepCounting(context: AppContext): () => void {
  let running: AbortController | null = null;
  const count = async (): Promise<void> => {
    running?.abort();
    const abort = new AbortController();
    running = abort;
    const { project, version } = context.project.getState();
    if (project.datasets.every((dataset) => dataset.role !== 'premises') || project.layers.length === 0) {
      context.analysis.setState({
        status: 'empty',
        step: null,
        analysis: null,
        countedVersion: version,
        problem: null,
      });
      return;
    }
    context.analysis.setState({ status: 'working', step: null, problem: null });
    // Of many changes in one go only the last is counted.
    await Promise.resolve();
    if (abort.signal.aborted) return;
    const { text } = currentRecipe(project);
    const outcome = await context.compute.run((api, job, onStep) => api.analyse(job, project, text, onStep), {
      signal: abort.signal,
      onStep: (step) => {
        if (!abort.signal.aborted) context.analysis.setState({ step });
      },
    });
    if (abort.signal.aborted || outcome.state === 'cancelled') return;
    // Changes that came meanwhile and did not end this count are of things it does not depend on.
    if (outcome.state === 'failed') {
      const missing = outcome.name === CONTENTS_MISSING ? await missingFiles(context) : undefined;
      if (abort.signal.aborted) return;
      const problem = { message: outcome.message, place: outcome.place, missing };
      context.analysis.setState({
        status: 'failed',
        step: null,
        analysis: null,
        countedVersion: context.project.getState().version,
        problem,
      });
      return;
    }
    const status = outcome.value ? 'ready' : 'empty';
    context.analysis.setState({
      status,
      step: null,
      analysis: outcome.value,
      countedVersion: context.project.getState().version,
      problem: null,
    });
  };
  const stop = context.project.subscribe((now, before) => {
    const same =
      now.project.datasets === before.project.datasets && now.project.layers === before.project.layers;
    if (same && now.project.recipes === before.project.recipes && now.project.view === before.project.view) {
      context.analysis.setState({ countedVersion: now.version });
      return;
    }
    void count();
  });
  return () => {
    stop();
    running?.abort();
  };
}

/** Files of the project whose data is not in this browser. */
async function missingFiles(context: AppContext): Promise<readonly DatasetRecord[]> {
  const lost = await context.compute.api.lostContents();
  const { datasets } = context.project.getState().project;
  return datasets.filter(({ contentId }) => lost.some((one) => one.contentId === contentId));
}
