import type { DigResult } from '../dig/dig-design.ts';
import type { BuiltIntervention } from './intervention.ts';
import type { RadioDesign } from './radio-design.ts';

/**
 * What one intervention builds. Dig: a trench to premises. Rooftop radio: hubs, and the trench to those that have one (null
 * where there are none). Hybrid: a trench to hubs and to premises, radio to others; where only one of them pays, it is that one,
 * with a note. Nobody is served by both, and who is served by one is not missed by the other.
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
  /** Fingerprint of the same but for what is closed, who has answered what, where fibre may come from, the day and the levers. */
  readonly asked?: string;
}
