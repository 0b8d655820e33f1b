import type { RateCard } from '../domain/cost/rate-card.ts';
import type { PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import type { ConfidentialPlan } from '../domain/plan/confidential-plan.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanCard } from '../domain/plan/plan-card.ts';
import type { Source } from '../domain/project/figure.ts';
import type { Recipe } from '../domain/project/project.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import type { Content } from './page-html.ts';
import type { PlanBill } from './plan-bill-csv.ts';
import type { MapGround } from './plan-map-svg.ts';
import type { PlanTold } from './plan-told.ts';

/** All that a page about a plan says. */
export interface PlanPageContent {
  readonly plan: Plan;
  readonly evaluation: PlanEvaluation;
  readonly bills: readonly PlanBill[];
  readonly told: PlanTold;
  /** Of the files used, each with its date; those marked confidential are not among them. */
  readonly sources: readonly Source[];
  /** Whom it is asked for, in words: "ward Foxglove (E05000001)". */
  readonly askedFor: string;
  /** The definition by which they are not-spots; null: all premises were asked for. */
  readonly recipe: Recipe | null;
  /** The card that works are priced with, under no levers; the plan's card; the plan's radio, null: it is not there. */
  readonly rates: RateCard;
  readonly card: PlanCard;
  readonly device: DeviceProfile | null;
  /** Middles of the streets around; null: none are known. */
  readonly ground: MapGround | null;
  readonly held: ConfidentialPlan;
  /** Names of confidential files, layers and operators, in lower case: no text that speaks of one is shown. */
  readonly hidden: readonly string[];
}

/** A part of the page under a heading of its own. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly body: Content;
}
