import type { RadioDesign } from '../plan/radio-design.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import { hubGround } from './hub-ground.ts';
import type { HubInput } from './hub-input.ts';
import { hubsAmong } from './hubs-among.ts';

/**
 * Which roofs to put hubs on for these premises, where their sectors look, whom each serves and how each is joined to fibre:
 * most units served first, then fewest whole-life pence at mid prices. The same input gives the same answer on every machine.
 * Needs `loadGrid`.
 * @param before an earlier answer, under more barriers perhaps: what is found is never worse than its hubs are now
 * @throws HeightsRefused for a roof above ground where no ground model is loaded, OutOfRange for a radius above 5,000 m
 */
export function* designHubs(
  input: HubInput,
  before: RadioDesign | null = null,
): Generator<WorkStep, RadioDesign> {
  const ground = yield* inShare(hubGround(input), 0, GROUND_SHARE);
  return yield* inShare(hubsAmong(ground, { before }), GROUND_SHARE, 1);
}

/** Of the whole, by time. */
const GROUND_SHARE = 0.7;
