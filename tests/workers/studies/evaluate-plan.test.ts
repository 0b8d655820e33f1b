import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { runStudy } from '../../../src/actions/run-study.ts';
import { LINE_KEYS, type LineKey } from '../../../src/domain/evaluation/evaluation.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { planFingerprint } from '../../../src/domain/plan/plan-fingerprint.ts';
import { contentNamed, ladderContext } from '../../builders/ladder-context.ts';
import { FULL_PLAN_QUESTION } from '../../builders/plans.ts';

let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = await ladderContext());
});
afterEach(() => end());

const contentOf = (name: string): string => contentNamed(context, name);

/** A plan for the ladder's ward, worked out. */
async function workedOut(): Promise<Plan> {
  const question: Plan['question'] = {
    ...FULL_PLAN_QUESTION,
    selection: { kind: 'ward', code: 'E05000001' },
    premisesContentId: contentOf('premises.csv'),
    onlyNotSpots: false,
    rootIds: ['EX'],
    ownRoots: [],
    blocked: [],
    forced: [],
  };
  await runStudy(context, 'duel', { question, levers: [], before: null });
  const { answer } = context.studies.duel.getState();
  return { id: 'plan-1', name: 'Ladder', question, levers: [], designs: answer, chosen: ['dig'] };
}

async function evaluated(plan: Plan) {
  await runStudy(context, 'evaluate-plan', { plan });
  const { answer } = context.studies['evaluate-plan'].getState();
  if (!answer) throw new Error('The plan was not judged.');
  return answer;
}

describe('study evaluate-plan', () => {
  it('judges what was designed over the project, and says why what is not there is not', async () => {
    const plan = await workedOut();
    const evaluation = await evaluated(plan);
    expect(evaluation.interventions.map(({ kind, refused }) => [kind, refused === null])).toEqual([
      ['rooftop radio', false],
      ['dig', true],
      ['hybrid', false],
      ['leave as it is', true],
    ]);
    const figure = (key: LineKey) => evaluation.chosen.lines[LINE_KEYS.indexOf(key)].figure;
    expect(figure('served')).toMatchObject({
      value: { mid: 5, unit: 'premises' },
      denominator: 5,
      rowsUsed: 5,
    });
    expect(figure('capital')?.value.mid).toBeGreaterThan(0);
    expect(figure('capital')?.sources.map(({ title }) => title)).toContain('streets.geojson');
    expect(evaluation.chosen.byWard).toEqual([
      { code: 'E05000001', name: expect.any(String), asked: 5, served: 5, usable: 5, gigabit: 5 },
    ]);
    expect(evaluation.breakEven).toBeNull();
    expect(evaluation.sentences[0]).toMatch(/^Digging serves 5 of the 5 premises asked for and costs £/);
  });

  it('bears what it was made of, and gives the same bytes again', async () => {
    const plan = await workedOut();
    const evaluation = await evaluated(plan);
    expect(evaluation.madeOf).toBe(planFingerprint(plan, context.project.getState().project));
    expect(evaluation.madeOf).toBe(plan.designs?.madeOf);
    expect(JSON.stringify(await evaluated(plan))).toBe(JSON.stringify(evaluation));
  });

  it('says of a plan that has not been worked out that it has not', async () => {
    const plan: Plan = { ...(await workedOut()), designs: null };
    const { interventions, chosen } = await evaluated(plan);
    expect(interventions[1].refused).toBe('This plan has not been worked out yet. Run it.');
    expect(chosen.lines.every(({ why }) => why !== null)).toBe(true);
  });
});
