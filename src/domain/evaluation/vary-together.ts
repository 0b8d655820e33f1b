import { seededSequence } from '../fibre/seeded-sequence.ts';
import { COST_CATEGORIES } from './cost-categories.ts';

/**
 * How dear each category of costs is in each sample, one after another: −1 all at low, 0 at mid, 1 at high. Triangular about
 * 0, categories independent of each other, everything within one alike. The same seed and number give the same.
 */
export function varyTogether(samples: number, seed: number): Float64Array {
  const next = seededSequence(seed);
  const uniform = (): number => next(STEPS) / STEPS;
  return Float64Array.from({ length: samples * COST_CATEGORIES.length }, () => uniform() - uniform());
}

const STEPS = 2 ** 24;
