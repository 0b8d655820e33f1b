import type { Spread } from '../../domain/cost/rate-card.ts';

/** Pence as whole pounds: "£412,300", "−£1,200"; what is not nothing and under a pound is "under £1". */
export function poundsText(pence: number): string {
  const pounds = Math.round(Math.abs(pence) / 100);
  if (pounds === 0 && pence !== 0) return 'under £1';
  return `${pence < 0 ? '−' : ''}£${POUNDS.format(pounds)}`;
}

/** "between £310,200 and £560,900"; null where the range has no width in whole pounds. */
export function poundsRange({ low, high }: Spread): string | null {
  const [from, to] = [poundsText(low), poundsText(high)];
  return from === to ? null : `between ${from} and ${to}`;
}

/** "£310,200–£560,900", for tables; null where the range has no width. */
export function poundsBand({ low, high }: Spread): string | null {
  const [from, to] = [poundsText(low), poundsText(high)];
  return from === to ? null : `${from}–${to}`;
}

const POUNDS = new Intl.NumberFormat('en-GB');
