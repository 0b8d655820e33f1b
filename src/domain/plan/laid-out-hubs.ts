import { trenchPenceTo } from '../dig/trench-pence-to.ts';
import { type HubGround, hubGround } from '../hubs/hub-ground.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import type { AskedDig, AskedPlan, AskedRadio } from './asked-plan.ts';

/** A question of which both streets and heights are there. */
export type FullyAsked = AskedPlan & { readonly dig: AskedDig; readonly radio: AskedRadio };

/**
 * The roofs of a question judged, and what a trench of its own to each would come to. Made once for the same question. Throws
 * DigImpossible, RateMissing, HeightsRefused, OutOfRange. Needs `loadGrid`.
 */
export function* laidOutHubs({ question, ground, dig, radio }: FullyAsked): Generator<WorkStep, HubGround> {
  const known = kept.get(radio);
  if (known) return known;
  const { candidates } = radio;
  const trenches = yield* inShare(trenchPenceTo(dig.question, dig, candidates), 0, 0.15);
  const pence = new Map(candidates.map(({ id }, at) => [id, trenches[at]]));
  const input = {
    ...radio,
    places: ground.places,
    question: question.radio,
    unit: ground.premises.unit,
    takeUpPercent: question.takeUpPercent,
    mostLinkMetres: ground.card.items.metresOfBackhaulLink.value.mid,
    trenchPence: ({ id }: { readonly id: string }) => pence.get(id) ?? Number.POSITIVE_INFINITY,
  };
  const laidOut = yield* inShare(hubGround(input), 0.15, 1);
  kept.set(radio, laidOut);
  return laidOut;
}

/** Kept as long as what was asked is. */
const kept = new WeakMap<AskedRadio, HubGround>();
