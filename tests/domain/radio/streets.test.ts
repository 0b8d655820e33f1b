import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEAN_GROUND_AIR } from '../../../src/domain/radio/gas-attenuation.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';
import { overRooftopsLossDecibels, type RooftopPath } from '../../../src/domain/radio/over-rooftops-loss.ts';
import { streetCanyonLossDecibels } from '../../../src/domain/radio/street-canyon-loss.ts';
import { type StreetPath, streetLossDecibels } from '../../../src/domain/radio/street-loss.ts';

const street: StreetPath = {
  ends: 'both below roofs',
  sight: 'no line of sight',
  surroundings: 'urban high-rise',
  frequencyGigahertz: 28,
  distanceMetres: 300,
};

describe('streets without a surface (P.1411-12 §4.1.1 and §4.2.1)', () => {
  it.each([
    // As crc-covlib has it, its random part off.
    [{}, 143.43778],
    [{ frequencyGigahertz: 2.4, distanceMetres: 100 }, 99.17299],
    [{ frequencyGigahertz: 60, distanceMetres: 100, sight: 'line of sight' }, 109.11899],
    [
      { ends: 'one above roofs', sight: 'line of sight', frequencyGigahertz: 60, distanceMetres: 600 },
      127.07143,
    ],
  ] as const)('%o: %f dB', (other, decibels) => {
    expect(streetLossDecibels({ ...street, ...other })).toBeCloseTo(decibels, 4);
  });

  it.each([
    // Rows of table 4: α, β and γ.
    [{ surroundings: 'residential' }, 3.01, 18.8, 2.07],
    [{ surroundings: 'urban low-rise or suburban' }, 5.06, -4.68, 2.02],
    [{ ends: 'one above roofs', distanceMetres: 300 }, 4.39, -6.27, 2.3],
  ] as const)('%o have their row of the table', (other, alpha, beta, gamma) => {
    const path = { ...street, distanceMetres: 100, ...other };
    expect(streetLossDecibels(path)).toBeCloseTo(
      10 * alpha * Math.log10(path.distanceMetres) + beta + 10 * gamma * Math.log10(28),
      9,
    );
  });

  it.each([
    { distanceMetres: 29 },
    { distanceMetres: 716 },
    { frequencyGigahertz: 83 },
    { surroundings: 'residential', sight: 'line of sight' },
    { surroundings: 'urban low-rise or suburban', frequencyGigahertz: 3.5 },
    { ends: 'one above roofs', frequencyGigahertz: 70 },
  ] as const)('refuse %o', (other) => {
    expect(() => streetLossDecibels({ ...street, ...other })).toThrow(OutOfRange);
  });
});

describe('a street canyon at millimetre waves (P.1411-12 §4.1.2)', () => {
  const canyon = { frequencyGigahertz: 26, distanceMetres: 100, lossExponent: 2, air: MEAN_GROUND_AIR };

  it('is 94.29 dB over 50 m and 106.35 dB over 200 m at 26 GHz (as crc-covlib has it)', () => {
    expect(streetCanyonLossDecibels({ ...canyon, distanceMetres: 50 })).toBeCloseTo(94.2851, 3);
    expect(streetCanyonLossDecibels({ ...canyon, distanceMetres: 200 })).toBeCloseTo(106.3451, 3);
  });

  it('grows with the distance and with the exponent', () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 100, noNaN: true }), (frequencyGigahertz) => {
        const loss = streetCanyonLossDecibels({ ...canyon, frequencyGigahertz });
        expect(
          streetCanyonLossDecibels({ ...canyon, frequencyGigahertz, distanceMetres: 101 }),
        ).toBeGreaterThan(loss);
        expect(streetCanyonLossDecibels({ ...canyon, frequencyGigahertz, lossExponent: 2.1 })).toBeCloseTo(
          loss + 2,
          6,
        );
      }),
    );
  });

  it.each([{ frequencyGigahertz: 9 }, { distanceMetres: 1001 }, { lossExponent: 3 }])(
    'refuses %o',
    (other) => {
      expect(() => streetCanyonLossDecibels({ ...canyon, ...other })).toThrow(OutOfRange);
    },
  );
});

