import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEven, type CheaperWhere } from '../../../src/domain/evaluation/break-even.ts';
import type { BreakEvenInput } from '../../../src/domain/evaluation/evaluation.ts';

/** 400 m at £100, £200 a unit; radio £30,000 and £1,200 a unit. */
const INPUT: BreakEvenInput = {
  units: 20,
  served: { dig: 20, radio: 20 },
  wholePence: { dig: 4_400_000, radio: 5_400_000 },
  trenchMetres: 400,
  usedMetres: 0,
  pencePerMetre: 10_000,
  digFixedPence: 0,
  digPencePerUnit: 20_000,
  radioFixedPence: 3_000_000,
  radioPencePerUnit: 120_000,
};

const inputs: fc.Arbitrary<BreakEvenInput> = fc
  .record({
    units: fc.integer({ min: 1, max: 500 }),
    more: fc.record({ dig: fc.nat(300), radio: fc.nat(300) }),
    trenchMetres: fc.integer({ min: 1, max: 5000 }),
    usedMetres: fc.nat(500),
    pencePerMetre: fc.integer({ min: 0, max: 30_000 }),
    digFixedPence: fc.nat(5_000_000),
    digPencePerUnit: fc.integer({ min: 0, max: 200_000 }),
    radioFixedPence: fc.integer({ min: 0, max: 50_000_000 }),
    radioPencePerUnit: fc.integer({ min: 0, max: 200_000 }),
  })
  .map(({ more, ...sums }) => {
    const served = { dig: sums.units + more.dig, radio: sums.units + more.radio };
    const dig =
      sums.digFixedPence + sums.trenchMetres * sums.pencePerMetre + served.dig * sums.digPencePerUnit;
    const radio = sums.radioFixedPence + served.radio * sums.radioPencePerUnit;
    return { ...sums, served, wholePence: { dig, radio } };
  });

const radioLess = (input: BreakEvenInput, units: number, metres: number): boolean =>
  input.radioFixedPence + units * input.radioPencePerUnit <
  input.digFixedPence + metres * input.pencePerMetre + units * input.digPencePerUnit;

function holds(where: CheaperWhere, at: number): boolean {
  if (where === 'always' || where === 'never') return where === 'always';
  return where.kind === 'above' ? at > where.value : at < where.value;
}

describe('break-even', () => {
  it('is where both cost the same', () => {
    // 3,000,000 + 20 × 120,000 = 5,400,000 = m × 10,000 + 20 × 20,000; 3,000,000 + u × 120,000 = 4,000,000 + u × 20,000.
    expect(breakEven(INPUT)).toEqual({
      metres: { kind: 'above', value: 500 },
      units: { kind: 'below', value: 10 },
      digMorePence: -1_000_000,
    });
  });

  it('moves with the price of a metre', () => {
    expect(breakEven(INPUT, 20_000)).toMatchObject({
      metres: { kind: 'above', value: 250 },
      units: { kind: 'below', value: 50 },
      digMorePence: 3_000_000,
    });
  });

  it('says never and always, and above where radio’s units are the cheaper', () => {
    expect(breakEven({ ...INPUT, pencePerMetre: 0 }).metres).toBe('never');
    expect(breakEven({ ...INPUT, radioFixedPence: 9_000_000 }).units).toBe('never');
    expect(breakEven({ ...INPUT, radioPencePerUnit: 20_000 }).units).toBe('always');
    expect(breakEven({ ...INPUT, radioPencePerUnit: 10_000, radioFixedPence: 4_100_000 }).units).toEqual({
      kind: 'above',
      value: 10,
    });
    expect(breakEven({ ...INPUT, radioFixedPence: 0, radioPencePerUnit: 0 }).metres).toBe('always');
  });

  it('agrees with the sums on either side of it', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 2000 }),
        (input, metres, units) => {
          const { metres: byMetres, units: byUnits, digMorePence } = breakEven(input);
          // A quotient is rounded: exactly at it nothing is said.
          const isAt = (where: CheaperWhere, at: number): boolean =>
            typeof where === 'object' && Math.abs(where.value - at) < 1e-6 * (1 + at);
          if (!isAt(byMetres, metres))
            expect(holds(byMetres, metres)).toBe(radioLess(input, input.units, metres));
          if (!isAt(byUnits, units))
            expect(holds(byUnits, units)).toBe(radioLess(input, units, input.trenchMetres));
          expect(digMorePence).toBe(input.wholePence.dig - input.wholePence.radio);
        },
      ),
    );
  });
});
