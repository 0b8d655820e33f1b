import type { Spread } from './rate-card.ts';

/** Spreads added up one by one, low with low and high with high. */
export class SpreadSum {
  private low = 0;
  private mid = 0;
  private high = 0;

  add({ low, mid, high }: Spread): void {
    this.low += low;
    this.mid += mid;
    this.high += high;
  }

  get value(): Spread {
    return { low: this.low, mid: this.mid, high: this.high };
  }
}

/** Of all of these together. */
export function sumOfSpreads(spreads: Iterable<Spread>): Spread {
  const sum = new SpreadSum();
  for (const spread of spreads) sum.add(spread);
  return sum.value;
}
