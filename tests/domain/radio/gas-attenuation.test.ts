import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gasAttenuationDecibelsPerKilometre,
  MEAN_GROUND_AIR,
} from '../../../src/domain/radio/gas-attenuation.ts';
import { OXYGEN_LINES, WATER_VAPOUR_LINES } from '../../../src/domain/radio/gas-lines.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

describe('attenuation by gas', () => {
  it.each([
    // ITU-R Study Group 3, validation examples of P.676-13 (1013.25 hPa, 288.15 K, 7.5 g/m³).
    [28, 0.0186963749523936, 0.0830595852543436],
    [60, 14.6234747964861, 0.154841840636247],
    [120, 0.886108889994405, 0.629860564920187],
  ])('at %f GHz is that of the validation examples', (f, oxygen, waterVapour) => {
    const found = gasAttenuationDecibelsPerKilometre(f, MEAN_GROUND_AIR);
    expect(found.oxygen / oxygen).toBeCloseTo(1, 9);
    expect(found.waterVapour / waterVapour).toBeCloseTo(1, 9);
  });

  it('has the 44 lines of table 1 and the 35 of table 2, in order of frequency', () => {
    expect(OXYGEN_LINES).toHaveLength(44);
    expect(WATER_VAPOUR_LINES).toHaveLength(35);
    for (const lines of [OXYGEN_LINES, WATER_VAPOUR_LINES]) {
      const frequencies = lines.map(([f]) => f);
      expect(frequencies).toEqual(frequencies.toSorted((a, b) => a - b));
    }
  });

  it('peaks near 60 GHz for oxygen and near 22.2 and 183.3 GHz for water vapour', () => {
    const at = (f: number) => gasAttenuationDecibelsPerKilometre(f, MEAN_GROUND_AIR);
    expect(at(60).oxygen).toBeGreaterThan(100 * at(40).oxygen);
    expect(at(22.235).waterVapour).toBeGreaterThan(at(20).waterVapour);
    expect(at(22.235).waterVapour).toBeGreaterThan(at(26).waterVapour);
    expect(at(183.3).waterVapour).toBeGreaterThan(10 * at(150).waterVapour);
  });

  it('is positive everywhere, and there is no water in dry air', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1000, noNaN: true }), (f) => {
        const { oxygen, waterVapour } = gasAttenuationDecibelsPerKilometre(f, MEAN_GROUND_AIR);
        expect(oxygen).toBeGreaterThan(0);
        expect(waterVapour).toBeGreaterThan(0);
        const dry = { ...MEAN_GROUND_AIR, waterVapourGramsPerCubicMetre: 0 };
        expect(gasAttenuationDecibelsPerKilometre(f, dry).waterVapour).toBe(0);
      }),
    );
  });

  it.each([
    [0.99, {}],
    [1000.1, {}],
    [28, { temperatureKelvin: 15 }],
    [28, { pressureHectopascals: 0 }],
    [28, { pressureHectopascals: 101_325 }],
    [28, { waterVapourGramsPerCubicMetre: -1 }],
  ])('refuses %f GHz in air with %o', (f, other) => {
    expect(() => gasAttenuationDecibelsPerKilometre(f, { ...MEAN_GROUND_AIR, ...other })).toThrow(OutOfRange);
  });
});
