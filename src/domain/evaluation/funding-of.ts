import type { Spread } from '../cost/rate-card.ts';
import { mapSpread, multiplySpreads, NO_SPREAD, spreadWithout } from '../cost/spread.ts';
import type { Lever, LeverKind } from '../plan/lever.ts';
import type { PlanCard } from '../plan/plan-card.ts';

/**
 * Who pays for building: by level of what building costs, the four together are the capital. What is paid is high where
 * building is cheap, so `rangeAcross` gives each one's range. Whole pence.
 */
export interface FundingOf {
  readonly supplier: Spread;
  readonly voucher: Spread;
  readonly topUp: Spread;
  readonly gap: Spread;
  /** Premises that bring a voucher at the middle; 0 where none is paid. */
  readonly vouchers: number;
  /** Why no voucher is counted, in words; null: they are. */
  readonly whyNoVoucher: string | null;
}

/** What funding is reckoned from. */
export interface FundingGiven {
  readonly capital: Spread;
  /** Units that take the service, and those of them that get gigabit and are known to have none. */
  readonly connected: Spread;
  readonly eligible: Spread;
  readonly card: Pick<PlanCard, 'items'>;
  readonly levers: readonly Pick<Lever, 'kind'>[];
}

/**
 * Who pays, one after the other, none more than is left to pay: the supplier's share for each connected, then vouchers,
 * then the council's top-up on each voucher, then the gap. Vouchers and top-up only where their lever is pulled, vouchers
 * only from the least number on (the middle figure is the rule). Where building is cheap each pays the card's high figure, where it
 * is dear the low one: so the gap spans all that it may come to. Each sum is a whole number of pence.
 */
export function fundingOf({
  capital,
  connected,
  eligible,
  card: { items },
  levers,
}: FundingGiven): FundingOf {
  const isPulled = (kind: LeverKind): boolean => levers.some((lever) => lever.kind === kind);
  const least = items.leastPremisesForVoucher.value.mid;
  const whyNoVoucher = !isPulled('voucher')
    ? 'The voucher lever is not pulled.'
    : eligible.mid === 0
      ? 'None that takes the service would get gigabit by it and is known to have none now.'
      : eligible.mid < least
        ? `Vouchers are paid from ${least} premises on, and ${eligible.mid} could claim one.`
        : null;
  const vouchers = whyNoVoucher === null ? mapSpread(eligible, (one) => (one < least ? 0 : one)) : NO_SPREAD;
  const pays = (count: Spread, { low, mid, high }: Spread, left: Spread): Spread => {
    const sums = multiplySpreads(count, { low: high, mid, high: low });
    const at = (level: keyof Spread): number => Math.min(left[level], Math.round(sums[level] * 100));
    return { low: at('low'), mid: at('mid'), high: at('high') };
  };
  const supplier = pays(connected, items.poundsOfSupplierSharePerPremises.value, capital);
  const afterSupplier = spreadWithout(capital, supplier);
  const voucher = pays(vouchers, items.poundsOfVoucherPerPremises.value, afterSupplier);
  const afterVoucher = spreadWithout(afterSupplier, voucher);
  const topUp = isPulled('top-up')
    ? pays(vouchers, items.poundsOfTopUpPerPremises.value, afterVoucher)
    : NO_SPREAD;
  return {
    supplier,
    voucher,
    topUp,
    gap: spreadWithout(afterVoucher, topUp),
    vouchers: vouchers.mid,
    whyNoVoucher,
  };
}
