import type { Crossover } from '../../domain/evaluation/crossover.ts';
import { INTERVENTIONS } from '../../domain/plan/intervention.ts';
import { type CheapestName, LIKELY_FROM, SURE_FROM, type Sureness } from './plan-looks.ts';

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
  // Kept as 32-bit numbers: a share of 0.9 is a hair off it.
  if (share >= SURE_FROM - HAIR) return 'sure';
  return share >= LIKELY_FROM - HAIR ? 'likely' : 'close';
}

const HAIR = 1e-6;
