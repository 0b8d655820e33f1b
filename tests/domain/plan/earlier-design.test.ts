import { describe, expect, it } from 'vitest';
import { askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import { earlierDesign } from '../../../src/domain/plan/earlier-design.ts';
import type { RoofTerms } from '../../../src/domain/plan/roof-terms.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { premisesAt } from '../../builders/small-digs.ts';
import { hubsAt, radioAt, roofAt, SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf } from '../../builders/street-networks.ts';

const GROUND = smallGround({
  network: networkOf({
    nodes: [
      [0, 0],
      [100, 0],
    ],
    edges: [{ ends: [0, 1], street: 'A' }],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(103, -3)],
});
const ROOF = roofAt(50, 20);
const radioDesign = hubsAt([{ roof: ROOF, serves: [0] }], GROUND.places);
const design = radioDesign.radio && {
  ...radioDesign,
  radio: { ...radioDesign.radio, deviceId: GENERIC_DEVICES[0].id },
};

const terms = (barredBy: string | null): RoofTerms => ({
  barredBy,
  barriers: [],
  pence: { low: 0, mid: 0, high: 0 },
  penceAYear: { low: 0, mid: 0, high: 0 },
  weeks: null,
});

function kept(over: { barredBy?: string; isGone?: boolean } = {}) {
  if (!design) throw new Error('The design has hubs.');
  return earlierDesign(design, {
    ...askedPlan(SMALL_PLAN_QUESTION, [], GROUND),
    radio: {
      ...radioAt(1000, 10),
      device: GENERIC_DEVICES[0],
      candidates: over.isGone ? [] : [ROOF],
      termsOf: () => terms(over.barredBy ?? null),
    },
  });
}

describe('a design made earlier', () => {
  it('may be kept while its roofs are there and open', () => {
    expect(kept()?.radio?.hubs.map(({ roof }) => roof.id)).toEqual([ROOF.id]);
  });

  it('is no more where a roof of it is barred now, or gone', () => {
    expect(kept({ barredBy: `${ROOF.id}/wayleave` })).toBeNull();
    expect(kept({ isGone: true })).toBeNull();
  });
});
