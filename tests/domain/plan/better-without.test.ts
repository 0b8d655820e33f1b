import { describe, expect, it } from 'vitest';
import { askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import { betterWithout } from '../../../src/domain/plan/better-without.ts';
import { standingOf } from '../../../src/domain/plan/design-pence.ts';
import { designPlan } from '../../../src/domain/plan/design-plan.ts';
import type { Lever } from '../../../src/domain/plan/lever.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesAt, type SmallDig } from '../../builders/small-digs.ts';
import { SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf, protection } from '../../builders/street-networks.ts';

/** Fibre at R. A is protected, and B and C lead round it. */
const ROUND: SmallDig = {
  network: networkOf({
    nodes: [
      [0, 0],
      [100, 0],
      [0, 60],
    ],
    edges: [
      { ends: [0, 1], street: 'A', barriers: ['s58 A'] },
      { ends: [0, 2], street: 'B' },
      { ends: [2, 1], street: 'C' },
    ],
    barriers: [protection('s58 A', 'A', null)],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(103, -3)],
};

const CHARGES = { pounds: null, weeks: null, forbids: false };
const GROUND = smallGround(ROUND);
const ASKED = askedPlan(SMALL_PLAN_QUESTION, [], GROUND);

function digUnder(levers: readonly Lever[]): PlanDesign {
  const options = { madeOf: 'now', before: null, isQuick: true };
  const { outcomes } = lastOf(designPlan(SMALL_PLAN_QUESTION, levers, GROUND, options));
  const design = outcomes.find(({ kind }) => kind === 'dig')?.design;
  if (!design) throw new Error('There is a dig.');
  return design;
}

/** The same served for more: every piece is paid for twice. */
function twice(design: PlanDesign): PlanDesign {
  const { trench } = design;
  return { ...design, trench: trench && { ...trench, pieces: [...trench.pieces, ...trench.pieces] } };
}

describe('a better design found later', () => {
  it('is no gain of the lever as far as it may be built without it, at the prices of then', () => {
    const plain = digUnder([]);
    const waived = digUnder([leverFrom('permit-fee waiver', null)]);
    const without = betterWithout(twice(plain), waived, ASKED);
    expect(without && standingOf(without, ASKED)).toEqual(standingOf(plain, ASKED));
  });

  it('is the lever’s own where it waives what its pieces then say no more', () => {
    const ground = smallGround({
      ...ROUND,
      network: networkOf({
        nodes: [
          [0, 0],
          [100, 0],
        ],
        edges: [{ ends: [0, 1], street: 'A', barriers: ['rent A'] }],
        barriers: [{ ...protection('rent A', 'A', null), kind: 'lane rental', effect: CHARGES }],
        fibre: { R: 0 },
      }),
    });
    const options = { madeOf: 'now', before: null, isQuick: true };
    const [plain, waived] = [[], [leverFrom('lane-rental waiver', null)]].map(
      (levers) =>
        lastOf(designPlan(SMALL_PLAN_QUESTION, levers, ground, options)).outcomes.find(
          ({ kind }) => kind === 'dig',
        )?.design ?? null,
    );
    const asked = askedPlan(SMALL_PLAN_QUESTION, [], ground);
    expect(waived?.trench?.searchedPence).toBeLessThan(plain?.trench?.searchedPence ?? 0);
    expect(betterWithout(plain, waived, asked)).toBeNull();
  });

  it('is the lever’s own where it is no better without it, or must not be built so', () => {
    const plain = digUnder([]);
    expect(betterWithout(plain, digUnder([leverFrom('permit-fee waiver', null)]), ASKED)).toBeNull();
    const opened = digUnder([leverFrom('section 58 waiver', ['A'])]);
    expect(opened.trench?.pieces.some(({ street }) => street === 'A')).toBe(true);
    expect(betterWithout(twice(plain), opened, ASKED)).toBeNull();
    expect(betterWithout(null, plain, ASKED)).toBeNull();
  });
});
