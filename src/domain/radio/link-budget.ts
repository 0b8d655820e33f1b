import type { Source } from '../project/figure.ts';
import type { Sourced } from '../project/sourced.ts';
import { GIGABIT_MEGABITS_PER_SECOND, METRES_PER_KILOMETRE } from '../units.ts';
import type { DeviceProfile } from './device.ts';
import { freeSpaceLossDecibels } from './free-space-loss.ts';
import { type Air, gasAttenuationDecibelsPerKilometre } from './gas-attenuation.ts';
import { lowestStep, type ModulationStep, modulationStepAt, neededSnrDecibels } from './modulation.ts';
import { requireRange } from './out-of-range.ts';
import { type Availability, rainAvailability } from './rain-availability.ts';
import { exceededDecibels, type RainPath, rainCurve } from './rain-over-path.ts';
import { thermalNoiseDbm } from './receiver-noise.ts';
import { recommendation } from './recommendations.ts';

/** Everything that a link's budget is made of. Nothing has a default: what nobody sourced says so by its source null. */
export interface LinkQuestion {
  readonly device: DeviceProfile;
  /** Which end sends. */
  readonly from: 'hub' | 'premises';
  readonly distanceMetres: number;
  readonly air: Sourced<Air>;
  /** R0.01 of the place. */
  readonly rainRateMillimetresPerHour: Sourced<number>;
  /** Share of an average year in which rain may be worse than reckoned with: 0.01 for 99.99 %. 0.001 to 1. */
  readonly rainTimePercent: number;
  /** Over what stands in the path, at least 0: Bullington over a surface, or clutter where none is known. */
  readonly diffractionDecibels: Sourced<number>;
  /** Into the building, at least 0; 0 for an antenna out of doors. */
  readonly entryDecibels: Sourced<number>;
}

/** One line of the budget. The lines of "level" add up to the level received, those of "noise" to the noise. */
export interface BudgetLine {
  readonly what: string;
  readonly sum: 'level' | 'noise';
  /** Signed: a loss is negative. */
  readonly value: number;
  readonly unit: 'dBm' | 'dBi' | 'dB';
  /** Where the figure or its formula is from; null where nobody sourced it. */
  readonly source: Source | null;
  /** True where the figure, or one that its formula takes, was not sourced. */
  readonly isAssumed: boolean;
}

/** What a link delivers. */
export interface LinkBudget {
  readonly lines: readonly BudgetLine[];
  readonly levelDbm: number;
  readonly noiseDbm: number;
  readonly snrDecibels: number;
  /** The fastest step held for the share of the year asked; null where none is. */
  readonly step: ModulationStep | null;
  /** 0 where no step is held. */
  readonly megabitsPerSecond: number;
  /** How far the signal is over what the lowest step needs; negative where it falls short. */
  readonly marginDecibels: number;
  /** How much of the year some step is held; null where none is even in clear air. */
  readonly availability: Availability | null;
  /** The same for a step that counts as gigabit; null where the device has none or it is never held. */
  readonly gigabitAvailability: Availability | null;
  /** Whether at least 1,000 Mbit/s reach the other end for the share of the year asked, the sector serving nobody else then. */
  readonly countsAsGigabit: boolean;
}

/**
 * The budget of a link, line by line: the power sent, turned down to what the licence lets leave the antenna, less all that
 * the path takes, against the noise of the receiver. Rain is that of `rainTimePercent`. Multipath and interference are not
 * in it.
 * @throws OutOfRange where a formula does not hold for what is asked, or a loss is negative
 */
export function linkBudget(question: LinkQuestion): LinkBudget {
  checkLosses(question);
  const { device } = question;
  const curve = rainCurve(rainPath(question));
  const rain = exceededDecibels(curve, question.rainTimePercent);
  const lines = [...sentLines(question), ...pathLines(question, rain), ...noiseLines(device)];
  const levelDbm = total(lines, 'level');
  const noiseDbm = total(lines, 'noise');
  const snrDecibels = levelDbm - noiseDbm;
  const steps = device.steps.value;
  const step = modulationStepAt(snrDecibels, steps);
  const megabitsPerSecond = step?.megabitsPerSecond ?? 0;
  const needed = neededSnrDecibels(lowestStep(steps));
  const gigabitSteps = steps.filter((one) => one.megabitsPerSecond >= GIGABIT_MEGABITS_PER_SECOND);
  const holds = (snr: number): Availability | null => rainAvailability(curve, snrDecibels + rain - snr);
  return {
    lines,
    levelDbm,
    noiseDbm,
    snrDecibels,
    step,
    megabitsPerSecond,
    marginDecibels: snrDecibels - needed,
    availability: holds(needed),
    gigabitAvailability:
      gigabitSteps.length === 0 ? null : holds(neededSnrDecibels(lowestStep(gigabitSteps))),
    countsAsGigabit: megabitsPerSecond >= GIGABIT_MEGABITS_PER_SECOND,
  };
}

