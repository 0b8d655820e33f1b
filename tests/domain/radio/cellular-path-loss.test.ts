import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellularPath,
  cellularPathLossDecibels,
  SHADOW_SPREAD_DECIBELS,
} from '../../../src/domain/radio/cellular-path-loss.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';

const ends = { frequencyGigahertz: 5, groundMetres: 1000, terminalMetres: 1.5 };
const macro: CellularPath = { ...ends, scenario: 'urban macro', sight: 'line of sight', baseMetres: 25 };
const micro: CellularPath = { ...ends, scenario: 'urban micro', sight: 'line of sight', baseMetres: 10 };
const rural: CellularPath = {
  ...ends,
  scenario: 'rural macro',
  sight: 'line of sight',
  baseMetres: 35,
  buildingMetres: 5,
  streetWidthMetres: 20,
};
const hidden = { sight: 'no line of sight' } as const;

describe('mobile cells (TR 38.901 table 7.4.1-1)', () => {
  it.each([
    // ns-3, three-gpp-propagation-loss-model test suite, at 5 GHz.
    ['RMa', rural, 10, 77.3784],
    ['RMa', rural, 1000, 108.5577],
    ['RMa', rural, 10_000, 140.3896],
    ['RMa hidden', { ...rural, ...hidden }, 5000, 160.5169],
    ['UMa', macro, 1000, 109.7252],
    ['UMa', macro, 5000, 137.6794],
    ['UMa hidden', { ...macro, ...hidden }, 1000, 144.7641],
    ['UMi', micro, 10, 69.8591],
    ['UMi', micro, 5000, 147.2696],
    ['UMi hidden', { ...micro, ...hidden }, 1000, 143.1886],
  ] as const)('%s: %o over %f m is %f dB', (_, path, groundMetres, decibels) => {
    expect(cellularPathLossDecibels({ ...path, groundMetres })).toBeCloseTo(decibels, 2);
  });

  it('loses at least as much without a line of sight, and never less farther off', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(macro, micro, rural),
        fc.double({ min: 0.5, max: 30, noNaN: true }),
        fc.double({ min: 10, max: 4500, noNaN: true }),
        (scenario, frequencyGigahertz, groundMetres) => {
          const path = { ...scenario, frequencyGigahertz, groundMetres };
          const seen = cellularPathLossDecibels(path);
          expect(cellularPathLossDecibels({ ...path, ...hidden })).toBeGreaterThanOrEqual(seen);
          expect(cellularPathLossDecibels({ ...path, groundMetres: groundMetres * 1.1 })).toBeGreaterThan(
            seen,
          );
        },
      ),
    );
  });

  it.each([
    [macro, 0.6],
    [micro, 0.3],
  ])('hidden, a terminal gains with its height: %o by %f dB a metre', (path, perMetre) => {
    const far = { ...path, ...hidden, groundMetres: 5000 };
    const gain = cellularPathLossDecibels(far) - cellularPathLossDecibels({ ...far, terminalMetres: 3.5 });
    expect(gain).toBeCloseTo(2 * perMetre, 2);
  });

  it('spreads by what the table says', () => {
    expect(SHADOW_SPREAD_DECIBELS['urban micro']['no line of sight']).toBe(7.82);
    expect(SHADOW_SPREAD_DECIBELS['rural macro']['no line of sight']).toBe(8);
  });

  it.each([
    [macro, { groundMetres: 9 }],
    [macro, { groundMetres: 5001 }],
    [macro, { frequencyGigahertz: 0.4 }],
    [macro, { terminalMetres: 14 }],
    [micro, { baseMetres: 30 }],
    [rural, { frequencyGigahertz: 31 }],
    [rural, { groundMetres: 10_001 }],
    [rural, { ...hidden, groundMetres: 5001 }],
    [rural, { buildingMetres: 4 }],
    [rural, { streetWidthMetres: 51 }],
  ])('refuses %o with %o', (path, other) => {
    expect(() => cellularPathLossDecibels({ ...path, ...other } as CellularPath)).toThrow(OutOfRange);
  });
});
