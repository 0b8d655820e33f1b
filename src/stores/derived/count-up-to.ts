import { count } from '../../domain/not-spots/headline.ts';

/** "312", or "312, up to 340" where some are only perhaps: whoever is to be reached is counted with all of those. */
export function countUpTo(mid: number, high: number): string {
  return high > mid ? `${count(mid)}, up to ${count(high)}` : count(mid);
}
