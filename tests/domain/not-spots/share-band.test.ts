import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atLeastOf,
  bandOfPart,
  complement,
  shareInterval,
} from '../../../src/domain/not-spots/share-band.ts';

describe('a share of an area with its published rounding', () => {
  test('93.9 % of 1,000 units printed to one decimal is between 938.5 and 939.5', () => {
    const interval = shareInterval(93.9, 0.1, 1000);
    expect(interval.low).toBeCloseTo(938.5, 9);
    expect(interval.mid).toBeCloseTo(939, 9);
    expect(interval.high).toBeCloseTo(939.5, 9);
  });

  test('stays within the area: 100 % is at most all, 0 % at least none', () => {
    expect(shareInterval(100, 1, 50).high).toBe(50);
    expect(shareInterval(0, 1, 50).low).toBe(0);
  });

  test('the part of an area in one ward: 12 of 20 units there, half covered', () => {
    // K = 10: at worst the 8 units elsewhere are all covered, so at least 2 here; at best all 10 are here.
    expect(bandOfPart(shareInterval(50, 0, 20), 20, 12)).toEqual({ low: 2, mid: 6, high: 10 });
  });

  test('the band holds whatever the units are, and is reached', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 60 }),
        (units) => {
          const covered = units.filter(([has]) => has).length;
          const here = units.filter(([, inWard]) => inWard).length;
          const both = units.filter(([has, inWard]) => has && inWard).length;
          const exact = { low: covered, mid: covered, high: covered };
          const band = bandOfPart(exact, units.length, here);
          expect(band.low).toBeLessThanOrEqual(both);
          expect(band.high).toBeGreaterThanOrEqual(both);
          expect(band.low).toBe(Math.max(0, covered - (units.length - here)));
          expect(band.low).toBeLessThanOrEqual(band.mid + 1e-9);
          expect(band.mid).toBeLessThanOrEqual(band.high + 1e-9);
        },
      ),
    );
  });
});

describe('several properties of which only the counts are known', () => {
  const world = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 40,
  });

  test('bounds hold for every world with those counts', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 3 }), (units, atLeast) => {
        const counts = [0, 1, 2].map((k) => units.filter((unit) => unit[k]).length);
        const truth = units.filter((unit) => unit.filter(Boolean).length >= atLeast).length;
        const bound = atLeastOf(
          counts.map((n) => ({ low: n, mid: n, high: n })),
          atLeast,
          units.length,
        );
        expect(bound.low).toBeLessThanOrEqual(truth + 1e-9);
        expect(bound.high).toBeGreaterThanOrEqual(truth - 1e-9);
        expect(bound.mid).toBeGreaterThanOrEqual(bound.low - 1e-9);
        expect(bound.mid).toBeLessThanOrEqual(bound.high + 1e-9);
      }),
    );
  });

  test('any and all are the inequalities of Fréchet (1935)', () => {
    const of = (n: number) => ({ low: n, mid: n, high: n });
    expect(atLeastOf([of(60), of(70)], 2, 100)).toEqual({ low: 30, mid: 42, high: 60 });
    const any = atLeastOf([of(60), of(70)], 1, 100);
    expect([any.low, any.high]).toEqual([70, 100]);
    expect(any.mid).toBeCloseTo(88, 9);
  });

  test('a complement of a complement is the same', () => {
    const interval = { low: 3, mid: 4, high: 6 };
    expect(complement(complement(interval, 10), 10)).toEqual(interval);
  });
});
