import { describe, expect, it } from 'vitest';
import { exactly } from '../../../src/domain/cost/spread.ts';
import { leverCosts } from '../../../src/domain/evaluation/lever-costs.ts';
import { isCostKnown } from '../../../src/domain/plan/is-cost-known.ts';
import type { Lever } from '../../../src/domain/plan/lever.ts';
import { LEVERS_KNOWN, leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { plainCard, exactly as rate } from '../../builders/any-rate-card.ts';
import { roofAlong } from '../../builders/judged-plans.ts';
import { smallPlanCard } from '../../builders/plan-cards.ts';

const [ONE, OTHER] = [roofAlong(1), roofAlong(2)];
const card = smallPlanCard({ poundsOfBusinessRatesPerHubAYear: 100 });

const costs = (...levers: readonly Lever[]) =>
  leverCosts(
    levers,
    { roofs: [ONE, OTHER], days: exactly(7), topUp: exactly(12_300) },
    {
      card,
      rates: {
        ...plainCard({ poundsPerDayOfPermit: rate(40) }),
        termYears: { value: 20, source: null },
        discountPercent: { value: 3.5, source: null },
      },
    },
  );

describe('what pulling levers costs', () => {
  it('is, of rates relief, the rates of the hubs that are relieved, over the term as worth today', () => {
    // £100 a year for 20 years at 3.5 %: 14.2124 times as much.
    expect(costs(leverFrom('rates relief', null)).pence?.mid).toBe(284_248);
    expect(costs(leverFrom('rates relief', [OTHER.id])).pence?.mid).toBe(142_124);
    expect(costs(leverFrom('rates relief', ['elsewhere'])).pence?.mid).toBe(0);
  });

  it('is the fee of each day dug, what is topped up, and what is stated', () => {
    expect(costs(leverFrom('permit-fee waiver', null)).pence).toEqual(exactly(7 * 40 * 100));
    expect(costs(leverFrom('top-up', null)).pence).toEqual(exactly(12_300));
    const stated = {
      ...leverFrom('working hours', null),
      cost: { ...exactly(5), unit: '£', basis: 'assumed' },
    } as Lever;
    expect(costs(stated).pence).toEqual(exactly(500));
    expect(costs(stated, leverFrom('top-up', null)).pence).toEqual(exactly(12_800));
  });

  it.each(LEVERS_KNOWN.map(({ key }) => key))('of %s is known as it is said to be', (key) => {
    const lever = leverFrom(key, null);
    const { pence, notKnown } = costs(lever);
    expect(pence !== null).toBe(isCostKnown(lever));
    expect(notKnown.length === 0).toBe(isCostKnown(lever));
  });

  it('tells what is known where one of them is not', () => {
    const both = costs(leverFrom('section 58 waiver', null), leverFrom('permit-fee waiver', null));
    expect(both.pence).toBeNull();
    expect(both.knownPence).toEqual(exactly(7 * 40 * 100));
    expect(both.notKnown).toHaveLength(1);
  });
});
