import type { Spread } from './rate-card.ts';

/** Nothing, surely. */
export const NO_SPREAD: Spread = { low: 0, mid: 0, high: 0 };

/** A number as a range without width; a range as it is. */
export function exactly(value: number | Spread): Spread {
  return typeof value === 'number' ? { low: value, mid: value, high: value } : value;
}

/** Low with low, mid with mid, high with high: the sum's range is that of all being low, or all being high, together. */
export function addSpreads(one: Spread, other: Spread): Spread {
  return { low: one.low + other.low, mid: one.mid + other.mid, high: one.high + other.high };
}

/** What is left of a sum without a part of it, low of low, mid of mid, high of high. */
export function spreadWithout(whole: Spread, part: Spread): Spread {
  return { low: whole.low - part.low, mid: whole.mid - part.mid, high: whole.high - part.high };
}

/** The middle as it is, from the least to the most of the three: of sums that need not rise from low to high. */
export function rangeAcross({ low, mid, high }: Spread): Spread {
  return { low: Math.min(low, mid, high), mid, high: Math.max(low, mid, high) };
}

/** Low by low, mid by mid, high by high; of what is not below 0. */
export function multiplySpreads(one: Spread, by: Spread): Spread {
  return { low: one.low * by.low, mid: one.mid * by.mid, high: one.high * by.high };
}

/** Each of the three by a function that keeps their order. */
export function mapSpread({ low, mid, high }: Spread, of: (value: number) => number): Spread {
  return { low: of(low), mid: of(mid), high: of(high) };
}

/** What is got from dividing: low by high, high by low. Divisors above 0. */
export function divideSpreads(one: Spread, by: Spread): Spread {
  return { low: one.low / by.high, mid: one.mid / by.mid, high: one.high / by.low };
}

/** How ranges were added, in words. */
export const HOW_RANGES_ADD =
  'Ranges add low with low and high with high: the ends are what it is if everything is cheap, or everything dear, at once. What falls between is likelier.';
