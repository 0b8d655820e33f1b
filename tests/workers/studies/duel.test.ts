import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { runStudy } from '../../../src/actions/run-study.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { planFingerprint } from '../../../src/domain/plan/plan-fingerprint.ts';
import type { PlanQuestion } from '../../../src/domain/plan/plan-question.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import type { DuelQuestion } from '../../../src/workers/studies/duel.ts';
import { contentNamed, ladderContext } from '../../builders/ladder-context.ts';
import { SMALL_PLAN_QUESTION } from '../../builders/small-plans.ts';

let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = await ladderContext());
});
afterEach(() => end());

const contentOf = (name: string): string => contentNamed(context, name);

const questionOf = (over: Partial<PlanQuestion> = {}): PlanQuestion => ({
  ...SMALL_PLAN_QUESTION,
  selection: { kind: 'ward', code: 'E05000001' },
  premisesContentId: contentOf('premises.csv'),
  rootIds: ['EX'],
  radio: { ...SMALL_PLAN_QUESTION.radio, deviceId: GENERIC_DEVICES[0].id },
  ...over,
});

async function answerTo(over: Partial<DuelQuestion> = {}) {
  await runStudy(context, 'duel', { question: questionOf(), levers: [], before: null, ...over });
  return context.studies.duel.getState();
}

describe('study duel', () => {
  it('digs where there is no radio, and says which is lacking: the radio, then heights', async () => {
    const { answer } = await answerTo();
    expect(answer?.outcomes[0].refused).toMatch(/not among the project’s any more/);
    expect(answer?.outcomes[1].design?.trench?.served).toHaveLength(5);
    expect(answer?.outcomes[2].refused).toMatch(/^There is no hybrid without both/);
    context.project
      .getState()
      .change('Radio', { kind: 'insert', list: 'devices', at: 0, item: GENERIC_DEVICES[0] });
    const { answer: without } = await answerTo();
    expect(without?.outcomes[0].refused).toMatch(/heights/i);
  });

  it('bears what it was made of, and gives the same bytes again', async () => {
    const { answer: once } = await answerTo();
    const { project } = context.project.getState();
    expect(once?.madeOf).toBe(planFingerprint({ question: questionOf(), levers: [] }, project));
    const { answer: twice } = await answerTo({ before: once ?? null });
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
  });

  it('asks the same whatever stands in the way, and something else for other premises', async () => {
    const asked = async (question: Partial<PlanQuestion>) =>
      (await answerTo({ question: questionOf(question) })).answer?.asked;
    const plain = await asked({});
    expect(plain).toBeTruthy();
    expect(await asked({ blocked: ['A'], rootIds: ['CAB'], worksFrom: '2030-01-01' })).toBe(plain);
    expect(await asked({ takeUpPercent: 41 })).not.toBe(plain);
    const levers = [leverFrom('section 58 waiver', null)];
    expect((await answerTo({ levers })).answer?.asked).toBe(plain);
  });

  it('says what to do where there are no premises to ask for', async () => {
    const question = questionOf({ onlyNotSpots: true });
    expect((await answerTo({ question })).problem).toMatch(/not-spots is not known/);
  });
});
