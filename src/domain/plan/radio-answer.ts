import type { DigPace } from '../dig/search-dig.ts';
import { trenchPenceTo } from '../dig/trench-pence-to.ts';
import { designHubs } from '../hubs/design-hubs.ts';
import type { WorkStep } from '../project/work-step.ts';
import { inShare } from '../project/work-step.ts';
import type { AskedDig, AskedPlan, AskedRadio } from './asked-plan.ts';
import { digAnswer } from './dig-answer.ts';
import type { HubRoof } from './hub-roof.ts';
import type { PlanDesign } from './plan-design.ts';
import type { RadioDesign } from './radio-design.ts';

/** Hubs, and one trench to all of them that have one. Throws DigImpossible, RateMissing, HeightsRefused, OutOfRange. */
export function* radioAnswer(
  { question, ground, dig, radio }: AskedPlan & { readonly dig: AskedDig; readonly radio: AskedRadio },
  { before, pace }: { readonly before: RadioDesign | null; readonly pace: DigPace },
): Generator<WorkStep, PlanDesign> {
  const { candidates } = radio;
  const trenches = yield* inShare(trenchPenceTo(dig.question, dig, candidates), 0, 0.1);
  const pence = new Map(candidates.map(({ id }, at) => [id, trenches[at]]));
  const hubs = yield* inShare(
    designHubs({
      ...radio,
      places: ground.places,
      question: question.radio,
      unit: ground.premises.unit,
      takeUpPercent: question.takeUpPercent,
      mostLinkMetres: ground.card.items.metresOfBackhaulLink.value.mid,
      trenchPence: ({ id }: HubRoof) => pence.get(id) ?? Number.POSITIVE_INFINITY,
      before,
    }),
    0.1,
    0.8,
  );
  const design = { ...hubs, notes: [...hubs.notes, ...radio.notes] };
  if (design.hubs.length === 0) return { kind: 'rooftop radio', trench: null, radio: design };
  const trench = yield* inShare(digAnswer(dig, { rows: [], radio: design }, pace), 0.8, 1);
  return { kind: 'rooftop radio', trench, radio: design };
}
