import { describe, expect, it } from 'vitest';
import { duelToWard } from '../../src/actions/duel-to.ts';
import { setPlanCard } from '../../src/actions/edit-plan-card.ts';
import {
  addPlan,
  askPlan,
  choosePlan,
  choosePlanDevice,
  copyPlan,
  pullLever,
  putBackLever,
  removePlan,
  renamePlan,
} from '../../src/actions/edit-plans.ts';
import { findPlan, openedPlan, shownDesigns, shownEvaluation } from '../../src/actions/find-plan.ts';
import { pickDigPlace } from '../../src/actions/pick-dig-place.ts';
import { dropOvertakenPlan, evaluatePlan, runPlan } from '../../src/actions/run-plan.ts';
import {
  comparePlans,
  openInterventionTopic,
  openPlan,
  startDigPicking,
} from '../../src/actions/set-interventions-view.ts';
import { redo, undo } from '../../src/actions/undo.ts';
import { DEFAULT_PLAN_CARD } from '../../src/domain/plan/default-plan-card.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { PlanDesigns } from '../../src/domain/plan/plan-design.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { fingerprintNow, isPlanStale, staleWords } from '../../src/stores/derived/plan-stale.ts';
import { FULL_EVALUATION } from '../builders/plan-page-content.ts';
import { FULL_LEVER, FULL_PLAN, FULL_PLAN_DESIGNS } from '../builders/plans.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { studyingContext } from '../builders/studying-context.ts';

const WARD = {
  of: 'Ash',
  selection: { kind: 'ward', code: 'W01' },
  onlyNotSpots: true,
  rootIds: ['fp-1'],
} as const;
const designs = (madeOf: string): PlanDesigns => ({ ...FULL_PLAN_DESIGNS, madeOf });

/** A project with one plan, "plan-1", worked out before. */
function planContext(plan: Partial<Plan> = {}) {
  const { context, asked } = studyingContext();
  const project = projectOf({
    datasets: [datasetOf({ role: 'premises', contentId: 'file-1' })],
    plans: [{ ...FULL_PLAN, ...plan }],
  });
  context.project.setState({ project, version: 1 });
  const settle = async (value: unknown): Promise<void> => {
    asked.at(-1)?.settle({ state: 'done', value });
    await new Promise((resolve) => setTimeout(resolve));
  };
  const steps = (): string[] => context.project.getState().done.map(({ label }) => label);
  const plan1 = (): Plan => findPlan(context, 'plan-1') as Plan;
  const names = (): string[] => asked.map(({ name }) => name);
  return { context, asked, settle, steps, plan1, names };
}

describe('plans', () => {
  it('are added with the usual radio, copied, renamed, chosen and removed in one step each, and opened', () => {
    const { context, steps } = planContext();
    expect(addPlan(context, WARD)).toBe('plan-2');
    const { devices, radio } = context.project.getState().project;
    expect(devices.map(({ id }) => id)).toEqual(['generic-60-ghz-multipoint']);
    expect(radio?.deviceId).toBe('generic-60-ghz-multipoint');
    expect(openedPlan(context)).toMatchObject({
      name: 'Ash',
      designs: null,
      levers: [],
      chosen: [],
      question: {
        premisesContentId: 'file-1',
        rootIds: ['fp-1'],
        radio: { deviceId: 'generic-60-ghz-multipoint' },
      },
    });
    renamePlan(context, 'plan-2', ' Ash first ');
    renamePlan(context, 'plan-2', ' ');
    copyPlan(context, 'plan-1');
    expect(openedPlan(context)).toMatchObject({
      id: 'plan-3',
      name: 'North Ward “first” (copy)',
      designs: FULL_PLAN_DESIGNS,
    });
    copyPlan(context, 'plan-1');
    expect(openedPlan(context)?.name).toBe('North Ward “first” (copy) 2');
    choosePlan(context, 'plan-4', ['hybrid', 'dig']);
    expect(openedPlan(context)?.chosen).toEqual(['dig', 'hybrid']);
    choosePlan(context, 'plan-4', ['dig', 'hybrid']);
    choosePlan(context, 'plan-4', []);
    removePlan(context, 'plan-4');
    expect(context.view.getState().interventions.planId).toBe(null);
    expect(steps()).toEqual([
      'Planned Ash',
      'Renamed Ash',
      'Copied North Ward “first” (copy)',
      'Copied North Ward “first” (copy) 2',
      'Chose dig and hybrid',
      'Chose to leave it as it is',
      'Removed North Ward “first” (copy) 2',
    ]);
    for (let i = 0; i < 7; i++) context.project.getState().undo();
    expect(context.project.getState().project).toMatchObject({ devices: [], plans: [FULL_PLAN] });
    expect(context.project.getState().project.radio).toBe(undefined);
  });

  it('need premises, keep a chosen radio, and change nothing where the work is read-only', () => {
    const { context, steps } = planContext();
    context.project.setState({ readOnly: true });
    expect(addPlan(context, WARD)).toBe(null);
    removePlan(context, 'plan-1');
    choosePlan(context, 'plan-1', []);
    expect(steps()).toEqual([]);
    context.project.setState({ readOnly: false, project: projectOf({}) });
    expect(addPlan(context, WARD)).toBe(null);
  });

  it('are led to from a ward, and compared with two at most', () => {
    const { context } = planContext();
    openPlan(context, 'plan-1');
    duelToWard(context, 'W07');
    expect(context.view.getState()).toMatchObject({
      page: 'interventions',
      interventions: { topic: 'duel', planId: null, next: { by: 'ward', wardCode: 'W07' } },
    });
    comparePlans(context, ['plan-2', 'plan-2', 'plan-3', 'plan-4']);
    expect(context.view.getState().interventions.compared).toEqual(['plan-2', 'plan-3']);
  });
});

