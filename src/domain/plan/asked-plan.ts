import type { RadioPrices } from '../cost/radio-prices.ts';
import { radioPrices } from '../cost/radio-prices.ts';
import type { RateCard, Spread } from '../cost/rate-card.ts';
import { mapSpread } from '../cost/spread.ts';
import type { DigInput } from '../dig/dig-over.ts';
import type { DigQuestion } from '../dig/dig-question.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { HubRoof } from './hub-roof.ts';
import type { Lever } from './lever.ts';
import { type LeveredDig, leveredDig } from './levered-dig.ts';
import { isRefused, type PlanGround, type RadioGround } from './plan-ground.ts';
import type { PlanQuestion } from './plan-question.ts';
import type { RoofTerms } from './roof-terms.ts';
import { roofTermsOf } from './roof-terms-of.ts';
import { takeUpOf } from './take-up.ts';

/** A question under its levers, over its ground: what designs of each kind are made with. */
export interface AskedPlan {
  /** Its take-up is the middle of `takeUpOf`: with what gathered demand adds. */
  readonly question: PlanQuestion;
  readonly ground: PlanGround;
  /** null: for the reason that the ground gives. */
  readonly dig: AskedDig | null;
  readonly radio: AskedRadio | null;
}

/** What is dug under the levers. */
export interface AskedDig extends Pick<DigInput, 'premises' | 'contents'> {
  readonly question: DigQuestion;
  readonly network: StreetNetwork;
  readonly rates: RateCard;
  readonly sharedStreets: ReadonlyMap<string, Spread>;
  /** The works that streets are shared with, by id of the street. */
  readonly sharedWith: LeveredDig['sharedWith'];
  /** Whole pence of an application for consent to dig, as for a roof. */
  readonly consentPence: Spread;
}

/** What hubs come to under the levers. */
export interface AskedRadio extends RadioGround {
  readonly prices: RadioPrices;
  /** Per cent that the prices are of, and a sector's clients. */
  readonly takeUpPercent: number;
  /** Reckoned once for each roof. */
  readonly termsOf: (roof: HubRoof) => RoofTerms;
}

/** What levers make of a question. */
export function askedPlan(asked: PlanQuestion, levers: readonly Lever[], ground: PlanGround): AskedPlan {
  const question = { ...asked, takeUpPercent: takeUpOf(asked, levers, ground.card).mid };
  return {
    question,
    ground,
    dig: askedDig(question, levers, ground),
    radio: askedRadio(question, levers, ground),
  };
}

function askedDig(
  asked: PlanQuestion,
  levers: readonly Lever[],
  { network, excavations, card, rates, premises, contents }: PlanGround,
): AskedDig | null {
  if (isRefused(network)) return null;
  const percentSaved = card.items.percentSavedByDigOnce.value;
  const levered = leveredDig(asked, levers, { network, excavations, percentSaved });
  const { radio: _, ...rest } = asked;
  return {
    question: { ...rest, aim: { kind: 'serve all' }, lifted: levered.lifted },
    network: levered.networkWith(network),
    rates: levered.ratesWith(rates),
    sharedStreets: levered.sharedStreets,
    sharedWith: levered.sharedWith,
    consentPence: mapSpread(card.items.poundsForPlanning.value, (pounds) => Math.round(pounds * 100)),
    premises,
    contents,
  };
}

function askedRadio(
  { radio: chosen, takeUpPercent, worksFrom }: PlanQuestion,
  levers: readonly Lever[],
  { radio, card, rates }: PlanGround,
): AskedRadio | null {
  if (isRefused(radio)) return null;
  const { device, hintsOf } = radio;
  const known = new Map<string, RoofTerms>();
  return {
    ...radio,
    takeUpPercent,
    prices: radioPrices(device, card, { ...rates, takeUpPercent }),
    termsOf: (roof) => {
      const before = known.get(roof.id);
      if (before) return before;
      const terms = roofTermsOf(roof, {
        hints: hintsOf(roof),
        levers,
        card,
        device,
        radio: chosen,
        day: worksFrom,
      });
      known.set(roof.id, terms);
      return terms;
    },
  };
}
