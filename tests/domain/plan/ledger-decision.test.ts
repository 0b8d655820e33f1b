import { describe, expect, it } from 'vitest';
import { askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import type { HubRoof } from '../../../src/domain/plan/hub-roof.ts';
import { ledgerDecision } from '../../../src/domain/plan/ledger-decision.ts';
import { radioAt, roofAt, SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
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
  premises: [],
});

const roof = (east: number, owner: string | null, wayleave: HubRoof['wayleave']): HubRoof =>
  roofAt(east, 0, { owner, isCouncils: false, wayleave });

const mill = roof(1, 'Mill Estates', 'refusing');
const tower = roof(2, 'Mill Estates', 'refusing');
const yard = roof(3, 'Mill Estates', 'willing');
const church = roof(4, 'The Parish', 'refusing');
const nobodys = roof(5, null, 'refusing');
const others = roof(6, null, 'refusing');

const asked = {
  ...askedPlan(SMALL_PLAN_QUESTION, [], GROUND),
  radio: { ...radioAt(1, 1), candidates: [mill, tower, yard, church, nobodys, others] },
};

function opened(one: HubRoof) {
  const barrier: Barrier = {
    ...{ id: `${one.id}/wayleave`, kind: 'wayleave', place: one.id, owner: one.owner ?? '' },
    ...{ effect: { pounds: null, weeks: null, forbids: true }, from: null, until: null, source: null },
  };
  const decision = ledgerDecision(barrier, one, asked);
  return decision && 'removal' in decision ? decision : null;
}

describe('the decision of an owner who refuses', () => {
  it('opens all the roofs that this owner refuses, and nobody else’s', () => {
    expect(opened(mill)?.removal.places).toEqual([mill.id, tower.id]);
    expect(opened(church)?.removal.places).toEqual([church.id]);
    expect(opened(mill)?.key).toBe(opened(tower)?.key);
    expect(opened(mill)?.lever).toBeNull();
  });

  it('is of one roof alone where no owner is known', () => {
    expect(opened(nobodys)?.removal.places).toEqual([nobodys.id]);
  });
});
