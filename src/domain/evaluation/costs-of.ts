import type { BillOfQuantities } from '../cost/bill.ts';
import type { BillAsked } from '../cost/bill-asked.ts';
import { billOf } from '../cost/bill-of.ts';
import { unpricedWords } from '../cost/owners-unpriced.ts';
import { type RadioBill, radioBill } from '../cost/radio-bill.ts';
import type { Spread } from '../cost/rate-card.ts';
import { addSpreads, NO_SPREAD } from '../cost/spread.ts';
import { takeUpOf } from '../plan/take-up.ts';
import type { Built } from './built-together.ts';
import type { EvaluationInput } from './evaluation-input.ts';

/** What is built costs. Whole pence. */
export interface CostsOf {
  readonly trench: BillOfQuantities;
  /** null: no radio is built. */
  readonly radio: RadioBill | null;
  /** Trench and radio together. */
  readonly capital: Spread;
  readonly runningAYear: Spread;
  readonly whole: Spread;
  readonly carbonKilograms: Spread;
  /** What belongs to them, is not known and in none of these sums: by name, and in whole sentences. */
  readonly lacks: readonly string[];
  readonly lackSentences: readonly string[];
}

const BESIDE = 'Hubs without a trench stand beside fibre already: the short way to it is not priced.';

/** Both bills of what is built. Throws RangeError where radio is built and the plan's device is not known. */
export function costsOf(
  built: Built,
  { plan: { question, levers }, unit, rates, card, device, termsOf }: EvaluationInput,
): CostsOf {
  const { pieces, barriers, passedUnits } = built;
  const { passed, worksFrom } = question;
  const takeUpPercent = takeUpOf(question, levers, card);
  const asked: BillAsked = {
    unit,
    pieces,
    barriers,
    served: built.fibre,
    passedUnits,
    takeUpPercent,
    passed,
    worksFrom,
  };
  const trench = billOf(asked, rates);
  const radio = built.hubs.length === 0 ? null : radioOf();
  const isBeside = built.hubs.some(({ backhaul }) => backhaul.kind === 'trench') && pieces.length === 0;
  const owners = unpricedWords(trench.ownersUnpriced);
  return {
    trench,
    radio,
    lacks: [...trench.ownersUnpriced, ...(isBeside ? ['the way from a hub to fibre'] : [])],
    lackSentences: [
      ...(owners ? [`${owners}; the weeks take as long for it as for a roof not asked for.`] : []),
      ...(isBeside ? [BESIDE] : []),
    ],
    capital: addSpreads(trench.capital, radio?.capital ?? NO_SPREAD),
    runningAYear: addSpreads(trench.runningAYear, radio?.runningAYear ?? NO_SPREAD),
    whole: addSpreads(trench.whole, radio?.whole ?? NO_SPREAD),
    carbonKilograms: addSpreads(trench.carbonKilograms, radio?.carbonKilograms ?? NO_SPREAD),
  };

  function radioOf(): RadioBill {
    if (!device) throw new RangeError('The radio of this plan is not among the project’s. Choose another.');
    const served = built.radio.map(({ place: { units }, metres }) => ({ units, metres }));
    return radioBill({ hubs: built.hubs, served }, { device, card, rates, takeUpPercent, termsOf });
  }
}
