import { SURFACES } from '../streets/surface.ts';
import { CROSSING_KINDS, LEVELS, TRENCH_FIGURES } from './check-rate-card.ts';
import { fnv1a } from './fnv-1a.ts';
import { METHODS, RATE_ITEMS, type RateCard, type Spread } from './rate-card.ts';

/**
 * 16 hexadecimal digits that are equal for cards of equal figures, however their rates are ordered, and differ otherwise
 * but by chance: names and sources have no say in what a route costs. FNV-1a, 64 bits.
 */
export function ratesFingerprint(card: RateCard): string {
  const words = (spread: Spread): string => LEVELS.map((level) => spread[level]).join(' ');
  const lines: string[] = [];
  for (const surface of SURFACES)
    for (const method of METHODS) {
      const rate = card.trench.find((one) => one.surface === surface && one.method === method);
      if (!rate) continue;
      const figures = TRENCH_FIGURES.map((figure) => words(rate[figure].value));
      lines.push(`${surface}, ${method}: ${rate.isAllowed}, ${figures.join(', ')}`);
    }
  for (const item of RATE_ITEMS) lines.push(`${item}: ${words(card.items[item].value)}`);
  for (const kind of CROSSING_KINDS) {
    const price = card.crossings[kind];
    lines.push(`${kind}: ${price ? words(price.value) : 'none'}`);
  }
  lines.push(`${card.termYears.value} years at ${card.discountPercent.value}`);
  return fnv1a(lines.join('\n'));
}
