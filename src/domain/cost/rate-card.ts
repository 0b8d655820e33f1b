import type { Sourced } from '../project/sourced.ts';
import type { Crossing } from '../streets/street-network.ts';
import type { Surface } from '../streets/surface.ts';

/** How a duct is laid. */
export const METHODS = ['open cut', 'microtrench', 'mole plough', 'directional drill'] as const;

export type Method = (typeof METHODS)[number];

/** Low ≤ mid ≤ high, each at least 0, at the prices of the card's `priceBase`. */
export interface Spread {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** What a metre by one method in one surface takes. */
export interface TrenchRate {
  readonly surface: Surface;
  readonly method: Method;
  /** False: the card knows what it costs, and it is not to be used. */
  readonly isAllowed: boolean;
  /** Pounds a metre: civils and duct, without cable. */
  readonly poundsPerMetre: Sourced<Spread>;
  /** Metres that one gang lays in a day; above 0. */
  readonly metresPerDay: Sourced<Spread>;
  /** Carbon of the works, kg CO₂e a metre. */
  readonly carbonKilogramsPerMetre: Sourced<Spread>;
}

/** What a rate card prices besides metres of trench; the key says the unit. */
export const RATE_ITEMS = [
  'poundsPerChamber',
  'metresBetweenChambers',
  'poundsPerMetreOfLeadIn',
  'poundsPerLeadIn',
  'poundsPerMetreOfCable',
  'poundsPerConnection',
  'poundsPerDayOfPermit',
  'poundsPerDayOfTrafficManagement',
  'poundsPerDayOfLaneRental',
  'percentForDesignAndSurvey',
  'poundsPerMetreOfDuctAYear',
  'poundsPerPoleAYear',
  'percentOfCapitalToMaintainAYear',
] as const;

export type RateItem = (typeof RATE_ITEMS)[number];

/** What things cost, with where each figure is from. Immutable; an edit makes a new one. */
export interface RateCard {
  readonly id: string;
  readonly name: string;
  /** Year whose prices these are, "2026"; null: not known. */
  readonly priceBase: string | null;
  /** At most one for a surface and method. A surface without an allowed one cannot be dug: pricing stops and names it. */
  readonly trench: readonly TrenchRate[];
  readonly items: { readonly [Item in RateItem]: Sourced<Spread> };
  /** Pounds a crossing, on top of the trench; null: it must not be crossed. */
  readonly crossings: { readonly [Kind in Exclude<Crossing, 'none'>]: Sourced<Spread> | null };
  /** Years that present values look ahead, whole, from 1. */
  readonly termYears: Sourced<number>;
  /** Per cent a year by which later pounds count for less. */
  readonly discountPercent: Sourced<number>;
}
