import { describe, expect, it } from 'vitest';
import { radioPrices } from '../../../src/domain/cost/radio-prices.ts';
import { mostUnitsPerSector } from '../../../src/domain/hubs/hubs-among.ts';
import { askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import { standingOf } from '../../../src/domain/plan/design-pence.ts';
import { earlierDesign } from '../../../src/domain/plan/earlier-design.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import type { RadioGround } from '../../../src/domain/plan/plan-ground.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { premisesAt, type SmallDig } from '../../builders/small-digs.ts';
import { hubsAt, roofAt, SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf } from '../../builders/street-networks.ts';

const SMALL: SmallDig = {
  network: networkOf({
    nodes: [
      [0, 0],
      [100, 0],
    ],
    edges: [{ ends: [0, 1], street: 'A' }],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(50, 5)],
};

const DEVICE = GENERIC_DEVICES.find(({ id }) => id === 'generic-60-ghz-multipoint') ?? GENERIC_DEVICES[0];
const ROOF = roofAt(60, 5);
const QUESTION = { ...SMALL_PLAN_QUESTION, takeUpPercent: 40 };
const GATHERED = [leverFrom('demand aggregation', null)];

/** What is looked at before hubs are chosen. */
const GROUND = {
  ...smallGround(SMALL),
  radio: { device: DEVICE, candidates: [ROOF], hintsOf: () => [] } as unknown as RadioGround,
};

function designOf(units: number): PlanDesign {
  const { radio } = hubsAt([{ roof: ROOF, serves: [0] }], [{ ...GROUND.places[0], units }]);
  return { kind: 'rooftop radio', trench: null, radio };
}

describe('demand that is gathered', () => {
  it('is one take-up for trench, hubs and their prices: that of a question that asks for as much', () => {
    const gathered = askedPlan(QUESTION, GATHERED, GROUND);
    const asked = askedPlan({ ...QUESTION, takeUpPercent: 55 }, [], GROUND);
    expect(gathered.question).toEqual(asked.question);
    expect(gathered.dig?.question).toEqual(asked.dig?.question);
    expect(gathered.radio?.takeUpPercent).toBe(55);
    expect(gathered.radio?.prices).toEqual(
      radioPrices(DEVICE, GROUND.card, { ...GROUND.rates, takeUpPercent: 55 }),
    );
    expect(standingOf(designOf(20), gathered)).toEqual(standingOf(designOf(20), asked));
  });

  it('keeps no hub of before whose sectors are then too full, and counts the clients of others anew', () => {
    const [before, after] = [askedPlan(QUESTION, [], GROUND), askedPlan(QUESTION, GATHERED, GROUND)];
    const { value } = DEVICE.clientsPerSector;
    const [most, least] = [mostUnitsPerSector(value, 40), mostUnitsPerSector(value, 55)];
    expect(least).toBeLessThan(most);
    expect(earlierDesign(designOf(most), before)).not.toBe(null);
    expect(earlierDesign(designOf(most), after)).toBe(null);
    const kept = earlierDesign(designOf(20), after)?.radio?.hubs[0].sectors;
    expect(kept).toEqual([{ azimuthDegrees: 90, units: 20, clients: 11 }]);
  });
});
