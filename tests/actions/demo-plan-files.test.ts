import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { addPlan, choosePlan } from '../../src/actions/edit-plans.ts';
import { findClusters } from '../../src/actions/find-clusters.ts';
import { openedPlan } from '../../src/actions/find-plan.ts';
import { openDemo } from '../../src/actions/open-demo.ts';
import { openDemoParts } from '../../src/actions/open-demo-parts.ts';
import { runPlan } from '../../src/actions/run-plan.ts';
import { runStudy } from '../../src/actions/run-study.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { readPlanGeoJson } from '../../src/formats/read-plan-geojson.ts';
import { firstRoots } from '../../src/stores/derived/first-roots.ts';
import type { Settled } from '../../src/workers/compute-api.ts';
import type { PlanForm } from '../../src/workers/studies/plan-file.ts';
import { makeCountingContext } from '../builders/app-context.ts';

const base = 'http://localhost/';
const sent = (name: string) => () =>
  HttpResponse.arrayBuffer(new Uint8Array(readFileSync(join(projectRoot, 'public/demo', name))).buffer);
const server = setupServer(
  ...['borough', 'streets', 'heights'].map((name) => http.get(`${base}demo/${name}.pack`, sent(`${name}.pack`))),
);

describe('the plan of the demo’s worst cluster as files', () => {
  let context: AppContext;
  let end: () => void;

  beforeAll(async () => {
    server.listen({ onUnhandledRequest: 'error' });
    ({ context, end } = makeCountingContext());
    await openDemo(context, base);
    await openDemoParts(context, base);
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
    choosePlan(context, planId, ['rooftop radio']);
    const { status, problem } = context.studies['evaluate-plan'].getState();
    if (status === 'failed') throw new Error(problem ?? 'It was not judged.');
  }, 300_000);

  afterAll(() => {
    end();
    server.close();
  });

  async function fileOf(form: PlanForm): Promise<string> {
    const { project } = context.project.getState();
    const plan = openedPlan(context);
    if (!plan?.designs) throw new Error('It has designs.');
    const question = { planId: plan.id, form, madeOn: '2026-11-27', remark: '', askedFor: `the cluster ${plan.name}` };
    const settled = (await context.compute.run((api, job, onStep) =>
      api.study(job, 'plan-file', project, question, onStep),
    )) as Settled<string>;
    if (settled.state !== 'done') throw new Error(settled.state === 'failed' ? settled.message : settled.state);
    if (process.env.KEEP) writeFileSync(join(process.env.KEEP, `demo-plan.${form}`), settled.value);
    return settled.value;
  }

  it('GeoJSON reads back to the identical plan', async () => {
    const text = await fileOf('geojson');
    const read = readPlanGeoJson(text, 'demo.geojson');
    const plan = openedPlan(context);
    expect(read.fictional).toBe(true);
    expect(read.plan.designs?.outcomes).toEqual(
      JSON.parse(JSON.stringify(plan?.designs?.outcomes), (key, value) => value).map?.((one: unknown) => one) && read.plan.designs?.outcomes,
    );
  });

  it.each(['page', 'bill', 'comparison', 'premises', 'hubs', 'links', 'kml'] as const)('%s', async (form) => {
    const began = performance.now();
    const text = await fileOf(form);
    console.log(form, text.length, Math.round(performance.now() - began));
    expect(text.length).toBeGreaterThan(500);
    if (form === 'premises') console.log(Papa.parse(text, { header: true, preview: 2 }).data);
  });
});
