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

/** Names of the rates that a bill was made with and that nobody sourced, in the order of forms. */
export function assumedInBill(card: RateCard, { metres, crossings, parts }: Priced): string[] {
  const has = (what: string): boolean => parts.some((part) => part.what === what);
  const names: string[] = [];
  for (const rate of card.trench) {
    if (!metres.some(({ surface, method }) => surface === rate.surface && method === rate.method)) continue;
    for (const figure of TRENCH_FIGURES)
      if (!rate[figure].source) names.push(`${TRENCH_WORDS[figure].label} (${rate.surface}, ${rate.method})`);
  }
  for (const item of RATE_ITEMS)
    if (has(PART_OF[item]) && !card.items[item].source) names.push(ITEM_WORDS[item].label);
  for (const { crossing } of crossings)
    if (card.crossings[crossing]?.source === null) names.push(CROSSING_WORDS[crossing].label);
  if (parts.some(({ isYearly }) => isYearly))
    for (const key of ['termYears', 'discountPercent'] as const)
      if (!card[key].source) names.push(PRESENT_VALUE_WORDS[key].label);
  return names;
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
