import type { DigResult } from '../dig/dig-design.ts';
import type { BuiltIntervention } from './intervention.ts';
import type { RadioDesign } from './radio-design.ts';

/**
 * What one intervention builds. Dig: a trench to premises. Rooftop radio: hubs, and the trench to those that have one (null
 * where each hub stands beside fibre already). Hybrid: a trench to hubs and to premises, radio to others. Nobody is served by both.
 */
export interface PlanDesign {
  readonly kind: BuiltIntervention;
  /** Places of hubs have no ids and no units. */
  readonly trench: DigResult | null;
  readonly radio: RadioDesign | null;
}

/** A design, or why there is none, in words with what to do. */
export type DesignOutcome =
  | { readonly kind: BuiltIntervention; readonly design: PlanDesign; readonly refused: null }
  | { readonly kind: BuiltIntervention; readonly design: null; readonly refused: string };

/** The designs of a plan, in the order of BUILT_INTERVENTIONS. */
export interface PlanDesigns {
  readonly outcomes: readonly DesignOutcome[];
  /** Fingerprint of question, levers, rates, card, radios and files that they were made of (`planFingerprint`). */
  readonly madeOf: string;
}
