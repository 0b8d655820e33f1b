import type { RateCard, Spread } from './rate-card.ts';
import { exactly } from './spread.ts';

/**
 * Connecting of each unit that has a lead-in, whole pence: the price of one times the share that takes the service, low with
 * low and high with high.
 * @param takeUpPercent 0 to 100
 */
export function connectionPence({ items }: Pick<RateCard, 'items'>, takeUpPercent: number | Spread): Spread {
  const { low, mid, high } = items.poundsPerConnection.value;
  const share = exactly(takeUpPercent);
  return {
    low: Math.round(low * share.low),
    mid: Math.round(mid * share.mid),
    high: Math.round(high * share.high),
  };
}
