import type { Spread } from '../cost/rate-card.ts';
import { mapSpread, NO_SPREAD, spreadWithout } from '../cost/spread.ts';
import type { Lever, LeverKind } from '../plan/lever.ts';
import type { PlanCard } from '../plan/plan-card.ts';

/** Who pays for building: the four together are the capital, low of low, mid of mid, high of high. Whole pence. */
export interface FundingOf {
  readonly supplier: Spread;
  readonly voucher: Spread;
  readonly topUp: Spread;
  readonly gap: Spread;
  /** Premises that bring a voucher; 0 where none is paid. */
  readonly vouchers: number;
  /** Why no voucher is counted, in words; null: they are. */
  readonly whyNoVoucher: string | null;
}

/** What funding is reckoned from. */
export interface FundingGiven {
  readonly capital: Spread;
  /** Units that take the service, and those of them that get gigabit and are known to have none. */
  readonly connected: number;
  readonly eligible: number;
  readonly card: Pick<PlanCard, 'items'>;
  readonly levers: readonly Pick<Lever, 'kind'>[];
}

/**
 * Who pays, one after the other, none more than is left to pay: the supplier's share for each connected, then vouchers,
 * then the council's top-up on each voucher, then the gap. Vouchers and top-up only where their lever is pulled, vouchers
 * only from the least number on. The sums are the card's mid figures, each a whole number of pence.
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
    : eligible === 0
      ? 'None that takes the service would get gigabit by it and is known to have none now.'
      : eligible < least
        ? `Vouchers are paid from ${least} premises on, and ${eligible} could claim one.`
        : null;
  const vouchers = whyNoVoucher === null ? eligible : 0;
  const pays = (count: number, pounds: number, left: Spread): Spread =>
    mapSpread(left, (pence) => Math.min(pence, Math.round(count * pounds * 100)));
  const supplier = pays(connected, items.poundsOfSupplierSharePerPremises.value.mid, capital);
  const afterSupplier = spreadWithout(capital, supplier);
  const voucher = pays(vouchers, items.poundsOfVoucherPerPremises.value.mid, afterSupplier);
  const afterVoucher = spreadWithout(afterSupplier, voucher);
  const topUp = isPulled('top-up')
    ? pays(vouchers, items.poundsOfTopUpPerPremises.value.mid, afterVoucher)
    : NO_SPREAD;
  return { supplier, voucher, topUp, gap: spreadWithout(afterVoucher, topUp), vouchers, whyNoVoucher };
}
