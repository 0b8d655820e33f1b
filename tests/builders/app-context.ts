import type { AppContext } from '../../src/actions/app-context.ts';
import { keepCounting } from '../../src/actions/recount.ts';
import { createStudyStores } from '../../src/actions/study-stores.ts';
import { openNodeDatabase } from '../../src/cli/node-database.ts';
import { createAnalysisStore } from '../../src/stores/analysis-store.ts';
import { createBasemapStore } from '../../src/stores/basemap-store.ts';
import { createDigStore } from '../../src/stores/dig-store.ts';
import { createImportStore } from '../../src/stores/import-store.ts';
import { createKeepStore } from '../../src/stores/keep-store.ts';
import { createMarksStore } from '../../src/stores/marks-store.ts';
import { createOfflineStore } from '../../src/stores/offline-store.ts';
import { createPlanStore } from '../../src/stores/plan-store.ts';
import { createProjectStore } from '../../src/stores/project-store.ts';
import { createQualityStore } from '../../src/stores/quality-store.ts';
import { createTourStore } from '../../src/stores/tour-store.ts';
import { createViewStore } from '../../src/stores/view-store.ts';
import { Compute, type ComputeOptions } from '../../src/workers/compute.ts';
import type { ComputeClient } from '../../src/workers/compute-client.ts';

/** The app without a screen and without a second thread (Node cannot post a File): real stores, real compute. */
export function makeAppContext(options: ComputeOptions = {}): { context: AppContext; end: () => void } {
  const context: AppContext = {
    project: createProjectStore(),
    analysis: createAnalysisStore(),
    view: createViewStore(),
    imports: createImportStore(),
    marks: createMarksStore(),
    quality: createQualityStore(),
    basemap: createBasemapStore(),
    studies: createStudyStores(),
    digs: createDigStore(),
    plans: createPlanStore(),
    tour: createTourStore(),
    keep: createKeepStore(),
    keeper: { current: null },
    offline: createOfflineStore(),
    compute: inThread(new Compute({ openDatabase: openNodeDatabase, ...options })),
  };
  return { context, end: () => context.compute.destroy() };
}

/** The same, counting whenever the project changes. */
export function makeCountingContext(): { context: AppContext; end: () => void } {
  const { context, end } = makeAppContext();
  const stop = keepCounting(context);
  return {
    context,
    end: () => {
      stop();
      end();
    },
  };
}

function inThread(compute: Compute): ComputeClient {
  const api = compute as unknown as ComputeClient['api'];
  let jobs = 0;
  return {
    api,
    run: async (start, options = {}) => {
      const job = `job ${++jobs}`;
      options.signal?.addEventListener('abort', () => void compute.cancel(job));
      if (options.signal?.aborted) return { state: 'cancelled' };
      return start(api, job, (step) => options.onStep?.(step));
    },
    destroy: () => {},
  };
}

/** Resolves when the count on show belongs to the project's present version. */
export async function counted(context: AppContext): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const { status, countedVersion } = context.analysis.getState();
    if (status !== 'working' && countedVersion === context.project.getState().version) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The count never came.');
}