function rainPath(question: LinkQuestion): RainPath {
  return {
    frequencyGigahertz: question.device.frequencyGigahertz.value,
    distanceMetres: question.distanceMetres,
    polarisation: question.device.polarisation,
    rainRateMillimetresPerHour: question.rainRateMillimetresPerHour.value,
  };
}

/** As far as the power that leaves the sending antenna. */
function sentLines({ device, from }: LinkQuestion): BudgetLine[] {
  const antenna = device[from];
  const limit = device.licence.eirpLimitDbm;
  const full = device.powerDbm.value + antenna.gainDbi.value - antenna.lossDecibels.value;
  return [
    given('power sent', device.powerDbm, 'dBm'),
    given(`gain of the antenna that sends (${from})`, antenna.gainDbi, 'dBi'),
    given(`losses at the antenna that sends (${from})`, negative(antenna.lossDecibels), 'dB'),
    given('turned down to the licence’s EIRP', { ...limit, value: Math.min(0, limit.value - full) }, 'dB'),
  ];
}

/** What the path takes, and the antenna that receives. */
function pathLines(question: LinkQuestion, rain: number): BudgetLine[] {
  const { device, from, distanceMetres, air, rainRateMillimetresPerHour } = question;
  const frequency = device.frequencyGigahertz;
  const gas = gasAttenuationDecibelsPerKilometre(frequency.value, air.value);
  const kilometres = distanceMetres / METRES_PER_KILOMETRE;
  const to = from === 'hub' ? 'premises' : 'hub';
  const received = device[to];
  const free = freeSpaceLossDecibels(frequency.value, distanceMetres);
  return [
    formula('free space', -free, ['P.525-5', frequency]),
    formula('oxygen', -gas.oxygen * kilometres, ['P.676-13', frequency, air]),
    formula('water vapour', -gas.waterVapour * kilometres, ['P.676-13', frequency, air]),
    formula(`rain, worse ${question.rainTimePercent} % of the year`, -rain, [
      'P.530-18',
      frequency,
      rainRateMillimetresPerHour,
    ]),
    given('diffraction', negative(question.diffractionDecibels), 'dB'),
    given('into the building', negative(question.entryDecibels), 'dB'),
    given(`gain of the antenna that receives (${to})`, received.gainDbi, 'dBi'),
    given(`losses at the antenna that receives (${to})`, negative(received.lossDecibels), 'dB'),
  ];
}

function noiseLines({ channelMegahertz, noiseFigureDecibels }: DeviceProfile): BudgetLine[] {
  const thermal = thermalNoiseDbm(channelMegahertz.value);
  return [
    { ...formula('thermal noise', thermal, ['P.372-16', channelMegahertz]), sum: 'noise', unit: 'dBm' },
    { ...given('noise figure', noiseFigureDecibels, 'dB'), sum: 'noise' },
  ];
}

function given(what: string, { value, source }: Sourced<number>, unit: BudgetLine['unit']): BudgetLine {
  return { what, sum: 'level', value, unit, source, isAssumed: source === null };
}

function formula(
  what: string,
  value: number,
  [name, ...inputs]: readonly [Parameters<typeof recommendation>[0], ...{ source: Source | null }[]],
): BudgetLine {
  const isAssumed = inputs.some(({ source }) => source === null);
  return { what, sum: 'level', value, unit: 'dB', source: recommendation(name), isAssumed };
}

/** A loss as the budget adds it up. */
function negative({ value, source }: Sourced<number>): Sourced<number> {
  return { value: 0 - value, source };
}

function total(lines: readonly BudgetLine[], sum: BudgetLine['sum']): number {
  return lines.reduce((all, line) => (line.sum === sum ? all + line.value : all), 0);
}

function checkLosses({ device, diffractionDecibels, entryDecibels }: LinkQuestion): void {
  const losses = [
    ['diffraction loss', diffractionDecibels.value],
    ['building entry loss', entryDecibels.value],
    ['loss at the hub', device.hub.lossDecibels.value],
    ['loss at the premises', device.premises.lossDecibels.value],
    ['noise figure', device.noiseFigureDecibels.value],
  ] as const;
  for (const [quantity, value] of losses)
    requireRange({
      quantity,
      value,
      low: 0,
      high: Number.MAX_VALUE,
      unit: 'dB',
      source: 'A link budget',
      remedy: 'Give losses as positive decibels.',
    });
}
