import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { evaluationBeside, findPlansWith } from '../../../src/actions/find-plans-with.ts';
import { runStudy } from '../../../src/actions/run-study.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { PlansWith } from '../../../src/domain/plan/plans-with.ts';
import { contentNamed, ladderContext } from '../../builders/ladder-context.ts';
import { FULL_PLAN_QUESTION } from '../../builders/plans.ts';

let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = await ladderContext());
});
afterEach(() => end());

const NEVER = { signal: new AbortController().signal };

/** A plan for some of the ladder's premises by their ids, or for its ward; not worked out. */
function planFor(id: string, selection: Plan['question']['selection']): Plan {
  const question: Plan['question'] = {
    ...FULL_PLAN_QUESTION,
    selection,
    premisesContentId: contentNamed(context, 'premises.csv'),
    onlyNotSpots: false,
    rootIds: ['EX'],
    ownRoots: [],
    blocked: [],
    forced: [],
  };
  return { id, name: id, question, levers: [], designs: null, chosen: [] };
}

async function workedOut(plan: Plan): Promise<Plan> {
  await runStudy(context, 'duel', { question: plan.question, levers: [], before: null });
  return { ...plan, designs: context.studies.duel.getState().answer };
}

function put(plans: readonly Plan[]): void {
  const { project } = context.project.getState();
  context.project.setState({ project: { ...project, plans } });
}

async function found(rows: readonly number[]): Promise<PlansWith> {
  const outcome = await findPlansWith(context, rows, NEVER);
  if (outcome.state !== 'done') throw new Error('It was not looked up.');
  return outcome.value;
}

/** Rows of the ladder's premises, the last of which in the file lies outside the ward. */
const ALL = [0, 1, 2, 3, 4, 5];
const WARD = { kind: 'ward', code: 'E05000001' } as const;

describe('study plans-with', () => {
  it('names the plans that ask for the premises, whether worked out or not, and no other', async () => {
    const worked = await workedOut(planFor('worked out', WARD));
    const [one] = worked.designs?.outcomes.flatMap(({ design }) => design?.trench?.served ?? []) ?? [];
    put([
      worked,
      planFor('one alone', { kind: 'list', ids: [one.ids[0]] }),
      planFor('none', { kind: 'list', ids: [] }),
    ]);
    const whole = await found(ALL);
    expect(whole).toMatchObject({ units: 6, unit: 'premises', notTold: [] });
    expect(whole.plans.map(({ planId, units }) => [planId, units])).toEqual([
      ['worked out', 5],
      ['one alone', 1],
    ]);
    const alone = await Promise.all(ALL.map((row) => found([row])));
    expect(alone.map(({ plans }) => plans.length).toSorted()).toEqual([0, 1, 1, 1, 1, 2]);
    const both = alone.find(({ plans }) => plans.length === 2);
    expect(both?.plans[1].places).toEqual([{ lon: one.lon, lat: one.lat, units: 1 }]);
  });

  it('goes by the designs where there are some, whatever has become of what is asked', async () => {
    const worked = await workedOut(planFor('worked out', WARD));
    put([{ ...worked, question: { ...worked.question, selection: { kind: 'list', ids: [] } } }]);
    expect((await found(ALL)).plans.map(({ units }) => units)).toEqual([5]);
  });

  it('says of which plan it cannot be told, and why', async () => {
    const rows = Uint32Array.of(0);
    const plan = planFor('of others', { kind: 'cluster', clusterId: 'c', rows });
    put([{ ...plan, question: { ...plan.question, premisesContentId: 'gone' } }]);
    const { plans, notTold } = await found([0]);
    expect(plans).toEqual([]);
    expect(notTold).toEqual([{ planId: 'of others', why: expect.stringContaining('other premises') }]);
  });
});

describe('what a plan comes to beside the one that is open', () => {
  it('is judged once, and not at all where it has no designs or is out of date', async () => {
    const bare = planFor('bare', WARD);
    const worked = await workedOut(planFor('worked out', WARD));
    put([bare, worked]);
    expect(await evaluationBeside(context, bare, NEVER)).toBeNull();
    const evaluation = await evaluationBeside(context, worked, NEVER);
    expect(evaluation?.planId).toBe('worked out');
    expect(await evaluationBeside(context, worked, NEVER)).toBe(evaluation);
    const old = { ...worked, levers: [], question: { ...worked.question, takeUpPercent: 7 } };
    put([old]);
    expect(await evaluationBeside(context, old, NEVER)).toBeNull();
  });
});
