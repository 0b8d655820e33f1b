import type { RateCard } from '../cost/rate-card.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers } from '../coverage/layer-answers.ts';
import type { DigPlace } from '../dig/dig-design.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanCard } from '../plan/plan-card.ts';
import type { PlannedExcavation } from '../plan/planned-excavations.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Assumption, Source } from '../project/figure.ts';
import type { Recipe } from '../project/project.ts';
import type { DeviceProfile } from '../radio/device.ts';

/** Premises that a plan is asked for, one for each point, as `digPlaces` has them. */
export interface AskedPlace extends DigPlace {
  /** Rows of the premises at it, as many as `ids`. */
  readonly rows: readonly number[];
  /** Place in `wards`; −1: outside every ward. */
  readonly ward: number;
}

/** What a plan is judged over. Nothing here is changed by it. */
export interface EvaluationInput {
  readonly plan: Plan;
  /** Fingerprint of the plan as it stands (`planFingerprint`). */
  readonly madeOf: string;
  /** What units are. */
  readonly unit: Unit;
  /** Each point once. */
  readonly places: readonly AskedPlace[];
  readonly wards: readonly { readonly code: string; readonly name: string }[];
  /** The card that the trenches were priced with: the project's, under the plan's levers. */
  readonly rates: RateCard;
  /** The project's, whatever levers are pulled: by it what a lever waives is reckoned. */
  readonly ratesAsTheyAre: RateCard;
  readonly card: PlanCard;
  /** The plan's radio; null: it is not among the project's. */
  readonly device: DeviceProfile | null;
  /** What stands in a roof's way, under the plan's levers. */
  readonly termsOf: (roof: HubRoof) => RoofTerms;
  /** By id of a street, the works of others that its trench is shared with; absent: none. */
  readonly sharedWith?: ReadonlyMap<string, PlannedExcavation>;
  /** What is known of coverage; null: none is loaded. */
  readonly coverage: EvaluationCoverage | null;
  /** The definition in force, of `coverage.recipes`; absent: none is. */
  readonly recipeInForce?: string;
  /** Where the files used are from, and what the project takes for granted. */
  readonly sources: readonly Source[];
  /** Those of them that say what is built where, without coverage; absent: all. */
  readonly sourcesOfWorks?: readonly Source[];
  readonly assumptions: readonly Assumption[];
}

/** Layers with their answers for every row of the premises, and the definitions that ask them. */
export interface EvaluationCoverage {
  readonly layers: readonly LayerRecord[];
  /** By layer id. */
  readonly answers: ReadonlyMap<string, LayerAnswers>;
  /** Rows of the premises table; of each, how many units stand there. */
  readonly rows: number;
  readonly unitsAt: (row: number) => number;
  readonly recipes: readonly Recipe[];
}
