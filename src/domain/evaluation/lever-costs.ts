import type { RateCard, Spread } from '../cost/rate-card.ts';
import { mapSpread } from '../cost/spread.ts';
import { sumOfSpreads } from '../cost/spread-sum.ts';
import { yearsWorth } from '../cost/years-worth.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import { isCostKnown } from '../plan/is-cost-known.ts';
import type { Lever } from '../plan/lever.ts';
import { knownOf } from '../plan/levers-known.ts';
import type { PlanCard, PlanItem } from '../plan/plan-card.ts';
import type { FundingOf } from './funding-of.ts';

/** What pulling levers costs, beside what is built. Whole pence; the yearly sums over the term as they are worth today. */
export interface LeverCosts {
  /** null: not known of at least one. */
  readonly pence: Spread | null;
  /** Of those that are known. */
  readonly knownPence: Spread;
  /** By lever, in words. */
  readonly known: readonly string[];
  readonly notKnown: readonly string[];
  readonly items: readonly PlanItem[];
}

/** What levers cost by what is built under them. */
export interface LeveredBuilt {
  readonly roofs: readonly HubRoof[];
  /** Days of digging by one gang. */
  readonly days: Spread;
  /** null: who brings a voucher is not known, nor what is topped up. */
  readonly topUp: FundingOf['topUp'] | null;
}

/**
 * A stated cost is taken as it is. Else: relief costs the rates of the hubs that are relieved, a waived permit its fee for each day dug, top-up what is topped up. All else is not known. What
 * gathered demand connects is in the lines of what is built, as all connections are.
 */
export function leverCosts(
  levers: readonly Lever[],
  built: LeveredBuilt,
  { card: { items }, rates }: { readonly card: Pick<PlanCard, 'items'>; readonly rates: RateCard },
): LeverCosts {
  const worth = yearsWorth(rates.termYears.value, rates.discountPercent.value);
  const aYear = (pounds: Spread, count: number): Spread =>
    mapSpread(pounds, (one) => Math.round(one * count * worth * 100));
  const used: PlanItem[] = [];
  const costOf = (lever: Lever): Spread | null => {
    const { cost, kind, places } = lever;
    if (!isCostKnown(lever)) return null;
    if (cost) return mapSpread(cost, (pounds) => Math.round(pounds * 100));
    if (kind === 'top-up') return built.topUp;
    const roofs = built.roofs.filter(({ id }) => places === null || places.includes(id));
    if (kind === 'rates relief') {
      used.push('poundsOfBusinessRatesPerHubAYear');
      return aYear(items.poundsOfBusinessRatesPerHubAYear.value, roofs.length);
    }
    // A permit's fee alone is waived.
    return byLevel((level) =>
      Math.round(built.days[level] * rates.items.poundsPerDayOfPermit.value[level] * 100),
    );
  };
  const costs = levers.map((lever) => ({ name: nameOf(lever), pence: costOf(lever) }));
  const known = costs.flatMap(({ name, pence }) => (pence ? [{ name, pence }] : []));
  const knownPence = sumOfSpreads(known.map(({ pence }) => pence));
  return {
    pence: known.length === costs.length ? knownPence : null,
    knownPence,
    known: known.map(({ name }) => name),
    notKnown: costs.flatMap(({ name, pence }) => (pence ? [] : [name])),
    items: [...new Set(used)],
  };
}

function nameOf(lever: Lever): string {
  return knownOf(lever)?.title ?? lever.kind;
}

function byLevel(of: (level: keyof Spread) => number): Spread {
  return { low: of('low'), mid: of('mid'), high: of('high') };
}
