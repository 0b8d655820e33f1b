import type { HubRoof } from '../plan/hub-roof.ts';
import type { PlanCard } from '../plan/plan-card.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import type { DeviceProfile } from '../radio/device.ts';
import type { RateCard, Spread } from './rate-card.ts';
import { renewalsWorth } from './renewals-worth.ts';
import { exactly, mapSpread, multiplySpreads } from './spread.ts';
import { sumOfSpreads } from './spread-sum.ts';
import { yearsWorth } from './years-worth.ts';

/** What rooftop radio is paid for, in the order of bills. */
export const RADIO_PARTS = [
  { what: 'hub radios', isYearly: false },
  { what: 'hub sites', isYearly: false },
  { what: 'masts', isYearly: false },
  { what: 'backhaul links', isYearly: false },
  { what: 'radios at premises', isYearly: false },
  { what: 'installing at premises', isYearly: false },
  { what: 'cables indoors', isYearly: false },
  { what: 'what stands in the way', isYearly: false },
  { what: 'renewals', isYearly: true },
  { what: 'upkeep of radios', isYearly: true },
  { what: 'power', isYearly: true },
  { what: 'licences', isYearly: true },
  { what: 'rent and business rates', isYearly: true },
] as const;

export type RadioPart = (typeof RADIO_PARTS)[number]['what'];

/** One part of what something costs: whole pence, over the term as they are worth today where it is yearly. */
export interface RadioPence {
  readonly what: RadioPart;
  readonly pence: Spread;
}

/** What rooftop radio comes to by the piece: whole pence, the yearly sums over the term as they are worth today. */
export interface RadioPrices {
  /** A hub with all its sectors, without its mast and what its roof's terms come to. */
  readonly hub: readonly RadioPence[];
  readonly mastMetre: readonly RadioPence[];
  /** A link of backhaul, both ends. */
  readonly link: readonly RadioPence[];
  /** Each unit served by radio: the price of one times the share that takes the service. */
  readonly unit: readonly RadioPence[];
  /** The same in a hub's own building: a cable indoors, no radio, nothing that wears out (assumed). */
  readonly cabled: readonly RadioPence[];
  /** Sums of the above. `hubPence` is without mast and terms: `hubWithTerms` has them. */
  readonly hubPence: Spread;
  readonly linkPence: Spread;
  readonly unitPence: Spread;
  readonly cabledPence: Spread;
  /** What a pound a year over the term is worth today, pounds. */
  readonly worth: number;
}

/**
 * Prices of rooftop radio by the piece. The device's price of a hub is of all its sectors, and the middle of its two figures
 * is half-way (assumed). Radios are bought anew when they are worn out; a shorter life is the dearer. Take-up 0 to 100,
 * low with low.
 */
export function radioPrices(
  { hubPrice, premisesPrice }: Pick<DeviceProfile, 'hubPrice' | 'premisesPrice'>,
  { items }: Pick<PlanCard, 'items'>,
  {
    termYears,
    discountPercent,
    takeUpPercent,
  }: Pick<RateCard, 'termYears' | 'discountPercent'> & { readonly takeUpPercent: number | Spread },
): RadioPrices {
  const worth = yearsWorth(termYears.value, discountPercent.value);
  const life = items.yearsRadioLasts.value;
  const again = (years: number): number => renewalsWorth(years, termYears.value, discountPercent.value);
  const renewals: Spread = { low: again(life.high), mid: again(life.mid), high: again(life.low) };
  const upkeep = mapSpread(items.percentOfRadioToMaintainAYear.value, (percent) => (percent / 100) * worth);
  const wears = (pounds: Spread, share: number | Spread = 1): RadioPence[] => [
    { what: 'renewals', pence: penceOf(multiplySpreads(pounds, renewals), share) },
    { what: 'upkeep of radios', pence: penceOf(multiplySpreads(pounds, upkeep), share) },
  ];
  const aYear = (pounds: Spread): Spread => penceOf(pounds, worth);
  const hubRadio = halfWay(hubPrice);
  const premisesRadio = halfWay(premisesPrice);
  const takers = mapSpread(exactly(takeUpPercent), (percent) => percent / 100);
  const hub: RadioPence[] = [
    { what: 'hub radios', pence: penceOf(hubRadio) },
    { what: 'hub sites', pence: penceOf(items.poundsPerHubSite.value) },
    ...wears(hubRadio),
    { what: 'power', pence: aYear(items.poundsOfPowerPerHubAYear.value) },
    { what: 'licences', pence: aYear(items.poundsOfLicencePerHubAYear.value) },
  ];
  const link: RadioPence[] = [
    { what: 'backhaul links', pence: penceOf(items.poundsPerBackhaulLink.value) },
    ...wears(items.poundsPerBackhaulLink.value),
  ];
  const unit: RadioPence[] = [
    { what: 'radios at premises', pence: penceOf(premisesRadio, takers) },
    { what: 'installing at premises', pence: penceOf(items.poundsPerPremisesInstalled.value, takers) },
    ...wears(premisesRadio, takers),
  ];
  const cabled: RadioPence[] = [
    { what: 'cables indoors', pence: penceOf(items.poundsPerCabledPremises.value, takers) },
  ];
  return {
    hub,
    mastMetre: [{ what: 'masts', pence: penceOf(items.poundsPerMetreOfMast.value) }],
    link,
    unit,
    cabled,
    hubPence: sumOf(hub),
    linkPence: sumOf(link),
    unitPence: sumOf(unit),
    cabledPence: sumOf(cabled),
    worth,
  };
}

/** A hub on a roof, with its mast and what the roof's terms come to: whole pence, over the term as it is worth today. */
export function hubWithTerms(prices: RadioPrices, roof: HubRoof, terms: RoofTerms): Spread {
  return sumOf(partsOfHub(prices, roof, terms));
}

/** The same part by part. */
export function partsOfHub(
  { hub, mastMetre, worth }: RadioPrices,
  roof: Pick<HubRoof, 'above' | 'antennaMetres'>,
  { pence, penceAYear }: Pick<RoofTerms, 'pence' | 'penceAYear'>,
): RadioPence[] {
  const metres = mastMetres(roof);
  return [
    ...hub,
    ...mastMetre.map((part) => ({
      ...part,
      pence: mapSpread(part.pence, (one) => Math.round(one * metres)),
    })),
    { what: 'what stands in the way', pence },
    { what: 'rent and business rates', pence: mapSpread(penceAYear, (one) => Math.round(one * worth)) },
  ];
}

/** Metres of mast that are put up: over a roof its antenna's height, none where the height is of a column or mast that stands. */
export function mastMetres({ above, antennaMetres }: Pick<HubRoof, 'above' | 'antennaMetres'>): number {
  return above === 'surface' ? antennaMetres : 0;
}

function halfWay({ lowPounds, highPounds }: DeviceProfile['hubPrice']): Spread {
  return { low: lowPounds, mid: (lowPounds + highPounds) / 2, high: highPounds };
}

function penceOf(pounds: Spread, share: number | Spread = 1): Spread {
  return mapSpread(multiplySpreads(pounds, exactly(share)), (one) => Math.round(one * 100));
}

function sumOf(parts: readonly RadioPence[]): Spread {
  return sumOfSpreads(parts.map(({ pence }) => pence));
}
