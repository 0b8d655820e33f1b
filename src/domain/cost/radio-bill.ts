import type { PlanCard, PlanItem } from '../plan/plan-card.ts';
import type { Hub } from '../plan/radio-design.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import type { DeviceProfile } from '../radio/device.ts';
import {
  mastMetres,
  partsOfHub,
  RADIO_PARTS,
  type RadioPart,
  type RadioPence,
  radioPrices,
} from './radio-prices.ts';
import type { RateCard, Spread } from './rate-card.ts';
import { PRESENT_VALUE_WORDS } from './rate-words.ts';
import { renewalsWorth } from './renewals-worth.ts';
import {
  addSpreads,
  exactly,
  mapSpread,
  multiplySpreads,
  NO_SPREAD,
  rangeAcross,
  spreadWithout,
} from './spread.ts';
import { SpreadSum, sumOfSpreads } from './spread-sum.ts';

/** What rooftop radio costs. Money in whole pence; lists in a fixed order. */
export interface RadioBill {
  /** By part, those that cost nothing left out; together they are `whole`. */
  readonly parts: readonly RadioBillPart[];
  /** What is paid once: all parts that are not yearly. */
  readonly capital: Spread;
  /** What is paid each year, and put by each year for renewals. */
  readonly runningAYear: Spread;
  /** What the yearly sums over the term are worth today. */
  readonly presentValueOfRunning: Spread;
  /** `capital` and `presentValueOfRunning`. */
  readonly whole: Spread;
  /** A line for each hub, in their order: the hub, its mast, what its roof comes to, and its link. With `units` they are `whole`. */
  readonly hubs: readonly RadioBillHub[];
  /** All that is paid for at premises. */
  readonly units: RadioBillUnits;
  /** How often a radio is bought within the term, the first time with it: a short life is the high figure. */
  readonly timesBought: Spread;
  /** Carbon of making and putting up hubs and radios at premises, each time that they are bought, kg CO₂e. */
  readonly carbonKilograms: Spread;
  /** Figures that went into it and that nobody sourced: of the plan card, and in words of device and rates. */
  readonly assumedItems: readonly PlanItem[];
  readonly assumed: readonly string[];
}

export interface RadioBillPart {
  readonly what: RadioPart;
  readonly isYearly: boolean;
  /** Present value where it is yearly. */
  readonly pence: Spread;
  /** Of the plan card, what it is made of. */
  readonly items: readonly PlanItem[];
}

export interface RadioBillHub {
  readonly roof: string;
  readonly name: string;
  readonly mastMetres: number;
  readonly hasLink: boolean;
  readonly pence: Spread;
  readonly capital: Spread;
}

export interface RadioBillUnits {
  readonly served: number;
  /** `served` times take-up, to whole units. */
  readonly connected: number;
  /** Of both, those in a hub's own building: a cable joins them, and they have no radio. */
  readonly cabled: number;
  readonly connectedByCable: number;
  readonly takeUpPercent: number;
  readonly pence: Spread;
  readonly capital: Spread;
}

/** What radio is priced with. */
export interface RadioPriced {
  readonly device: DeviceProfile;
  readonly card: PlanCard;
  readonly rates: RateCard;
  /** A range where it is not known how many gathered demand adds. */
  readonly takeUpPercent: number | Spread;
  readonly termsOf: (roof: Hub['roof']) => RoofTerms;
}

/** Units that hubs serve at a point, and how far away; 0 in a hub's own building, which a cable serves. */
export interface BilledPlace {
  readonly units: number;
  readonly metres: number;
}

