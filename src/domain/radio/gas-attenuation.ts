import { OXYGEN_LINES, WATER_VAPOUR_LINES } from './gas-lines.ts';
import { requireRange } from './out-of-range.ts';

/** The air along a path. */
export interface Air {
  /** Pressure p of the formula; the validation examples of ITU-R Study Group 3 take 1013.25 for it. */
  readonly pressureHectopascals: number;
  readonly temperatureKelvin: number;
  readonly waterVapourGramsPerCubicMetre: number;
}

/** The air at the ground of the mean annual global reference atmosphere: 1013.25 hPa, 15 °C, 7.5 g/m³ (Rec. ITU-R P.835-6 Annex 1 §1). */
export const MEAN_GROUND_AIR: Air = {
  pressureHectopascals: 1013.25,
  temperatureKelvin: 288.15,
  waterVapourGramsPerCubicMetre: 7.5,
};

/**
 * Specific attenuation by the gases of the air in decibels per kilometre, by oxygen (with the dry continuum) and by
 * water vapour: Rec. ITU-R P.676-13 (2022) Annex 1 §1, line by line, equations (1) to (9). Valid from 1 to 1,000 GHz. Along
 * a path near the ground the attenuation is that times its length (§2.1).
 * @throws OutOfRange outside 1 to 1,000 GHz, and for air that there is none of
 */
export function gasAttenuationDecibelsPerKilometre(frequencyGigahertz: number, air: Air): GasAttenuation {
  if (kept?.frequencyGigahertz === frequencyGigahertz && kept.air === air) return kept.attenuation;
  checkAsked(frequencyGigahertz, air);
  const attenuation = lineByLine(frequencyGigahertz, air);
  kept = { frequencyGigahertz, air, attenuation };
  return attenuation;
}

/** Decibels per kilometre. */
interface GasAttenuation {
  readonly oxygen: number;
  readonly waterVapour: number;
}

// The last answer: whoever weighs thousands of links of one device asks the same each time.
let kept: {
  readonly frequencyGigahertz: number;
  readonly air: Air;
  readonly attenuation: GasAttenuation;
} | null = null;

function lineByLine(frequencyGigahertz: number, air: Air): GasAttenuation {
  const f = frequencyGigahertz;
  const p = air.pressureHectopascals;
  const theta = 300 / air.temperatureKelvin;
  const vapourHectopascals = (air.waterVapourGramsPerCubicMetre * air.temperatureKelvin) / 216.7;
  const all = p + vapourHectopascals;
  let oxygen = dryContinuum(f, p, { theta, all });
  for (const [line, a1, a2, a3, a4, a5, a6] of OXYGEN_LINES) {
    const strength = a1 * 1e-7 * p * theta ** 3 * Math.exp(a2 * (1 - theta));
    const pressureWidth = a3 * 1e-4 * (p * theta ** (0.8 - a4) + 1.1 * vapourHectopascals * theta);
    // Zeeman splitting, equation (6b).
    const width = Math.sqrt(pressureWidth ** 2 + 2.25e-6);
    const overlap = (a5 + a6 * theta) * 1e-4 * all * theta ** 0.8;
    oxygen += strength * lineShape(f, line, { width, overlap });
  }
  let waterVapour = 0;
  for (const [line, b1, b2, b3, b4, b5, b6] of WATER_VAPOUR_LINES) {
    const strength = b1 * 0.1 * vapourHectopascals * theta ** 3.5 * Math.exp(b2 * (1 - theta));
    const pressureWidth = b3 * 1e-4 * (p * theta ** b4 + b5 * vapourHectopascals * theta ** b6);
    // Doppler broadening, equation (6b).
    const doppler = Math.sqrt(0.217 * pressureWidth ** 2 + (2.1316e-12 * line ** 2) / theta);
    waterVapour += strength * lineShape(f, line, { width: 0.535 * pressureWidth + doppler, overlap: 0 });
  }
  return { oxygen: 0.182 * f * oxygen, waterVapour: 0.182 * f * waterVapour };
}

/** Equation (5). */
function lineShape(
  f: number,
  line: number,
  of: { readonly width: number; readonly overlap: number },
): number {
  const side = (offset: number): number => (of.width - of.overlap * offset) / (offset ** 2 + of.width ** 2);
  return (f / line) * (side(line - f) + side(line + f));
}

/** Debye spectrum of oxygen and absorption by pressure-induced nitrogen, equations (8) and (9). */
function dryContinuum(f: number, p: number, { theta, all }: { theta: number; all: number }): number {
  const width = 5.6e-4 * all * theta ** 0.8;
  const debye = 6.14e-5 / (width * (1 + (f / width) ** 2));
  const nitrogen = (1.4e-12 * p * theta ** 1.5) / (1 + 1.9e-5 * f ** 1.5);
  return f * p * theta ** 2 * (debye + nitrogen);
}

function checkAsked(frequencyGigahertz: number, air: Air): void {
  const source = 'ITU-R P.676-13 Annex 1';
  requireRange({
    quantity: 'frequency',
    value: frequencyGigahertz,
    low: 1,
    high: 1000,
    unit: 'GHz',
    source,
    remedy: 'Below 1 GHz the air takes next to nothing over rooftop distances: leave gas out.',
  });
  requireRange({
    quantity: 'pressure',
    value: air.pressureHectopascals,
    low: Number.MIN_VALUE,
    high: 1100,
    unit: 'hPa',
    source,
    remedy: 'At the ground it is about 1013 hPa.',
  });
  requireRange({
    quantity: 'temperature',
    value: air.temperatureKelvin,
    low: 150,
    high: 350,
    unit: 'K',
    source,
    remedy: 'Give kelvin: 15 °C is 288.15 K.',
  });
  requireRange({
    quantity: 'water vapour density',
    value: air.waterVapourGramsPerCubicMetre,
    low: 0,
    high: 100,
    unit: 'g/m³',
    source,
    remedy: 'At the ground it is about 7.5 g/m³.',
  });
}
