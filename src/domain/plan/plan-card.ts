import type { Spread } from '../cost/rate-card.ts';
import type { Source } from '../project/figure.ts';
import type { Sourced } from '../project/sourced.ts';

/** What a plan is reckoned with beside rates of trenches and devices: the key says the unit. Words and limits: plan-card-words.ts. */
export const PLAN_ITEMS = [
  // What rooftops cost.
  'poundsPerHubSite',
  'poundsPerMetreOfMast',
  'poundsPerPowerSupply',
  'poundsPerBackhaulLink',
  'poundsPerPremisesInstalled',
  'poundsPerCabledPremises',
  'poundsPerRoofAYear',
  'poundsPerCouncilRoofAYear',
  'poundsOfPowerPerHubAYear',
  'poundsOfBusinessRatesPerHubAYear',
  'poundsOfLicencePerHubAYear',
  'percentOfRadioToMaintainAYear',
  'yearsRadioLasts',
  // How far a radio link carries backhaul.
  'metresOfBackhaulLink',
  // How long things take.
  'weeksToDesign',
  'weeksForWillingRoof',
  'weeksForSilentRoof',
  'weeksForUnaskedRoof',
  'weeksForPlanning',
  'weeksForPowerSupply',
  'weeksForStreetWorksPermit',
  'weeksForCrossing',
  'weeksToBuildHub',
  'gangsAtOnce',
  'workingDaysAWeek',
  'connectionsAWeek',
  // What barriers cost.
  'poundsForSilentRoof',
  'poundsForPlanning',
  'percentSavedByDigOnce',
  // Carbon.
  'kilogramsPerHub',
  'kilogramsPerPremisesRadio',
  // Who pays.
  'poundsOfVoucherPerPremises',
  'leastPremisesForVoucher',
  'poundsOfTopUpPerPremises',
  'poundsOfSupplierSharePerPremises',
  'percentMoreTakeUpByAggregation',
  // What is claimed to be gained.
  'poundsOfClaimedBenefitPerGigabitPremises',
] as const;

export type PlanItem = (typeof PLAN_ITEMS)[number];

/** What somebody says the good of it is. A claim, never a figure of ours. */
export interface BenefitClaim {
  readonly text: string;
  readonly pounds: number;
  readonly source: Source | null;
}

/** What rooftops cost, how long things take and who pays, with where each figure is from. Immutable; an edit makes a new one. */
export interface PlanCard {
  readonly id: string;
  readonly name: string;
  /** Year whose prices these are, "2026"; null: not known. */
  readonly priceBase: string | null;
  readonly items: { readonly [Item in PlanItem]: Sourced<Spread> };
  readonly claims: readonly BenefitClaim[];
}
