import type { Source } from '../project/figure.ts';
import type { BillOfQuantities } from './bill.ts';
import { CROSSING_KINDS, TRENCH_FIGURES } from './check-rate-card.ts';
import { RATE_ITEMS, type RateCard, type RateItem } from './rate-card.ts';
import { CROSSING_WORDS, ITEM_WORDS, PRESENT_VALUE_WORDS, TRENCH_WORDS } from './rate-words.ts';

/** How many figures of a card nobody sourced, of how many. */
export function assumedRates(card: RateCard): { readonly assumed: number; readonly all: number } {
  const sourced = [
    ...card.trench.flatMap((rate) => TRENCH_FIGURES.map((figure) => rate[figure])),
    ...RATE_ITEMS.map((item) => card.items[item]),
    ...CROSSING_KINDS.flatMap((kind) => card.crossings[kind] ?? []),
    card.termYears,
    card.discountPercent,
  ];
  return { assumed: sourced.filter(({ source }) => source === null).length, all: sourced.length };
}

type Priced = Pick<BillOfQuantities, 'metres' | 'crossings' | 'parts'>;

/** A rate that a bill was made with. */
export interface UsedRate {
  /** "Price of a metre", "Chamber": what is priced. */
  readonly label: string;
  /** The label, and of what: "Price of a metre (footway, open cut)". */
  readonly name: string;
  /** null: nobody sourced it. */
  readonly source: Source | null;
}

/** The rates that a bill was made with, in the order of forms. */
export function ratesInBill(card: RateCard, { metres, crossings, parts }: Priced): UsedRate[] {
  const has = (what: string): boolean => parts.some((part) => part.what === what);
  const used: UsedRate[] = [];
  for (const rate of card.trench) {
    if (!metres.some(({ surface, method }) => surface === rate.surface && method === rate.method)) continue;
    for (const figure of TRENCH_FIGURES) {
      const { label } = TRENCH_WORDS[figure];
      used.push({ label, name: `${label} (${rate.surface}, ${rate.method})`, source: rate[figure].source });
    }
  }
  const put = (label: string, { source }: { readonly source: Source | null }): void =>
    void used.push({ label, name: label, source });
  for (const item of RATE_ITEMS) if (has(PART_OF[item])) put(ITEM_WORDS[item].label, card.items[item]);
  for (const { crossing } of crossings) {
    const price = card.crossings[crossing];
    if (price) put(CROSSING_WORDS[crossing].label, price);
  }
  if (parts.some(({ isYearly }) => isYearly))
    for (const key of ['termYears', 'discountPercent'] as const)
      put(PRESENT_VALUE_WORDS[key].label, card[key]);
  return used;
}

/** Names of the rates that a bill was made with and that nobody sourced, in the order of forms. */
export function assumedInBill(card: RateCard, bill: Priced): string[] {
  return ratesInBill(card, bill).flatMap(({ name, source }) => (source ? [] : [name]));
}

/** The part of a bill that an item goes into. */
const PART_OF: { readonly [Item in RateItem]: BillOfQuantities['parts'][number]['what'] } = {
  poundsPerChamber: 'chambers',
  metresBetweenChambers: 'chambers',
  poundsPerMetreOfLeadIn: 'lead-in',
  poundsPerLeadIn: 'lead-in',
  poundsPerMetreOfCable: 'cable',
  poundsPerConnection: 'connection',
  poundsPerDayOfPermit: 'permit',
  poundsPerDayOfTrafficManagement: 'traffic management',
  poundsPerDayOfLaneRental: 'lane rental',
  percentForDesignAndSurvey: 'design and survey',
  poundsPerMetreOfDuctAYear: 'duct rent',
  poundsPerPoleAYear: 'pole rent',
  percentOfCapitalToMaintainAYear: 'maintenance',
};
