import type { DigPace } from '../dig/search-dig.ts';
import { hubsAmong } from '../hubs/hubs-among.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import { digAnswer } from './dig-answer.ts';
import { type FullyAsked, laidOutHubs } from './laid-out-hubs.ts';
import type { PlanDesign } from './plan-design.ts';
import type { RadioDesign } from './radio-design.ts';

/** Hubs, and one trench to all of them that have one. Throws DigImpossible, RateMissing, HeightsRefused, OutOfRange. */
export function* radioAnswer(
  asked: FullyAsked,
  { before, pace }: { readonly before: RadioDesign | null; readonly pace: DigPace },
): Generator<WorkStep, PlanDesign> {
  const laidOut = yield* inShare(laidOutHubs(asked), 0, 0.6);
  const hubs = yield* inShare(hubsAmong(laidOut, { before }), 0.6, 0.8);
  const design = { ...hubs, notes: [...hubs.notes, ...asked.radio.notes] };
  if (design.hubs.length === 0) return { kind: 'rooftop radio', trench: null, radio: design };
  const trench = yield* inShare(digAnswer(asked.dig, { rows: [], radio: design }, pace), 0.8, 1);
  return { kind: 'rooftop radio', trench, radio: design };
}
