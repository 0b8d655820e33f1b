import type { Intervention } from '../plan/intervention.ts';
import type { Unit } from '../premises/premises-table.ts';

/** How costs are varied together: the same seed and samples give the same answer. */
export interface CrossoverQuestion {
  readonly planId: string;
  readonly samples: number;
  readonly seed: number;
}

/** The cheapest technology of each premises of a plan, and how surely. One entry for each place in every array. */
export interface Crossover {
  readonly madeOf: string;
  readonly unit: Unit;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly units: Float64Array;
  readonly names: readonly string[];
  /** Place in INTERVENTIONS of the cheapest at mid costs, of rooftop radio and dig; 'leave as it is' where neither reaches it. */
  readonly cheapest: Uint8Array;
  /** Share of the samples, 0 to 1, in which that stays the cheapest; NaN where only one or none reaches it. */
  readonly confidence: Float32Array;
  /** Whole pence for each unit of the place at mid costs, as shares of what they use; NaN: not reached. */
  readonly radioPence: Float64Array;
  readonly digPence: Float64Array;
  readonly samples: number;
  readonly seed: number;
  /** Of rooftop radio, dig and leave as it is; `sure`: confidence of at least 90 %, or nothing to compare it with. */
  readonly totals: readonly { readonly kind: Intervention; readonly units: number; readonly sure: number }[];
  readonly notes: readonly string[];
}
