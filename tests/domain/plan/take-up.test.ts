import { describe, expect, it } from 'vitest';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { takeUpOf } from '../../../src/domain/plan/take-up.ts';
import { smallPlanCard } from '../../builders/plan-cards.ts';

const CARD = {
  items: {
    ...smallPlanCard().items,
    percentMoreTakeUpByAggregation: { value: { low: 5, mid: 15, high: 30 }, source: null },
  },
};
const GATHERED = [leverFrom('demand aggregation', null)];

describe('the share that takes the service', () => {
  const asked = { takeUpPercent: 40, worksFrom: '2026-11-27' };

  it('is what is asked, without a range, where nobody gathers demand', () => {
    const levers = [leverFrom('voucher', null)];
    expect(takeUpOf(asked, levers, CARD)).toEqual({ low: 40, mid: 40, high: 40 });
  });

  it('has the points that gathered demand adds, from the least to the most', () => {
    expect(takeUpOf(asked, GATHERED, CARD)).toEqual({ low: 45, mid: 55, high: 70 });
  });

  it('is never more than all', () => {
    expect(takeUpOf({ ...asked, takeUpPercent: 90 }, GATHERED, CARD)).toEqual({
      low: 95,
      mid: 100,
      high: 100,
    });
  });

  it('adds nothing before its lever stands', () => {
    const later = GATHERED.map((lever) => ({ ...lever, from: '2027-01-01' }));
    expect(takeUpOf(asked, later, CARD)).toEqual({ low: 40, mid: 40, high: 40 });
  });
});
