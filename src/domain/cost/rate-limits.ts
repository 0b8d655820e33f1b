import type { FigureLimit } from '../project/figure-limit.ts';
import type { RateItem } from './rate-card.ts';

/** Bounds of a rate card's figures: in files, in projects and in forms. */
export const RATE_LIMITS = {
  poundsPerMetre: { low: 0, high: 10_000, unit: '£ a metre' },
  metresPerDay: { low: 0.1, high: 10_000, unit: 'metres a day' },
  carbonKilogramsPerMetre: { low: 0, high: 1000, unit: 'kg CO₂e a metre' },
  poundsPerCrossing: { low: 0, high: 10_000_000, unit: '£ each' },
  termYears: { low: 1, high: 100, unit: 'years', whole: true },
  discountPercent: { low: 0, high: 30, unit: '% a year' },
} as const satisfies Record<string, FigureLimit>;

/** Bounds of what a rate card prices besides metres of trench. */
export const ITEM_LIMITS: { readonly [Item in RateItem]: FigureLimit } = {
  poundsPerChamber: { low: 0, high: 1_000_000, unit: '£ each' },
  metresBetweenChambers: { low: 1, high: 10_000, unit: 'metres' },
  poundsPerMetreOfLeadIn: { low: 0, high: 10_000, unit: '£ a metre' },
  poundsPerLeadIn: { low: 0, high: 1_000_000, unit: '£ each' },
  poundsPerMetreOfCable: { low: 0, high: 10_000, unit: '£ a metre' },
  poundsPerConnection: { low: 0, high: 1_000_000, unit: '£ each' },
  poundsPerDayOfPermit: { low: 0, high: 100_000, unit: '£ a day' },
  poundsPerDayOfTrafficManagement: { low: 0, high: 100_000, unit: '£ a day' },
  poundsPerDayOfLaneRental: { low: 0, high: 100_000, unit: '£ a day' },
  percentForDesignAndSurvey: { low: 0, high: 200, unit: '%' },
  poundsPerMetreOfDuctAYear: { low: 0, high: 10_000, unit: '£ a metre a year' },
  poundsPerPoleAYear: { low: 0, high: 100_000, unit: '£ a pole a year' },
  percentOfCapitalToMaintainAYear: { low: 0, high: 100, unit: '% a year' },
};
