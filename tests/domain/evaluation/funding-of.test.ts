import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSpreads } from '../../../src/domain/cost/spread.ts';
import { type FundingGiven, fundingOf } from '../../../src/domain/evaluation/funding-of.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { smallPlanCard } from '../../builders/plan-cards.ts';

const CARD = smallPlanCard({
  poundsOfSupplierSharePerPremises: 300,
  poundsOfVoucherPerPremises: 4500,
  poundsOfTopUpPerPremises: 1000,
  leastPremisesForVoucher: 2,
});

const GIVEN: FundingGiven = {
  capital: { low: 1_000_000, mid: 5_000_000, high: 9_000_000 },
  connected: 10,
  eligible: 4,
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
    const few = fundingOf({ ...GIVEN, eligible: 1 });
    expect(few.whyNoVoucher).toBe('Vouchers are paid from 2 premises on, and 1 could claim one.');
    expect([few.voucher.high, few.topUp.high]).toEqual([0, 0]);
    expect(fundingOf({ ...GIVEN, levers: [leverFrom('voucher', null)] }).topUp.high).toBe(0);
  });

  it('is all of the capital, and in order', () => {
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
            connected,
            eligible,
            levers: isPulled ? GIVEN.levers : [],
          });
          expect([supplier, voucher, topUp, gap].reduce(addSpreads)).toEqual(capital);
          for (const { low, mid, high } of [supplier, voucher, topUp, gap]) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(mid);
            expect(mid).toBeLessThanOrEqual(high);
          }
        },
      ),
    );
  });
});
