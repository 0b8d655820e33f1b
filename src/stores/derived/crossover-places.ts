import type { Crossover } from '../../domain/evaluation/crossover.ts';
import { SURE } from '../../domain/evaluation/find-crossover.ts';
import { INTERVENTIONS } from '../../domain/plan/intervention.ts';
import { type CheapestName, LIKELY_FROM, type Sureness } from './plan-looks.ts';

/** What is cheapest at a place. */
export function cheapestAt({ cheapest }: Pick<Crossover, 'cheapest'>, at: number): CheapestName {
  const kind = INTERVENTIONS[cheapest[at]];
  return kind === 'rooftop radio' || kind === 'dig' ? kind : 'leave as it is';
}

/** How sure it is; null where nothing reaches the place. */
export function surenessAt(
  crossover: Pick<Crossover, 'cheapest' | 'confidence'>,
  at: number,
): Sureness | null {
  if (cheapestAt(crossover, at) === 'leave as it is') return null;
  const share = crossover.confidence[at];
  if (Number.isNaN(share)) return 'only';
  // Shares are kept as 32-bit numbers.
  if (share >= Math.fround(SURE)) return 'sure';
  return share >= Math.fround(LIKELY_FROM) ? 'likely' : 'close';
}
