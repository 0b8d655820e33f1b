import type { WorkStep } from '../project/work-step.ts';
import type { HubAnswer, HubProblem } from './hub-problem.ts';
import { startingHubs } from './starting-hubs.ts';
import { swappedHubs } from './swapped-hubs.ts';
import { HubTrial, isBetter, type TriedHubs } from './try-hubs.ts';

/**
 * Which hubs to build: those that serve most units, and of such the fewest pence. Begun twice, with who is cheapest for each unit
 * it adds and with who adds most units; dropped, swapped and joined otherwise until no single step is better or the work allowed is done.
 * A choice given in (`before`) is begun from too, so that the answer is no worse than it. The same problem has the same answer.
 */
export function* chooseHubs(
  problem: HubProblem,
  before: readonly number[] = [],
): Generator<WorkStep, HubAnswer> {
  const trial = new HubTrial(problem);
  let best: TriedHubs | null = null;
  for (const prefers of ['pence a unit', 'units'] as const) {
    const start = yield* startingHubs(problem, trial, prefers);
    const found = yield* swappedHubs(problem, trial, start);
    if (best === null || isBetter(found, best)) best = found;
  }
  const old = before.length > 0 ? trial.of(before) : null;
  if (old) {
    const found = yield* swappedHubs(problem, trial, old);
    if (best === null || isBetter(found, best)) best = found;
  }
  return answerOf(best ?? trial.none());
}

function answerOf({ hubs, backhaul, assigned, pence }: TriedHubs): HubAnswer {
  return { ...assigned, hubs, linkedTo: backhaul.linkedTo, pence };
}
