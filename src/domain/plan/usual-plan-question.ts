import { USUAL_PASSED_METRES, USUAL_TAKE_UP_PERCENT } from '../dig/usual-question.ts';
import type { PlanQuestion, PlanRadio } from './plan-question.ts';

/** What of a plan's question is as usual unless somebody says otherwise. Assumed: no source stands behind any of it. */
export const USUAL_PLAN: Pick<PlanQuestion, 'passed' | 'takeUpPercent'> & {
  readonly radio: Omit<PlanRadio, 'deviceId'>;
} = {
  passed: { kind: 'within', metres: USUAL_PASSED_METRES },
  takeUpPercent: USUAL_TAKE_UP_PERCENT,
  radio: {
    mastMetres: 3,
    radiusMetres: 1_500,
    leastMegabitsPerSecond: 30,
    closedRoofs: [],
    wayleaves: [],
  },
};

/** Limits of a plan's figures, both ends included. */
export const PLAN_LIMITS = {
  mastMetres: { least: 0, most: 60 },
  radiusMetres: { least: 50, most: 5_000 },
  leastMegabitsPerSecond: { least: 1, most: 10_000 },
} as const;

/** The radio that a plan begins with where the project has chosen none: one roof serves many premises, near by at gigabit rates. */
export const USUAL_DEVICE_ID = 'generic-60-ghz-multipoint';
