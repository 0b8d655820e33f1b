import type { RateCard, Spread } from '../cost/rate-card.ts';
import { mapSpread, NO_SPREAD } from '../cost/spread.ts';
import { SpreadSum } from '../cost/spread-sum.ts';
import { worksOfPiece } from '../cost/works-of-piece.ts';
import { yearsWorth } from '../cost/years-worth.ts';
import type { HubRoof } from './hub-roof.ts';
import type { Lever } from './lever.ts';
import { knownOf } from './levers-known.ts';
import type { PlanCard, PlanItem } from './plan-card.ts';
import type { PlanDesign } from './plan-design.ts';
import { isPulledFor } from './pulled-for.ts';

/** What pulling a lever costs the council. */
export interface CostOfLever {
  /** Whole pence, what is paid or forgone each year as present value; null: not known. */
  readonly pence: Spread | null;
  /** What it consists of, or why it is not known, as a sentence. */
  readonly how: string;
}

/**
 * What a lever costs the council where this is built: by the design where it depends on what is built, else the lever's own figure.
 * @param design what is built; null: nothing yet
 */
export function costOfLever(
  lever: Lever,
  design: PlanDesign | null,
  given: {
    readonly card: PlanCard;
    readonly rates: RateCard;
  },
): CostOfLever {
  const { card, rates } = given;
  const known = knownOf(lever);
  const how = known?.costsCouncil ?? 'What it costs is not known.';
  if (lever.cost) {
    const { low, mid, high } = lever.cost;
    return { pence: mapSpread({ low, mid, high }, (pounds) => Math.round(pounds * 100)), how };
  }
  if (!design) return { pence: null, how: `${how} Nothing is designed yet, so how much is not known.` };
  const pence = (item: PlanItem): Spread => mapSpread(card.items[item].value, (pounds) => pounds * 100);
  const hubs = (design.radio?.hubs ?? []).map(({ roof }) => roof);
  const years = yearsWorth(rates.termYears.value, rates.discountPercent.value);
  const each = (of: readonly HubRoof[], one: Spread): Spread =>
    mapSpread(one, (cost) => Math.round(cost * of.length));
  const held = hubs.filter(({ isCouncils }) => isCouncils === true);
  switch (known?.key) {
    case 'council-roof access': {
      const open = held.filter(({ id }) => isPulledFor(lever, 'wayleave', id));
      const [rent, own] = [pence('poundsPerRoofAYear'), pence('poundsPerCouncilRoofAYear')];
      const forgone = mapOf((level) => Math.max(0, rent[level] - own[level]) * years);
      return { pence: each(open, forgone), how };
    }
    case 'live columns': {
      const dead = held.filter(
        ({ id, hasPower }) => hasPower === false && isPulledFor(lever, 'no power', id),
      );
      return { pence: each(dead, pence('poundsPerPowerSupply')), how };
    }
    case 'rates relief': {
      const relieved = hubs.filter(({ id }) => isPulledFor(lever, 'business rates', id));
      const rated = mapSpread(pence('poundsOfBusinessRatesPerHubAYear'), (cost) => cost * years);
      return { pence: each(relieved, rated), how };
    }
    case 'permit-fee waiver': {
      const fee = rates.items.poundsPerDayOfPermit.value;
      const sum = new SpreadSum();
      for (const piece of design.trench?.pieces ?? []) {
        const days = worksOfPiece(piece, rates)?.days ?? NO_SPREAD;
        sum.add(mapOf((level) => Math.round(days[level] * fee[level] * 100)));
      }
      return { pence: sum.value, how };
    }
    default:
      return { pence: null, how };
  }
}

function mapOf(of: (level: keyof Spread) => number): Spread {
  const [low, mid, high] = [of('low'), of('mid'), of('high')].sort((one, other) => one - other);
  return { low, mid, high };
}