describe('a plan that was never run', () => {
  it('takes a fibre point placed on the map as a step of undo, and runs nothing until it is asked to', async () => {
    const { context, steps, plan1, names } = planContext({ designs: null });
    openInterventionTopic(context, 'duel');
    openPlan(context, 'plan-1');
    startDigPicking(context, { kind: 'new-root' });
    const before = plan1().question.ownRoots;
    expect(pickDigPlace(context, { lon: -1.2, lat: 52.9 })).toBe(true);
    expect(plan1().question.ownRoots).toHaveLength(before.length + 1);
    expect([steps().length, names()]).toEqual([1, []]);
    undo(context);
    expect([plan1().question.ownRoots, names()]).toEqual([before, []]);
    redo(context);
    void runPlan(context, 'plan-1');
    expect(names()).toEqual(['duel']);
  });
});

describe('a plan that is run', () => {
  it('takes its designs in without a step of undo, and is then judged', async () => {
    const { context, asked, settle, steps, plan1, names } = planContext({ designs: null });
    const run = runPlan(context, 'plan-1');
    expect(asked[0]).toMatchObject({ name: 'duel', question: { levers: [FULL_LEVER], before: null } });
    const madeOf = fingerprintNow(plan1(), context.project.getState().project);
    await settle(designs(madeOf));
    expect(plan1().designs?.madeOf).toBe(madeOf);
    expect(names()).toEqual(['duel', 'evaluate-plan']);
    await settle({ ...FULL_EVALUATION, planId: 'plan-1', madeOf });
    await run;
    expect(shownEvaluation(context, plan1())?.isEarlier).toBe(false);
    expect(steps()).toEqual([]);
    choosePlan(context, 'plan-1', ['dig']);
    expect(shownEvaluation(context, plan1())?.isEarlier).toBe(true);
    context.project.getState().undo();
    expect(shownEvaluation(context, plan1())?.isEarlier).toBe(false);
    const { project } = context.project.getState();
    context.project.setState({ project: { ...project, datasets: [] } });
    expect(shownEvaluation(context, plan1())?.isEarlier).toBe(true);
  });

  it('is not judged at other prices than it was made at: what it came to then stays, as earlier', async () => {
    const { context, settle, plan1, names } = planContext({ designs: null });
    const run = runPlan(context, 'plan-1');
    const madeOf = fingerprintNow(plan1(), context.project.getState().project);
    await settle(designs(madeOf));
    await settle({ ...FULL_EVALUATION, planId: 'plan-1', madeOf });
    await run;
    const { items } = DEFAULT_PLAN_CARD;
    const value = { low: 9000, mid: 9000, high: 9000 };
    const planCard = {
      ...DEFAULT_PLAN_CARD,
      items: { ...items, poundsPerRoofAYear: { ...items.poundsPerRoofAYear, value } },
    };
    // It is not open, so that it is not made anew at once.
    openPlan(context, null);
    setPlanCard(context, planCard);
    expect(isPlanStale(plan1(), context.project.getState().project)).toBe(true);
    await evaluatePlan(context, 'plan-1');
    expect(names()).toEqual(['duel', 'evaluate-plan']);
    const shown = shownEvaluation(context, plan1());
    expect(shown?.isEarlier).toBe(true);
    expect(shown?.evaluation.interventions).toEqual(FULL_EVALUATION.interventions);
    expect(staleWords(plan1(), context.project.getState().project)).toBe(
      'It was made before what is assumed of roofs, services and funding changed.',
    );
  });

  it('shows no sums of other designs beside its own once they will not be judged', async () => {
    const { context, settle, plan1 } = planContext({ designs: null });
    const run = runPlan(context, 'plan-1');
    const madeOf = fingerprintNow(plan1(), context.project.getState().project);
    await settle(designs(madeOf));
    await settle({ ...FULL_EVALUATION, planId: 'plan-1', madeOf });
    await run;
    // As redo gives back designs that were made before a rate was changed.
    const { project } = context.project.getState();
    const older = { ...plan1(), designs: designs('of other rates') };
    context.project.setState({ project: { ...project, plans: [older] } });
    expect(shownDesigns(context, plan1())?.designs.madeOf).toBe('of other rates');
    expect(shownEvaluation(context, plan1())).toBe(null);
  });

  it('is not judged before it has designs, nor shown what another was judged', async () => {
    const { context, settle, plan1, names } = planContext({ designs: null });
    await evaluatePlan(context, 'plan-1');
    expect(names()).toEqual([]);
    expect(shownDesigns(context, plan1())).toBe(null);
    const { project } = context.project.getState();
    context.project.setState({ project: { ...project, plans: [FULL_PLAN] } });
    const judged = evaluatePlan(context, 'plan-1');
    await settle({ ...FULL_EVALUATION, planId: 'plan-9' });
    await judged;
    expect(shownEvaluation(context, plan1())).toBe(null);
  });
});

