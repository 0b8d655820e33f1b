import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { choosePlan } from '../../src/actions/edit-plans.ts';
import { openedPlan } from '../../src/actions/find-plan.ts';
import { readPlanGeoJson } from '../../src/formats/read-plan-geojson.ts';
import type { Settled } from '../../src/workers/compute-api.ts';
import type { PlanForm } from '../../src/workers/studies/plan-file.ts';
import { demoDuel } from '../builders/demo-duel.ts';

describe('the plan of the demo’s worst cluster as files', () => {
  let context: AppContext;
  let end: () => void;

  beforeAll(async () => {
    let planId: string;
    ({ context, planId, end } = await demoDuel());
    choosePlan(context, planId, ['rooftop radio']);
    const { status, problem } = context.studies['evaluate-plan'].getState();
    if (status === 'failed') throw new Error(problem ?? 'It was not judged.');
  }, 300_000);

  afterAll(() => end());

  async function fileOf(form: PlanForm): Promise<string> {
    const { project } = context.project.getState();
    const plan = openedPlan(context);
    if (!plan?.designs) throw new Error('It has designs.');
    const question = {
      planId: plan.id,
      form,
      madeOn: '2026-11-27',
      remark: '',
      askedFor: `the cluster ${plan.name}`,
    };
    const settled = (await context.compute.run((api, job, onStep) =>
      api.study(job, 'plan-file', project, question, onStep),
    )) as Settled<string>;
    if (settled.state !== 'done')
      throw new Error(settled.state === 'failed' ? settled.message : settled.state);
    return settled.value;
  }

  it('GeoJSON reads back to the identical plan, and has the same bytes on a second run', async () => {
    const text = await fileOf('geojson');
    const { plan, fictional } = readPlanGeoJson(text, 'demo.geojson');
    expect(fictional).toBe(true);
    const held = openedPlan(context);
    expect(plan.designs?.outcomes.map(({ design }) => design?.radio ?? null)).toHaveLength(3);
    for (const [i, { design }] of (plan.designs?.outcomes ?? []).entries()) {
      const known = held?.designs?.outcomes[i].design;
      expect(design?.trench?.pieces).toEqual(known?.trench?.pieces);
      expect(design?.trench?.served).toEqual(known?.trench?.served);
      expect(design?.radio?.served).toEqual(known?.radio?.served);
      expect(design?.radio?.missed).toEqual(known?.radio?.missed);
    }
    expect(await fileOf('geojson')).toBe(text);
  });

  it('the page has its figures from the comparison, and is made in far less than half a minute', async () => {
    const began = performance.now();
    const page = await fileOf('page');
    expect(performance.now() - began).toBeLessThan(30_000);
    const comparison = Papa.parse<Record<string, string>>(await fileOf('comparison'), { header: true }).data;
    for (const intervention of ['rooftop radio', 'dig', 'hybrid']) {
      const capital = comparison.find((row) => row.intervention === intervention && row.key === 'capital');
      const pounds = Math.round(Number(capital?.mid));
      expect(pounds).toBeGreaterThan(0);
      expect(page).toContain(`<b>£${pounds.toLocaleString('en-GB')}</b>`);
    }
    expect(page.match(/<svg class="map"/g)).toHaveLength(3);
    expect(page).toContain('The demo borough is invented');
  });

  it('the bill comes to what the comparison says, design by design', async () => {
    const rows = Papa.parse<Record<string, string>>(await fileOf('bill'), { header: true }).data;
    const comparison = Papa.parse<Record<string, string>>(await fileOf('comparison'), { header: true }).data;
    const sum = (of: typeof rows, column: string): number =>
      of.reduce((pounds, row) => pounds + Number(row[column] || 0), 0);
    for (const intervention of ['rooftop radio', 'dig', 'hybrid']) {
      const own = rows.filter(({ design }) => design === intervention);
      const line = (key: string) =>
        comparison.find((one) => one.intervention === intervention && one.key === key);
      for (const [ending, end] of [
        ['', 'mid'],
        ['_low', 'low'],
        ['_high', 'high'],
      ]) {
        const capital = sum(own, `capital_pounds${ending}`);
        const running = sum(own, `running_present_value_pounds${ending}`);
        expect(capital).toBeGreaterThan(0);
        expect(capital).toBeCloseTo(Number(line('capital')?.[end]), 2);
        expect(capital + running).toBeCloseTo(Number(line('present value')?.[end]), 2);
      }
    }
  });

  it('premises, hubs and links agree on who is served, and by which hub', async () => {
    const parsed = async (form: PlanForm) =>
      Papa.parse<Record<string, string>>(await fileOf(form), { header: true, skipEmptyLines: true }).data;
    const [premises, hubs, links] = [await parsed('premises'), await parsed('hubs'), await parsed('links')];
    const byRadio = premises.filter((row) => row.rooftop_radio === 'by radio');
    const ofRadio = links.filter((row) => row.design === 'rooftop radio' && row.link === 'to premises');
    expect(byRadio.length).toBeGreaterThan(10);
    expect(ofRadio).toHaveLength(byRadio.length);
    const names = new Set(hubs.filter((row) => row.design === 'rooftop radio').map((row) => row.hub));
    for (const row of byRadio) expect(names).toContain(row.rooftop_radio_hub);
    const tilted = ofRadio.filter((row) => row.link === 'to premises');
    expect(tilted.length).toBeGreaterThan(0);
    for (const row of tilted) {
      expect(row.to_antenna_sea_m).not.toBe('');
      expect(Math.abs(Number(row.from_tilt))).toBeLessThan(90);
    }
  });
});
