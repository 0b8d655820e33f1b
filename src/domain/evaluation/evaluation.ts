import type { Barrier } from '../plan/barrier.ts';
import type { Intervention } from '../plan/intervention.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Figure } from '../project/figure.ts';

/** What an intervention is judged by, in the order shown; the key is said by `lineWords`. */
export const LINE_KEYS = [
  'served',
  'usable',
  'gigabit',
  'left',
  'connected',
  'wireless already',
  'capital',
  'running a year',
  'present value',
  'pounds per premises',
  'weeks to first service',
  'weeks to last service',
  'days of road works',
  'street-days',
  'consents',
  'carbon',
  'points of failure',
  'behind the worst point',
  'voucher',
  'top-up',
  'supplier’s share',
  'gap',
  'cost of levers',
  'claimed benefit',
] as const;

export type LineKey = (typeof LINE_KEYS)[number];

/** One line of a card. */
export interface EvaluatedLine {
  readonly key: LineKey;
  /** null: not known, for `why`. */
  readonly figure: Figure | null;
  readonly why: string | null;
}

/** Premises of the selection lifted in a ward, each counted once however many interventions reach it. */
export interface WardLift {
  /** null: outside every ward. */
  readonly code: string | null;
  readonly name: string;
  readonly asked: number;
  readonly served: number;
  readonly usable: number;
  readonly gigabit: number;
}

/** How a definition's not-spots among the selection change. */
export interface RecipeLift {
  readonly recipeId: string;
  readonly name: string;
  readonly notSpots: number;
  readonly lifted: number;
  readonly left: number;
  readonly notKnown: number;
  /** Why it cannot be said; null: it is. */
  readonly why: string | null;
}

/** What takes premises with it when it fails. */
export interface PointOfFailure {
  readonly kind: 'fibre point' | 'trench' | 'duct' | 'pole route' | 'lead-in' | 'hub' | 'backhaul link';
  readonly id: string;
  readonly name: string;
  /** Units behind it, by trench or radio. */
  readonly units: number;
}

/** One intervention judged. */
export interface Evaluated {
  readonly kind: Intervention | 'as chosen';
  /** Why there is no such design, in words with what to do; null: there is, and all else is of it. */
  readonly refused: string | null;
  /** One for each of LINE_KEYS, in that order. */
  readonly lines: readonly EvaluatedLine[];
  /** By code; outside every ward last. */
  readonly byWard: readonly WardLift[];
  readonly byRecipe: readonly RecipeLift[];
  /** Most units first, at most 20. */
  readonly failures: readonly PointOfFailure[];
  /** Met, after the levers. */
  readonly barriers: readonly Barrier[];
  readonly notes: readonly string[];
}

/** What break-even is reckoned from, mid, whole pence or metres; null: not known for this plan. */
export interface BreakEvenInput {
  /** What of each is not known and in none of these, by name; what both lack counts for neither. Absent: nothing. */
  readonly lacks?: { readonly dig: readonly string[]; readonly radio: readonly string[] };
  /** Units that both serve: over these the two are set against each other. */
  readonly units: number;
  /** Units that each serves as designed, and what each design costs, built and run. */
  readonly served: { readonly dig: number; readonly radio: number };
  readonly wholePence: { readonly dig: number; readonly radio: number };
  /**
   * Of the dig: metres dug in and across streets, what a metre comes to with all that goes with it, what ducts and poles
   * cost, whose metres are not among them, and what each unit adds.
   */
  readonly trenchMetres: number;
  readonly usedMetres: number;
  readonly pencePerMetre: number;
  readonly digFixedPence: number;
  readonly digPencePerUnit: number;
  /** Of radio: what does not depend on how many are served, and what each unit adds. */
  readonly radioFixedPence: number;
  readonly radioPencePerUnit: number;
}

/** A plan judged: all interventions over the same premises. Bears what it was made of; another fingerprint means stale. */
export interface PlanEvaluation {
  readonly planId: string;
  readonly madeOf: string;
  readonly unit: Unit;
  /** In the order of INTERVENTIONS. */
  readonly interventions: readonly Evaluated[];
  /** What the plan chose to build, together. */
  readonly chosen: Evaluated;
  readonly breakEven: BreakEvenInput | null;
  /** Of each one's `byRecipe`, that of the definition in force; absent: none is. */
  readonly recipeInForce?: string;
  /** "Why this and not that": whole sentences made from the numbers. */
  readonly sentences: readonly string[];
}
