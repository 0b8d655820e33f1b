import { CROSSINGS } from '../streets/street-network.ts';
import { LEVELS } from './check-rate-card.ts';
import type { RateCard, RateItem, Spread, TrenchRate } from './rate-card.ts';

/** Of one level of cost: where a larger figure makes it cheaper, the low cost has the high figure. */
export interface LevelPrices {
  readonly items: { readonly [Item in RateItem]: number };
  /** Pence, by place in CROSSINGS; null: it must not be crossed. */
  readonly crossings: readonly (number | null)[];
}

/** The prices of a card at one level of cost. */
export function levelPrices({ items, crossings }: RateCard, level: keyof Spread): LevelPrices {
  const figures = Object.entries(items).map(([item, { value }]) => [
    item,
    value[item === 'metresBetweenChambers' ? OPPOSITE[level] : level],
  ]);
  return {
    items: Object.fromEntries(figures),
    crossings: CROSSINGS.map((kind) => {
      if (kind === 'none') return 0;
      const price = crossings[kind];
      return price && price.value[level] * 100;
    }),
  };
}

/** Pounds a metre, and metres a day, of a level of cost. */
export function figuresOf({ poundsPerMetre, metresPerDay }: TrenchRate, level: number): [number, number] {
  const name = LEVELS[level];
  return [poundsPerMetre.value[name], metresPerDay.value[OPPOSITE[name]]];
}

const OPPOSITE = { low: 'high', mid: 'mid', high: 'low' } as const;
