import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { savePlanCard } from '../../src/actions/edit-plan-card.ts';
import { openedPlan } from '../../src/actions/find-plan.ts';
import { runStudy } from '../../src/actions/run-study.ts';
import { undo } from '../../src/actions/undo.ts';
import type { Crossover } from '../../src/domain/evaluation/crossover.ts';
import { DEFAULT_PLAN_CARD } from '../../src/domain/plan/default-plan-card.ts';
import { INTERVENTIONS, type Intervention } from '../../src/domain/plan/intervention.ts';
import { planFingerprint } from '../../src/domain/plan/plan-fingerprint.ts';
import { demoDuel } from '../builders/demo-duel.ts';

describe('the cheapest technology of the demo’s worst cluster', () => {
  let context: AppContext;
  let end: () => void;

  beforeAll(async () => {
    ({ context, end } = await demoDuel());
  }, 300_000);

  afterAll(() => end());

  async function crossover(): Promise<Crossover> {
    const plan = openedPlan(context);
    if (!plan?.designs) throw new Error('The plan has designs.');
    await runStudy(context, 'crossover', { planId: plan.id, samples: 500, seed: 1 });
    const { answer, problem } = context.studies.crossover.getState();
    if (!answer) throw new Error(problem ?? 'There is no answer.');
    return answer;
  }

  it('shares out what each design comes to, to the pound, and says it again alike', async () => {
    const evaluation = context.studies['evaluate-plan'].getState().answer;
    if (!evaluation) throw new Error('The plan is judged.');
    const found = await crossover();
    const whole = (kind: Intervention): number | undefined =>
      evaluation.interventions
        .find((one) => one.kind === kind)
        ?.lines.find(({ key }) => key === 'present value')?.figure?.value.mid;
    const shared = (pence: Float64Array): number =>
      pence.reduce((sum, own, at) => (Number.isNaN(own) ? sum : sum + (own * found.units[at]) / 100), 0);
    expect(Math.abs(shared(found.radioPence) - (whole('rooftop radio') ?? 0))).toBeLessThan(1);
    expect(Math.abs(shared(found.digPence) - (whole('dig') ?? 0))).toBeLessThan(1);
    const asked = found.units.reduce((sum, units) => sum + units, 0);
    expect(found.totals.reduce((sum, { units }) => sum + units, 0)).toBe(asked);
    const both = found.confidence.filter((share) => !Number.isNaN(share));
    expect(both.length).toBeGreaterThan(0);
    for (const share of both) expect(share >= 0 && share <= 1).toBe(true);
    for (const [at, place] of found.cheapest.entries())
      expect(INTERVENTIONS[place] === 'leave as it is').toBe(
        Number.isNaN(found.radioPence[at]) && Number.isNaN(found.digPence[at]),
      );
    expect(await crossover()).toEqual(found);
  });

  it('is made anew at other figures, and undo gives the designs back as true as before', async () => {
    const plan = openedPlan(context);
    if (!plan?.designs) throw new Error('The plan has designs.');
    const poundsPerHubSite = { value: { low: 1500, mid: 40_000, high: 120_000 }, source: null };
    const items = { ...DEFAULT_PLAN_CARD.items, poundsPerHubSite };
    savePlanCard(context, { ...DEFAULT_PLAN_CARD, items }, 'what rooftops cost');
    expect(openedPlan(context)?.designs).toBeNull();
    await expect
      .poll(() => openedPlan(context)?.designs?.madeOf, { timeout: 60_000 })
      .toMatch(/^[0-9a-f]{16}/);
    const dearer = openedPlan(context);
    const { project } = context.project.getState();
    expect(dearer?.designs?.madeOf).toBe(dearer && planFingerprint(dearer, project));
    expect(dearer?.designs?.madeOf).not.toBe(plan.designs.madeOf);
    undo(context);
    expect(openedPlan(context)?.designs).toEqual(plan.designs);
    expect(planFingerprint(plan, context.project.getState().project)).toBe(plan.designs.madeOf);
  }, 120_000);
});