describe('over rows of roofs (P.1411-12 §4.2.2.1)', () => {
  const roofs: RooftopPath = {
    frequencyGigahertz: 2.1,
    distanceMetres: 500,
    firstAntennaMetres: 12,
    secondAntennaMetres: 1.5,
    roofMetres: 10,
    builtMetres: 500,
    rowSpacingMetres: 30,
    streetWidthMetres: 15,
    streetAngleDegrees: 90,
    town: 'medium-sized or suburban',
  };

  it.each([
    // As crc-covlib has it, which takes 32.4 for the constant of free space: up to 0.05 dB apart.
    [{}, 139.52235],
    [{ frequencyGigahertz: 0.8, distanceMetres: 150, builtMetres: 150 }, 110.84861],
    [{ frequencyGigahertz: 3.5, distanceMetres: 1500, builtMetres: 1500 }, 162.31185],
    [
      {
        frequencyGigahertz: 5,
        distanceMetres: 150,
        builtMetres: 150,
        firstAntennaMetres: 25,
        roofMetres: 20,
      },
      131.99769,
    ],
    // The first antenna below the roofs.
    [{ frequencyGigahertz: 0.8, roofMetres: 20 }, 157.57665],
    [{ distanceMetres: 150, builtMetres: 150, roofMetres: 20 }, 150.87403],
    [{ frequencyGigahertz: 5, roofMetres: 20 }, 186.7623],
    [{ frequencyGigahertz: 3.5, distanceMetres: 3000, builtMetres: 3000, roofMetres: 20 }, 215.89804],
  ])('%o: %f dB', (other, decibels) => {
    expect(Math.abs(overRooftopsLossDecibels({ ...roofs, ...other }) - decibels)).toBeLessThan(0.06);
  });

  it.each([
    // The street's orientation, in decibels beside 90°, where it is 0.01.
    [0, -10],
    [35, 2.5],
    [55, 4],
  ])('in a street at %f° to the path has its term', (streetAngleDegrees, decibels) => {
    const across = overRooftopsLossDecibels(roofs) - 0.01;
    expect(overRooftopsLossDecibels({ ...roofs, streetAngleDegrees }) - across).toBeCloseTo(decibels, 9);
    const slope = overRooftopsLossDecibels({ ...roofs, streetAngleDegrees: 20 }) - across;
    expect(slope).toBeCloseTo(-10 + 0.354 * 20, 9);
  });

  it('is another in a metropolis up to 2 GHz: less below 925 MHz, more above', () => {
    const beside = (frequencyGigahertz: number) => {
      const path = {
        ...roofs,
        frequencyGigahertz,
        firstAntennaMetres: 8,
        distanceMetres: 150,
        builtMetres: 150,
      };
      return overRooftopsLossDecibels({ ...path, town: 'metropolitan' }) - overRooftopsLossDecibels(path);
    };
    expect(beside(0.8)).toBeLessThan(-0.05);
    expect(beside(0.925)).toBeCloseTo(0, 9);
    expect(beside(1.8)).toBeGreaterThan(0.05);
    expect(beside(2.1)).toBe(0);
  });

  it('is at least free space and no more in a wide street across than in a narrow one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.8, max: 26, noNaN: true }),
        fc.integer({ min: 4, max: 55 }).filter((metres) => metres !== 10),
        fc.integer({ min: 100, max: 5000 }),
        (frequencyGigahertz, firstAntennaMetres, distanceMetres) => {
          const path = {
            ...roofs,
            frequencyGigahertz,
            firstAntennaMetres,
            distanceMetres,
            builtMetres: distanceMetres,
          };
          const loss = overRooftopsLossDecibels(path);
          expect(Number.isFinite(loss)).toBe(true);
          expect(overRooftopsLossDecibels({ ...path, streetWidthMetres: 30 })).toBeLessThanOrEqual(loss);
        },
      ),
    );
  });

  it.each([
    { frequencyGigahertz: 0.7 },
    { frequencyGigahertz: 27 },
    { frequencyGigahertz: 20, firstAntennaMetres: 8, streetWidthMetres: 9 },
    { distanceMetres: 19 },
    { firstAntennaMetres: 3 },
    { secondAntennaMetres: 4 },
    { roofMetres: 1.5 },
    { roofMetres: 12 },
    { streetAngleDegrees: 91 },
  ])('refuses %o', (other) => {
    expect(() => overRooftopsLossDecibels({ ...roofs, ...other })).toThrow(OutOfRange);
  });
});
