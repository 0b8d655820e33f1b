import type { Intervention } from '../../domain/plan/intervention.ts';

/** Ways of fixing not-spots, as titles. */
export const INTERVENTION_WORDS: Readonly<Record<Intervention, string>> = {
  'rooftop radio': 'Rooftop radio',
  dig: 'Dig',
  hybrid: 'Hybrid',
  'leave as it is': 'Leave as it is',
};
