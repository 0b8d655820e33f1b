import type { Source } from '../project/figure.ts';
import type { Sourced } from '../project/sourced.ts';
import { GIGABIT_MEGABITS_PER_SECOND } from '../units.ts';
import type { DeviceProfile } from './device.ts';
import { type LinkBudget, linkBudget } from './link-budget.ts';
import { lowestStep, modulationStepAt, neededSnrDecibels } from './modulation.ts';
import type { RadioChoices } from './radio-choices.ts';
import { recommendation } from './recommendations.ts';

/** Budgets of many links with one device and one set of choices, antennas out of doors at both ends. */
export class LinkMeter {
  readonly device: DeviceProfile;
  readonly choices: RadioChoices;
  /** Signal over noise at full power that the lowest step needs. */
  private readonly needed: number;
  private back: number | null = null;

  constructor(device: DeviceProfile, choices: RadioChoices) {
    this.device = device;
    this.choices = choices;
    this.needed = neededSnrDecibels(lowestStep(device.steps.value));
  }

  /** Line by line, hub to premises (`budget`) and back. Throws OutOfRange where a formula does not hold. */
  budgets(slantMetres: number, diffraction: Sourced<number>): { budget: LinkBudget; back: LinkBudget } {
    return {
      budget: this.budget('hub', slantMetres, diffraction),
      back: this.budget('premises', slantMetres, diffraction),
    };
  }

  /** Signal over noise of the weaker way, in the rain reckoned with, over a clear path. Throws OutOfRange. */
  clearSnrDecibels(slantMetres: number): number {
    return this.budget('hub', slantMetres, CLEAR).snrDecibels;
  }

  /** How far the weaker way is over what the lowest step needs, where the way to the premises has this signal over noise. */
  marginDecibels(snrDecibels: number): number {
    return snrDecibels + Math.min(0, this.backDecibels()) - this.needed;
  }

  /** What reaches the premises with this signal over noise; 0 where no step is held. */
  megabitsPerSecond(snrDecibels: number): number {
    return modulationStepAt(snrDecibels, this.device.steps.value)?.megabitsPerSecond ?? 0;
  }

  /** Whether some step is held, both ways, even in clear air. */
  holdsWithoutRain(slantMetres: number, diffraction: Sourced<number>): boolean {
    const { budget, back } = this.budgets(slantMetres, diffraction);
    return budget.availability !== null && back.availability !== null;
  }

  /** What the way back is stronger by: the antennas and the licence make it, so it is the same at every distance. */
  private backDecibels(): number {
    if (this.back === null) {
      const { budget, back } = this.budgets(100, CLEAR);
      this.back = back.levelDbm - budget.levelDbm;
    }
    return this.back;
  }

  private budget(from: 'hub' | 'premises', distanceMetres: number, diffraction: Sourced<number>): LinkBudget {
    const { air, rainRateMillimetresPerHour, rainTimePercent } = this.choices;
    return linkBudget({
      device: this.device,
      from,
      distanceMetres,
      air,
      rainRateMillimetresPerHour,
      rainTimePercent,
      diffractionDecibels: diffraction,
      entryDecibels: OUT_OF_DOORS,
    });
  }
}

/** Whether a rate to the premises counts as gigabit. */
export function countsAsGigabit(megabitsPerSecond: number): boolean {
  return megabitsPerSecond >= GIGABIT_MEGABITS_PER_SECOND;
}

/** A path with 0.6 of the first Fresnel zone free loses nothing by diffraction. */
export const CLEAR: Sourced<number> = { value: 0, source: recommendation('P.530-18') };

const OUT_OF_DOORS: Sourced<number> = { value: 0, source: statement('Both antennas stand out of doors') };

function statement(title: string): Source {
  return { title, publisher: null, date: null, licence: null, url: null };
}