/** The bill of hubs and of the units they serve. Trenches to hubs are not in it: they are `billOf`'s. */
export function radioBill(
  { hubs, served }: { readonly hubs: readonly Hub[]; readonly served: readonly BilledPlace[] },
  { device, card, rates, takeUpPercent, termsOf }: RadioPriced,
): RadioBill {
  const prices = radioPrices(device, card, { ...rates, takeUpPercent });
  const units = unitsOf(served);
  const cabled = unitsOf(served.filter(({ metres }) => metres === 0));
  const sums = new Map(RADIO_PARTS.map(({ what }) => [what, new SpreadSum()]));
  const put = (parts: readonly { readonly what: RadioPart; readonly pence: Spread }[]): void => {
    for (const { what, pence } of parts) sums.get(what)?.add(pence);
  };
  const timesOf = (some: readonly RadioPence[], count: number): RadioPence[] =>
    some.map((part) => ({ ...part, pence: mapSpread(part.pence, (one) => Math.round(one * count)) }));
  const atPremises = [...timesOf(prices.unit, units - cabled), ...timesOf(prices.cabled, cabled)];
  const lines = hubs.map(({ roof, backhaul }): RadioBillHub => {
    const own = [
      ...partsOfHub(prices, roof, termsOf(roof)),
      ...(backhaul.kind === 'link' ? prices.link : []),
    ];
    put(own);
    return {
      roof: roof.id,
      name: roof.name,
      mastMetres: mastMetres(roof),
      hasLink: backhaul.kind === 'link',
      ...sumsOf(own),
    };
  });
  put(atPremises);
  const parts = RADIO_PARTS.map((part) => ({
    ...part,
    pence: sums.get(part.what)?.value ?? NO_SPREAD,
    items: ITEMS_OF[part.what],
  })).filter(({ pence }) => pence.high > 0);
  const capital = sumOfSpreads(parts.filter(({ isYearly }) => !isYearly).map(({ pence }) => pence));
  const running = sumOfSpreads(parts.filter(({ isYearly }) => isYearly).map(({ pence }) => pence));
  const takeUp = exactly(takeUpPercent);
  const takers = (count: number): Spread =>
    mapSpread(takeUp, (percent) => Math.round((count * percent) / 100));
  const [connected, connectedByCable] = [takers(units), takers(cabled)];
  const radios = rangeAcross(spreadWithout(connected, connectedByCable));
  const bought = timesBought(card, rates);
  const { kilogramsPerHub, kilogramsPerPremisesRadio } = card.items;
  return {
    parts,
    capital,
    runningAYear: mapSpread(running, (pence) => Math.round(pence / prices.worth)),
    presentValueOfRunning: running,
    whole: addSpreads(capital, running),
    hubs: lines,
    units: {
      served: units,
      connected: connected.mid,
      cabled,
      connectedByCable: connectedByCable.mid,
      takeUpPercent: takeUp.mid,
      ...sumsOf(atPremises),
    },
    timesBought: bought,
    carbonKilograms: addSpreads(
      multiplySpreads(
        kilogramsPerHub.value,
        mapSpread(bought, (times) => times * hubs.length),
      ),
      multiplySpreads(kilogramsPerPremisesRadio.value, multiplySpreads(bought, radios)),
    ),
    ...assumedIn(parts, { device, card, rates }),
  };
}

/** Not discounted: what is emitted later counts as much. */
function timesBought({ items }: Pick<PlanCard, 'items'>, { termYears }: Pick<RateCard, 'termYears'>): Spread {
  const { low, mid, high } = items.yearsRadioLasts.value;
  const times = (life: number): number => 1 + renewalsWorth(life, termYears.value, 0);
  return { low: times(high), mid: times(mid), high: times(low) };
}

function unitsOf(places: readonly BilledPlace[]): number {
  return places.reduce((sum, { units }) => sum + units, 0);
}

function sumsOf(parts: readonly { readonly what: RadioPart; readonly pence: Spread }[]): {
  readonly pence: Spread;
  readonly capital: Spread;
} {
  return {
    pence: sumOfSpreads(parts.map(({ pence }) => pence)),
    capital: sumOfSpreads(parts.filter(({ what }) => !YEARLY.has(what)).map(({ pence }) => pence)),
  };
}

const YEARLY: ReadonlySet<RadioPart> = new Set(
  RADIO_PARTS.filter(({ isYearly }) => isYearly).map(({ what }) => what),
);

/** Items of the plan card that a part is made of. */
const ITEMS_OF: { readonly [Part in RadioPart]: readonly PlanItem[] } = {
  'hub radios': [],
  'hub sites': ['poundsPerHubSite'],
  masts: ['poundsPerMetreOfMast'],
  'backhaul links': ['poundsPerBackhaulLink'],
  'radios at premises': [],
  'installing at premises': ['poundsPerPremisesInstalled'],
  'cables indoors': ['poundsPerCabledPremises'],
  'what stands in the way': ['poundsPerPowerSupply', 'poundsForSilentRoof', 'poundsForPlanning'],
  renewals: ['yearsRadioLasts'],
  'upkeep of radios': ['percentOfRadioToMaintainAYear'],
  power: ['poundsOfPowerPerHubAYear'],
  licences: ['poundsOfLicencePerHubAYear'],
  'rent and business rates': [
    'poundsPerRoofAYear',
    'poundsPerCouncilRoofAYear',
    'poundsOfBusinessRatesPerHubAYear',
  ],
};

function assumedIn(
  parts: readonly RadioBillPart[],
  { device, card, rates }: Pick<RadioPriced, 'device' | 'card' | 'rates'>,
): Pick<RadioBill, 'assumedItems' | 'assumed'> {
  const has = (what: RadioPart): boolean => parts.some((part) => part.what === what);
  const assumed: string[] = [];
  if (has('hub radios') && !device.hubPrice.source) assumed.push(`Price of the hub (${device.name})`);
  if (has('radios at premises') && !device.premisesPrice.source)
    assumed.push(`Price at the premises (${device.name})`);
  if (parts.some(({ isYearly }) => isYearly))
    for (const key of ['termYears', 'discountPercent'] as const)
      if (!rates[key].source) assumed.push(PRESENT_VALUE_WORDS[key].label);
  return {
    assumedItems: parts.flatMap(({ items }) => items).filter((item) => !card.items[item].source),
    assumed,
  };
}
