import type { Source } from '../project/figure.ts';
import type { RateCard } from './rate-card.ts';

/** Sources of a card's rates, each once, in the order of the card. */
export function rateSources({ trench, items, crossings }: RateCard): Source[] {
  const sourced = [
    ...trench.flatMap((rate) => [rate.poundsPerMetre, rate.metresPerDay, rate.carbonKilogramsPerMetre]),
    ...Object.values(items),
    ...Object.values(crossings),
  ];
  return sourcesOnce(sourced.flatMap((one) => one?.source ?? []));
}

/** Each source once, in the order given. */
export function sourcesOnce(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
