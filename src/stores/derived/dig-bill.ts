import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import { billOf } from '../../domain/cost/bill-of.ts';
import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import type { RateCard } from '../../domain/cost/rate-card.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import type { Project } from '../../domain/project/project.ts';
import { rememberLast } from './remember-last.ts';

/** The bill of a design's route, with the project's rates. */
export const digBill = rememberLast(
  (question: DigQuestion, result: DigResult, rates: RateCard): BillOfQuantities =>
    billOf({ ...question, ...result }, rates),
);

/** The card that works are priced with: the project's own, or the one that comes with Notspot. */
export function ratesInForce({ rates }: Pick<Project, 'rates'>): RateCard {
  return rates ?? DEFAULT_RATES;
}