describe('an edit of a plan that was worked out', () => {
  it('is one step: the earlier designs stay in sight until there are others, and undo gives them back', async () => {
    const { context, asked, settle, steps, plan1 } = planContext();
    askPlan(context, 'plan-1', 'Changed the mast', { radio: { mastMetres: 6 } });
    expect(plan1()).toMatchObject({
      designs: null,
      question: { radio: { mastMetres: 6, radiusMetres: 1500 } },
    });
    expect(shownDesigns(context, plan1())).toEqual({ designs: FULL_PLAN_DESIGNS, isEarlier: true });
    expect(asked[0]).toMatchObject({ name: 'duel', question: { before: FULL_PLAN_DESIGNS } });
    await settle(designs('taller'));
    expect(shownDesigns(context, plan1())).toMatchObject({ designs: { madeOf: 'taller' }, isEarlier: false });
    askPlan(context, 'plan-1', 'Changed the mast', { radio: { mastMetres: 6 } });
    expect(steps()).toEqual(['Changed the mast']);
    context.project.getState().undo();
    expect(plan1()).toEqual(FULL_PLAN);
    context.project.getState().redo();
    expect(plan1().designs?.madeOf).toBe('taller');
  });

  it('pulls a lever, pulls it otherwise, and puts it back', async () => {
    const { context, settle, steps, plan1, asked } = planContext();
    const lever = { ...FULL_LEVER, id: 'l2', kind: 'voucher' } as const;
    pullLever(context, 'plan-1', lever);
    pullLever(context, 'plan-1', lever);
    await settle(designs('pulled'));
    pullLever(context, 'plan-1', { ...lever, places: null });
    expect(plan1().levers).toEqual([FULL_LEVER, { ...lever, places: null }]);
    await settle(designs('otherwise'));
    putBackLever(context, 'plan-1', 'l2');
    putBackLever(context, 'plan-1', 'l2');
    expect(plan1().levers).toEqual([FULL_LEVER]);
    expect(steps()).toEqual(['Pulled voucher', 'Pulled voucher', 'Put back voucher']);
    expect(asked.filter(({ name }) => name === 'duel')).toHaveLength(3);
  });

  it('takes another radio into the project in the same step', () => {
    const { context, steps, plan1 } = planContext();
    const device = GENERIC_DEVICES[2];
    choosePlanDevice(context, 'plan-1', device);
    choosePlanDevice(context, 'plan-1', device);
    expect(plan1().question.radio.deviceId).toBe(device.id);
    expect(context.project.getState().project.devices).toEqual([device]);
    expect(steps()).toEqual([`Radio: ${device.name}`]);
    context.project.getState().undo();
    expect(context.project.getState().project.devices).toEqual([]);
  });

  it('gives way to the next one, and is dropped where it is undone', async () => {
    const { context, asked, settle, plan1 } = planContext();
    askPlan(context, 'plan-1', 'Changed the take-up', { takeUpPercent: 50 });
    askPlan(context, 'plan-1', 'Changed the take-up', { takeUpPercent: 60 });
    asked[0].settle({ state: 'done', value: designs('late') });
    await settle(designs('sixty'));
    expect(plan1().designs?.madeOf).toBe('sixty');
    askPlan(context, 'plan-1', 'Changed the take-up', { takeUpPercent: 70 });
    context.project.getState().undo();
    dropOvertakenPlan(context);
    expect(context.studies.duel.getState().status).toBe('cancelled');
    await settle(designs('seventy'));
    expect(plan1().designs?.madeOf).toBe('sixty');
  });

  it('may be a place on the map where fibre can come from', () => {
    const { context, plan1, steps } = planContext();
    openPlan(context, 'plan-1');
    startDigPicking(context, { kind: 'new-root' });
    expect(pickDigPlace(context, { lon: -1.25, lat: 52.95 })).toBe(true);
    expect(plan1().question.ownRoots.at(-1)).toMatchObject({ id: 'own-2', lon: -1.25, lat: 52.95 });
    expect(steps()).toEqual(['Placed Placed point 2']);
  });
});
