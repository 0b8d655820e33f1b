import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/domain/evaluation/compare-plans.ts';
import type { JudgedPlan } from '../../../src/domain/evaluation/compared-plans.ts';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import { LINE_KEYS } from '../../../src/domain/evaluation/evaluation.ts';
import type { EvaluationInput } from '../../../src/domain/evaluation/evaluation-input.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import { judgedInputs, judgedOver, placeAlong, trenchTo } from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';

const judged = (input: EvaluationInput): JudgedPlan => ({
  plan: input.plan,
  evaluation: lastOf(evaluatePlan(input)),
});

const PLACES = [placeAlong(1, { units: 2 }), placeAlong(2, { units: 3 }), placeAlong(3, { units: 5 })];

function digTo(...served: readonly number[]): JudgedPlan {
  const [those, others] = [true, false].map((is) => PLACES.filter((_, at) => served.includes(at) === is));
  const design: PlanDesign = { kind: 'dig', trench: trenchTo(those, others), radio: null };
  return judged(judgedOver(PLACES, [design]));
}

describe('plans that are compared', () => {
  it('are held against the first: lines with differences, places gained and lost', () => {
    const compared = comparePlans([digTo(0, 1), digTo(1, 2)]);
    expect(compared.lines.map(({ key }) => key)).toEqual(LINE_KEYS);
    const served = compared.lines[LINE_KEYS.indexOf('served')];
    expect(served.differences.map((range) => range?.mid)).toEqual([0, 3]);
    expect([compared.gained, compared.lost]).toEqual([
      [0, 5],
      [0, 2],
    ]);
    expect(compared.places.map((place) => place.served)).toEqual([
      ['fibre', 'none'],
      ['fibre', 'fibre'],
      ['none', 'fibre'],
    ]);
    expect(compared.notes).toEqual([]);
  });

  it('are told by the design of their headline where nothing is chosen, and a note says so', () => {
    const [one, other] = [digTo(0, 1), digTo(1, 2)];
    const unchosen = judged(
      judgedOver(PLACES, other.plan.designs?.outcomes.flatMap(({ design }) => design ?? []) ?? [], {
        chosen: [],
      }),
    );
    const compared = comparePlans([one, unchosen]);
    const { notes: _, ...chosen } = comparePlans([one, other]);
    expect(compared).toMatchObject({ gained: chosen.gained, lost: chosen.lost, places: chosen.places });
    expect(compared.lines.map(({ differences }) => differences)).toEqual(
      chosen.lines.map(({ differences }) => differences),
    );
    expect(compared.notes).toEqual([
      'Nothing of “North Ward “first”” is chosen to be built: it is compared by its dig, which serves most, and of as many costs least.',
    ]);
  });

  it('says where they are for other premises or out of date', () => {
    const other = judged(
      judgedOver([placeAlong(9)], [{ kind: 'dig', trench: trenchTo([placeAlong(9)]), radio: null }]),
    );
    const stale: JudgedPlan = { ...other, evaluation: { ...other.evaluation, madeOf: 'another' } };
    expect(comparePlans([digTo(0), stale]).notes).toEqual([
      'These plans are not for the same premises: sums and counts are of each plan’s own.',
      'North Ward “first” was made before something it rests on changed: run it again.',
    ]);
    expect(() => comparePlans([digTo(0)])).toThrow(RangeError);
  });

  it('differ by nothing from themselves, and by as much the other way round', () => {
    fc.assert(
      fc.property(judgedInputs, fc.constantFrom('dig', 'rooftop radio'), (input, kind) => {
        const one = judged(input);
        const other = judged({ ...input, plan: { ...input.plan, chosen: [kind] } });
        const there = comparePlans([one, other]);
        const back = comparePlans([other, one]);
        expect([there.gained[1], there.lost[1]]).toEqual([back.lost[1], back.gained[1]]);
        for (const [at, line] of there.lines.entries()) {
          expect(line.differences[0]?.mid ?? 0).toBe(0);
          expect((line.differences[1]?.mid ?? 0) + (back.lines[at].differences[1]?.mid ?? 0)).toBeCloseTo(
            0,
            6,
          );
        }
        const served = there.lines[LINE_KEYS.indexOf('served')].differences[1];
        expect(there.gained[1] - there.lost[1]).toBe(served?.mid);
      }),
      { numRuns: 40 },
    );
  });
});
