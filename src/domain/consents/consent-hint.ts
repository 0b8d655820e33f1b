import type { Barrier, BarrierKind } from '../plan/barrier.ts';
import type { Source } from '../project/figure.ts';
import type { Range } from '../project/range.ts';
import type { ConsentOverride } from '../radio/rooftop-site.ts';

/** Whether a consent stands in the way. 'not known' is no 'no'. */
export type ConsentVerdict = 'yes' | 'no' | 'not known';

export type ConsentRuleId =
  | 'mast-height'
  | 'prior-approval'
  | 'low-building'
  | 'designated-land'
  | 'conservation-area'
  | 'listed-building'
  | 'wayleave'
  | 'radio-licence';

/** What a rule says of one site. A hint, not advice. */
export interface ConsentFinding {
  readonly rule: ConsentRuleId;
  readonly kind: BarrierKind;
  /** A few words: "Mast height over the building". */
  readonly title: string;
  /** The rule itself, as a sentence. */
  readonly says: string;
  readonly applies: ConsentVerdict;
  /** Why it applies, does not, or is not known. */
  readonly why: string;
  /** Who can lift it. */
  readonly owner: string;
  /** How long it takes where it applies; null: not known. */
  readonly weeks: Range | null;
  /** ISO date of the rule as it was read; null: not known. */
  readonly ruleDate: string | null;
  /** Null: nobody sourced it. */
  readonly source: Source | null;
  /** What of it nobody sourced, as a sentence; null where all is sourced. */
  readonly assumed: string | null;
}

/** A finding with what a person says against it. */
export interface ConsentHint extends ConsentFinding {
  /** The person's word where there is one, else `reckoned`. */
  readonly applies: ConsentVerdict;
  /** What the rule alone gives. */
  readonly reckoned: ConsentVerdict;
  readonly override: ConsentOverride | null;
  /** The same as a plan counts it; null where the consent does not stand in the way. */
  readonly barrier: Barrier | null;
}
