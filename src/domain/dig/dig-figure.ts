import type { BillOfQuantities } from '../cost/bill.ts';
import { unpricedWords } from '../cost/owners-unpriced.ts';
import type { RateCard } from '../cost/rate-card.ts';
import { rateSources } from '../cost/rate-sources.ts';
import { HOW_RANGES_ADD } from '../cost/spread.ts';
import type { Figure } from '../project/figure.ts';
import { formulaNumber } from '../project/formula-number.ts';
import { withLacks } from '../project/lacks.ts';
import type { Project } from '../project/project.ts';
import { rangeOf } from '../project/range.ts';
import type { DigResult } from './dig-design.ts';

/** What a dig was priced with, and what came of it. */
export interface PricedDig {
  readonly result: DigResult;
  readonly bill: BillOfQuantities;
  readonly rates: RateCard;
}

/** What a dig costs to build, in pounds, with everything that explains it. */
export function digFigure({ result, bill, rates }: PricedDig, { datasets, assumptions }: Project): Figure {
  const built = bill.parts.filter(({ isYearly }) => !isYearly);
  const pounds = (pence: number): number => Math.round(pence) / 100;
  const sum = built.map(({ what, pence }) => `${formulaNumber(pounds(pence.mid))} (${what})`).join(' + ');
  const used = new Set(result.madeOf.contents);
  const files = datasets.filter(({ contentId }) => used.has(contentId)).map(({ source }) => source);
  const { low, mid, high } = bill.capital;
  const unpriced = unpricedWords(bill.ownersUnpriced);
  return {
    value: withLacks(
      rangeOf(pounds(low), pounds(mid), pounds(high), 'pounds', 'modelled'),
      bill.ownersUnpriced,
    ),
    denominator: null,
    definition: `Each piece of the route costs its metres × the price of a metre in its surface by its method, and what lies on it (chambers by their spacing, crossings, permits, traffic management and lane rental by the day); lead-ins, cable and connections are added: ${sum || '0'} = ${formulaNumber(pounds(mid))} pounds. Rents and maintenance are paid each year and are not in it. The route is the cheapest found, with lead-ins to the nearest street that may be dug, for what is built and, over ${formulaNumber(bill.termYears)} years, run. ${unpriced ? `${unpriced}: it is at least what is told. ` : ''}${HOW_RANGES_ADD}`,
    sources: [...files, ...rateSources(rates)],
    assumptions: [
      ...bill.assumed.map((name) => ({ text: `Rate: ${name}.`, source: null })),
      ...result.notes.map((text) => ({ text, source: null })),
      ...assumptions,
    ],
    rowsUsed: result.served.length + result.missed.length,
    notKnown: 0,
  };
}
