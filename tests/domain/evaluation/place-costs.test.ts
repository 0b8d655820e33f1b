import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billOf } from '../../../src/domain/cost/bill-of.ts';
import { radioBill } from '../../../src/domain/cost/radio-bill.ts';
import type { Spread } from '../../../src/domain/cost/rate-card.ts';
import { addSpreads, NO_SPREAD } from '../../../src/domain/cost/spread.ts';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import { pointKey } from '../../../src/domain/evaluation/built-together.ts';
import { spreadOf } from '../../../src/domain/evaluation/cost-vector.ts';
import { placeCosts, type SharedOver } from '../../../src/domain/evaluation/place-costs.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import { gridPoint, type SharedCase, sharedCases, trenchOf } from '../../builders/shared-designs.ts';

const shared = (design: PlanDesign, over: SharedOver): Spread => {
  const costs = placeCosts(design, over);
  let sum = NO_SPREAD;
  for (const place of over.places) {
    const own = costs.get(pointKey(place));
    if (!own) continue;
    const { low, mid, high } = spreadOf(own);
    sum = addSpreads(sum, { low: low * place.units, mid: mid * place.units, high: high * place.units });
  }
  return sum;
};
const trenchBill = (trench: DigResult, { plan, rates }: SharedOver): Spread =>
  billOf({ ...plan.question, ...trench }, rates).whole;
const near = (one: Spread, other: Spread): void => {
  for (const level of ['low', 'mid', 'high'] as const)
    expect(Math.abs(one[level] - other[level])).toBeLessThanOrEqual(1e-9 * (1 + other[level]));
};

describe('placeCosts', () => {
  it('share a dig so that all shares together are its bill', () => {
    fc.assert(
      fc.property(sharedCases, ({ over, dig }) => {
        if (dig.trench.served.length === 0) expect(placeCosts(dig, over).size).toBe(0);
        else near(shared(dig, over), trenchBill(dig.trench, over));
      }),
    );
  });

  it('share rooftop radio and its trench so that all shares together are both bills', () => {
    fc.assert(
      fc.property(sharedCases, ({ over, radio }) => {
        fc.pre(radio.radio.served.length > 0);
        const { device, card, rates, plan, termsOf } = over;
        if (!device || !radio.trench) throw new Error('The case has a device and a trench.');
        const { takeUpPercent } = plan.question;
        const bill = radioBill(radio.radio, { device, card, rates, takeUpPercent, termsOf });
        near(shared(radio, over), addSpreads(bill.whole, trenchBill(radio.trench, over)));
      }),
    );
  });

  it('let nobody pay for what only others use', () => {
    // Fibre comes from 0; 1 lies on the way to 2, and 3 by itself.
    const price = (mid: number) => [
      { what: 'trench' as const, pence: { low: mid, mid, high: mid }, isYearly: false },
    ];
    const { over } = fc.sample(sharedCases, { numRuns: 1, seed: 1 })[0] as SharedCase;
    const places = [1, 2, 3].map((at) => ({
      ids: [`${at}`],
      units: at,
      rows: [at],
      ward: -1,
      ...gridPoint(at),
    }));
    const trench = trenchOf([0, 1, 0], [price(600), price(50), price(900)], places);
    const costs = placeCosts({ kind: 'dig', trench, radio: null }, { ...over, places });
    const connection = 187.5 * over.plan.question.takeUpPercent;
    const mids = places.map((place) => spreadOf(costs.get(pointKey(place)) as Float64Array).mid - connection);
    expect(mids).toEqual([200, 225, 300]);
  });

  it('let all share a piece that nobody’s way runs through', () => {
    const price = (mid: number) => [
      { what: 'trench' as const, pence: { low: mid, mid, high: mid }, isYearly: false },
    ];
    const { over } = fc.sample(sharedCases, { numRuns: 1, seed: 1 })[0] as SharedCase;
    const places = [{ ids: ['1'], units: 2, rows: [1], ward: -1, ...gridPoint(1) }];
    const trench = trenchOf([0, 1], [price(600), price(100)], places);
    const costs = placeCosts({ kind: 'dig', trench, radio: null }, { ...over, places });
    const connection = 187.5 * over.plan.question.takeUpPercent;
    expect(spreadOf(costs.get(pointKey(places[0])) as Float64Array).mid - connection).toBe(350);
  });
});
