import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { AppContext } from '../../src/actions/app-context.ts';
import { addPlan } from '../../src/actions/edit-plans.ts';
import { findClusters } from '../../src/actions/find-clusters.ts';
import { openDemo } from '../../src/actions/open-demo.ts';
import { openDemoParts } from '../../src/actions/open-demo-parts.ts';
import { runPlan } from '../../src/actions/run-plan.ts';
import { runStudy } from '../../src/actions/run-study.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { firstRoots } from '../../src/stores/derived/first-roots.ts';
import { makeCountingContext } from './app-context.ts';

/** The demo borough with a plan for its worst cluster, run; `end` when done with it. */
export async function demoDuel(): Promise<{ context: AppContext; planId: string; end: () => void }> {
  const server = setupServer(
    ...['borough', 'streets', 'heights'].map((name) =>
      http.get(`${BASE}demo/${name}.pack`, () => HttpResponse.arrayBuffer(packOf(name))),
    ),
  );
  server.listen({ onUnhandledRequest: 'error' });
  const { context, end } = makeCountingContext();
  await openDemo(context, BASE);
  await openDemoParts(context, BASE);
  await findClusters(context);
  await runStudy(context, 'dig-ground', { box: null });
  const clusters = context.studies.clusters.getState().answer;
  const ground = context.studies['dig-ground'].getState().answer;
  if (!clusters || !ground) throw new Error('The demo has clusters and streets.');
  const planId = addPlan(context, {
    of: clusters.names[0],
    selection: {
      kind: 'cluster',
      clusterId: clusters.ids[0],
      rows: clusters.rows.slice(clusters.rowStarts[0], clusters.rowStarts[1]),
    },
    onlyNotSpots: true,
    rootIds: firstRoots(ground.fibrePoints, null),
  });
  if (!planId) throw new Error('A plan is made.');
  await runPlan(context, planId);
  return {
    context,
    planId,
    end: () => {
      end();
      server.close();
    },
  };
}

const BASE = 'http://localhost/';

function packOf(name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(join(projectRoot, `public/demo/${name}.pack`))).buffer;
}
