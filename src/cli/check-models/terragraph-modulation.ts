import { lowestStep, type ModulationStep, modulationStepAt } from '../../domain/radio/modulation.ts';
import { rainOverPathDecibels } from '../../domain/radio/rain-over-path.ts';
import { METRES_PER_KILOMETRE } from '../../domain/units.ts';
import { type CaseObject, isObject, numberOf, objectsOf } from './case-document.ts';
import type { Case } from './case-kind.ts';
import type { Comparison } from './compared-figure.ts';

/** The noise of the receiver in Terragraph's published tests: thermal −81 dBm and a noise figure of 7 dB. */
const NOISE_DBM = -81 + 7;

/** Its table of modulation steps: the step at a signal, the level a step needs, and the rain of its planner. */
export function terragraphModulationCases(document: CaseObject): Case[] {
  if (!isObject(document.mcs)) return [];
  const mcs = document.mcs;
  // The file's answers are for the sender's full power, so nobody turns down.
  const steps = objectsOf(mcs, 'table').map((row): ModulationStep => {
    const name = String(numberOf(row, 'mcs', 'mcs table'));
    const where = `mcs ${name}`;
    return {
      name,
      snrDecibels: numberOf(row, 'snr_db', where),
      megabitsPerSecond: numberOf(row, 'mbps', where),
      backOffDecibels: 0,
    };
  });
  const bySignal = pairs(mcs.snr_to_mcs).map(([snr, expected]) =>
    caseOf(`step at ${snr} dB`, () => [
      exactly('step', expected, Number(modulationStepAt(snr, steps)?.name ?? 0)),
    ]),
  );
  const byStep = pairs(mcs.mcs_to_rsl_dbm).map(([step, expected]) =>
    caseOf(`level of step ${step}`, () => [exactly('level', expected, NOISE_DBM + snrOf(step, steps))]),
  );
  const rain = isObject(mcs.rain_loss) ? [rainCase(mcs.rain_loss)] : [];
  return [...bySignal, ...byStep, ...rain];
}

/** Beyond the last step as far as the last; before the first, level with the noise. */
function snrOf(asked: number, steps: readonly ModulationStep[]): number {
  if (asked < Number(lowestStep(steps).name)) return 0;
  const upTo = steps.filter(({ name }) => Number(name) <= asked);
  return Math.max(...upTo.map(({ snrDecibels }) => snrDecibels));
}

function rainCase(rain: CaseObject): Case {
  return caseOf('rain', () => {
    const expected = numberOf(rain, 'expected_db', 'rain_loss');
    const computed = rainOverPathDecibels(
      {
        frequencyGigahertz: numberOf(rain, 'freq_ghz', 'rain_loss'),
        distanceMetres: numberOf(rain, 'dist_km', 'rain_loss') * METRES_PER_KILOMETRE,
        polarisation: 'vertical',
        rainRateMillimetresPerHour: numberOf(rain, 'rain_mm_h', 'rain_loss'),
      },
      // The planner's availability is 99.9 %.
      0.1,
    );
    const error = Math.abs(computed - expected);
    const allowed = numberOf(rain, 'tol', 'rain_loss');
    return [{ what: 'rain', expected, computed, error, allowed, unit: 'dB' }];
  });
}

function caseOf(name: string, compare: () => Comparison[]): Case {
  return { name: `TG-MCS ${name}`, aside: false, compare };
}

function exactly(what: string, expected: number, computed: number): Comparison {
  return { what, expected, computed, error: Math.abs(computed - expected), allowed: 0, unit: '' };
}

function pairs(value: unknown): (readonly [number, number])[] {
  return Array.isArray(value) ? value.filter((one) => Array.isArray(one) && one.length === 2) : [];
}
