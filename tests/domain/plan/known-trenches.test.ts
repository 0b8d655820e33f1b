import { describe, expect, it } from 'vitest';
import { askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import { digAnswer, type TrenchAsked } from '../../../src/domain/plan/dig-answer.ts';
import { MOST_KEPT } from '../../../src/domain/plan/known-trenches.ts';
import type { WorkStep } from '../../../src/domain/project/work-step.ts';
import { premisesAt, type SmallDig } from '../../builders/small-digs.ts';
import { roofAt, SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf } from '../../builders/street-networks.ts';

/** Two ways from R to a house in the east. */
const ways = (): SmallDig => ({
  network: networkOf({
    nodes: [
      [0, 0],
      [100, 0],
      [0, 60],
      [100, 60],
    ],
    edges: [
      { ends: [0, 1], street: 'A' },
      { ends: [0, 2], street: 'C' },
      { ends: [2, 3], street: 'B' },
      { ends: [3, 1], street: 'D' },
    ],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(40, 5), premisesAt(95, 5)],
});

const QUICK = { isQuick: true };

function askedOver(small: SmallDig) {
  const ground = smallGround(small);
  const { dig } = askedPlan(SMALL_PLAN_QUESTION, [], ground);
  if (!dig) throw new Error('Streets are given.');
  return { dig, whom: { rows: ground.rows, prizeOf: () => 500_00 } satisfies TrenchAsked };
}

/** What work comes to, and how many steps it took. */
function counted<T>(work: Generator<WorkStep, T>): { readonly value: T; readonly steps: number } {
  for (let steps = 0; ; steps++) {
    const step = work.next();
    if (step.done) return { value: step.value, steps };
  }
}

describe('knownTrench', () => {
  it('gives the trench made of the same before without looking for it again', () => {
    const { dig, whom } = askedOver(ways());
    const first = counted(digAnswer(dig, whom, QUICK));
    const again = counted(digAnswer({ ...dig }, { ...whom, rows: [...whom.rows] }, { ...QUICK }));
    expect(first.steps).toBeGreaterThan(0);
    expect(again.steps).toBe(0);
    expect(again.value).toBe(first.value);
    const elsewhere = askedOver(ways());
    expect(counted(digAnswer(elsewhere.dig, elsewhere.whom, QUICK))).toEqual(first);
  });

  const { dig, whom } = askedOver(ways());
  const { question } = dig;
  const ten = { low: 0.1, mid: 0.1, high: 0.1 };
  it.each<[string, Parameters<typeof digAnswer>]>([
    ['other premises', [dig, { ...whom, rows: [0] }, QUICK]],
    ['other prizes', [dig, { ...whom, prizeOf: () => 400_00 }, QUICK]],
    ['premises that have to be reached', [dig, { ...whom, prizeOf: () => Number.POSITIVE_INFINITY }, QUICK]],
    ['no prizes', [dig, { rows: whom.rows }, QUICK]],
    ['a hub', [dig, { ...whom, radio: { hubs: [hubAt(50)] } }, QUICK]],
    ['a search that is not quick', [dig, whom, { isQuick: false }]],
    ['a search without detours', [dig, whom, { isQuick: true, hasNoDetours: true }]],
    ['so much work', [dig, whom, { isQuick: true, work: 1000 }]],
    ['other rates', [{ ...dig, rates: { ...dig.rates, priceBase: '1999' } }, whom, QUICK]],
    ['other files', [{ ...dig, contents: ['file-2'] }, whom, QUICK]],
    ['dearer consents', [{ ...dig, consentPence: { low: 1, mid: 2, high: 3 } }, whom, QUICK]],
    ['a shared street', [{ ...dig, sharedStreets: new Map([['A', ten]]) }, whom, QUICK]],
    ['a blocked street', [{ ...dig, question: { ...question, blocked: ['A'] } }, whom, QUICK]],
    ['another day', [{ ...dig, question: { ...question, worksFrom: '2027-06-01' } }, whom, QUICK]],
    ['another take-up', [{ ...dig, question: { ...question, takeUpPercent: 11 } }, whom, QUICK]],
    ['other premises of the borough', [{ ...dig, premises: { ...dig.premises } }, whom, QUICK]],
    ['other streets', [{ ...dig, network: { ...dig.network } }, whom, QUICK]],
  ])('looks anew for %s', (_, given) => {
    counted(digAnswer(dig, whom, QUICK));
    expect(counted(digAnswer(...given)).steps).toBeGreaterThan(0);
  });

  it('keeps none that a clock could end', () => {
    const { dig, whom } = askedOver(ways());
    const pace = { isQuick: true, isTimeUp: () => false };
    counted(digAnswer(dig, whom, pace));
    expect(counted(digAnswer(dig, whom, pace)).steps).toBeGreaterThan(0);
  });

  it(`keeps the ${MOST_KEPT} asked for last`, () => {
    const { dig, whom } = askedOver(ways());
    const worth = (pence: number) => counted(digAnswer(dig, { ...whom, prizeOf: () => pence }, QUICK)).steps;
    for (let at = 0; at < MOST_KEPT; at++) worth(at);
    expect(worth(0)).toBe(0);
    worth(MOST_KEPT);
    expect(worth(0)).toBe(0);
    expect(worth(1)).toBeGreaterThan(0);
  });
});

function hubAt(east: number) {
  return { roof: roofAt(east, 5), seaMetres: 20, backhaul: { kind: 'trench' as const }, sectors: [] };
}
