import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSpreads, exactly, rangeAcross } from '../../../src/domain/cost/spread.ts';
import { type FundingGiven, fundingOf } from '../../../src/domain/evaluation/funding-of.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { PlanCard } from '../../../src/domain/plan/plan-card.ts';
import { smallPlanCard } from '../../builders/plan-cards.ts';

const CARD: Pick<PlanCard, 'items'> = {
  items: {
    ...smallPlanCard({ poundsOfVoucherPerPremises: 4500, leastPremisesForVoucher: 2 }).items,
    poundsOfSupplierSharePerPremises: { value: exactly(300), source: null },
    poundsOfTopUpPerPremises: { value: exactly(1000), source: null },
  },
};

const GIVEN: FundingGiven = {
  capital: { low: 1_000_000, mid: 5_000_000, high: 9_000_000 },
  connected: exactly(10),
  eligible: exactly(4),
  card: CARD,
  levers: [leverFrom('voucher', null), leverFrom('top-up', null)],
};

const spreads = fc
  .array(fc.nat(10_000_000), { minLength: 3, maxLength: 3 })
  .map((figures) => figures.sort((a, b) => a - b))
  .map(([low, mid, high]) => ({ low, mid, high }));

describe('who pays', () => {
  it('is the supplier, then vouchers, then the top-up, none more than is left', () => {
    const { supplier, voucher, topUp, gap, vouchers } = fundingOf(GIVEN);
    expect(supplier).toEqual({ low: 300_000, mid: 300_000, high: 300_000 });
    expect(voucher).toEqual({ low: 700_000, mid: 1_800_000, high: 1_800_000 });
    expect(topUp).toEqual({ low: 0, mid: 400_000, high: 400_000 });
    expect(gap).toEqual({ low: 0, mid: 2_500_000, high: 6_500_000 });
    expect(vouchers).toBe(4);
  });

  it('has vouchers only where the lever is pulled, enough can claim one, and top-up only on vouchers', () => {
    expect(fundingOf({ ...GIVEN, levers: [] })).toMatchObject({
      vouchers: 0,
      whyNoVoucher: 'The voucher lever is not pulled.',
    });
    const few = fundingOf({ ...GIVEN, eligible: exactly(1) });
    expect(few.whyNoVoucher).toBe('Vouchers are paid from 2 premises on, and 1 could claim one.');
    expect([few.voucher.high, few.topUp.high]).toEqual([0, 0]);
    expect(fundingOf({ ...GIVEN, levers: [leverFrom('voucher', null)] }).topUp.high).toBe(0);
  });

  it('spans what the card has: cheap building with most paid towards it, dear building with least', () => {
    const card = smallPlanCard({});
    const { supplier, gap } = fundingOf({
      capital: { low: 2_000_000, mid: 5_000_000, high: 9_000_000 },
      connected: exactly(10),
      eligible: exactly(0),
      card: {
        items: {
          ...card.items,
          poundsOfSupplierSharePerPremises: { value: { low: 100, mid: 300, high: 800 }, source: null },
        },
      },
      levers: [],
    });
    expect(rangeAcross(supplier)).toEqual({ low: 100_000, mid: 300_000, high: 800_000 });
    expect(gap).toEqual({ low: 1_200_000, mid: 4_700_000, high: 8_900_000 });
  });

  it('counts each end by its own take-up, and pays no voucher to too few', () => {
    const { voucher, supplier } = fundingOf({
      ...GIVEN,
      capital: exactly(90_000_000),
      connected: { low: 4, mid: 10, high: 20 },
      eligible: { low: 1, mid: 4, high: 8 },
    });
    expect(supplier).toEqual({ low: 120_000, mid: 300_000, high: 600_000 });
    expect(voucher).toEqual({ low: 0, mid: 1_800_000, high: 3_600_000 });
  });

  it('is all of the capital, and each in order as it is told', () => {
    fc.assert(
      fc.property(
        spreads,
        fc.nat(500),
        fc.nat(500),
        fc.boolean(),
        (capital, connected, eligible, isPulled) => {
          const { supplier, voucher, topUp, gap } = fundingOf({
            ...GIVEN,
            capital,
            connected: exactly(connected),
            eligible: exactly(eligible),
            levers: isPulled ? GIVEN.levers : [],
          });
          expect([supplier, voucher, topUp, gap].reduce(addSpreads)).toEqual(capital);
          for (const { low, mid, high } of [supplier, voucher, topUp, gap].map(rangeAcross)) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(mid);
            expect(mid).toBeLessThanOrEqual(high);
          }
        },
      ),
    );
  });
});
