import type { Source } from './figure.ts';

/** A source that says of itself that some of a figure's three numbers are assumed. */
export function isPartlyAssumed({ title }: Pick<Source, 'title'>): boolean {
  return /\bassumed\b/.test(title);
}

/** That so many figures have a source for some of their numbers alone, and what that makes of a sum. */
export function inPartWords(figures: number): string {
  return `${figures} more ${figures === 1 ? 'has' : 'have'} a source for some of low, middle and high alone, the others are assumed: what rests on ${figures === 1 ? 'it' : 'one of them'} counts as assumed.`;
}
