import { OutOfRange } from './out-of-range.ts';

/** One way a radio can send: the signal it needs over the noise, and what it then carries to the premises. */
export interface ModulationStep {
  readonly name: string;
  readonly snrDecibels: number;
  readonly megabitsPerSecond: number;
  /** How far the sender turns its power down to keep this step clean, at least 0. */
  readonly backOffDecibels: number;
}

/**
 * The fastest step that a signal so far over the noise holds after its sender has turned down; null below the lowest.
 * Steps may stand in any order. Throws OutOfRange where there are none.
 */
export function modulationStepAt(
  snrDecibels: number,
  steps: readonly ModulationStep[],
): ModulationStep | null {
  requireSteps(steps);
  let best: ModulationStep | null = null;
  for (const step of steps) {
    if (!(snrDecibels >= neededSnrDecibels(step))) continue;
    if (best === null || isFaster(step, best)) best = step;
  }
  return best;
}

/** The step that needs least. Throws OutOfRange where there are none. */
export function lowestStep(steps: readonly ModulationStep[]): ModulationStep {
  requireSteps(steps);
  return steps.reduce((low, step) => (neededSnrDecibels(step) < neededSnrDecibels(low) ? step : low));
}

/** Signal over noise at full power that a step needs: its own, and what its sender turns down. */
export function neededSnrDecibels({ snrDecibels, backOffDecibels }: ModulationStep): number {
  return snrDecibels + backOffDecibels;
}

function isFaster(one: ModulationStep, other: ModulationStep): boolean {
  if (one.megabitsPerSecond !== other.megabitsPerSecond)
    return one.megabitsPerSecond > other.megabitsPerSecond;
  return neededSnrDecibels(one) > neededSnrDecibels(other);
}

function requireSteps(steps: readonly ModulationStep[]): void {
  if (steps.length > 0) return;
  throw new OutOfRange({
    quantity: 'number of modulation steps',
    value: 0,
    low: 1,
    high: Number.POSITIVE_INFINITY,
    unit: '',
    source: 'A link budget',
    remedy: 'Give the device at least one step in the catalogue.',
  });
}
