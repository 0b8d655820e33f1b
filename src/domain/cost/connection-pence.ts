import type { RateCard, Spread } from './rate-card.ts';
import { mapSpread } from './spread.ts';

/** Connecting of each unit that has a lead-in, whole pence: the price of one times the share that takes the service. */
export function connectionPence({ items }: Pick<RateCard, 'items'>, takeUpPercent: number): Spread {
  return mapSpread(items.poundsPerConnection.value, (pounds) => Math.round(pounds * takeUpPercent));
}
