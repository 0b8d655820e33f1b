import type { LinkMeter } from './link-meter.ts';

/**
 * How far a link over a free path carries at least so many megabits per second in the rain reckoned with, both ways held:
 * metres, down to the next 50, at most `mostMetres`; 0: not even that far.
 */
export function clearRangeMetres(meter: LinkMeter, leastMegabits: number, mostMetres: number): number {
  const holds = (metres: number): boolean => {
    const snr = meter.clearSnrDecibels(metres);
    return meter.marginDecibels(snr) >= 0 && meter.megabitsPerSecond(snr) >= leastMegabits;
  };
  let held = 0;
  let lost = Math.floor(mostMetres / STEP_METRES) + 1;
  while (lost - held > 1) {
    const middle = Math.floor((held + lost) / 2);
    if (holds(middle * STEP_METRES)) held = middle;
    else lost = middle;
  }
  return held * STEP_METRES;
}

const STEP_METRES = 50;
