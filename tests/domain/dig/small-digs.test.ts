import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import { DigImpossible } from '../../../src/domain/dig/dig-impossible.ts';
import { bestOf, digFor, type SmallDig, smallDigs } from '../../builders/small-digs.ts';

const RUNS = { numRuns: 60 };
/** An edge that a lead-in parts is rounded, to a millimetre and to pence, in two parts: so much may sums differ by. */
const ROUNDED_PENCE = 100;

describe('digs small enough to look at every choice', () => {
  it('serve all at the least cost, from one root or two', () => {
    fc.assert(
      fc.property(smallDigs, fc.constantFrom(['R'], ['R', 'S']), (small, rootIds) => {
        const best = bestOf(small, { rootIds });
        for (const isQuick of [false, true]) {
          const result = digFor({ rootIds }, small, isQuick);
          expect(result.searchedPence).toBe(best);
          expect(result.lowerBoundPence).toBeLessThanOrEqual(best);
          expect(result.missed).toEqual([]);
        }
        expect(digFor({ rootIds }, small).lowerBoundPence).toBe(best);
      }),
      RUNS,
    );
  });

  it('serve what is worth it at the least cost with what is left out', () => {
    fc.assert(
      fc.property(smallDigs, fc.integer({ min: 0, max: 2_000_000 }), (small, pencePerPremises) => {
        const aim = { kind: 'serve what is worth it', pencePerPremises } as const;
        const result = digFor({ aim }, small);
        expect(result.searchedPence).toBe(bestOf(small, { aim }));
        expect(result.lowerBoundPence).toBeLessThanOrEqual(result.searchedPence);
      }),
      RUNS,
    );
  });

  it('leave to others whom they reach for less, at the least cost of both', () => {
    fc.assert(
      fc.property(smallDigs, fc.integer({ min: 0, max: 2_000_000 }), (small, pencePerPremises) => {
        const aim = { kind: 'serve what is worth it', pencePerPremises } as const;
        const prizeOf = ({ units }: { readonly units: number }): number => units * pencePerPremises;
        const result = digFor({}, { ...small, prizeOf });
        expect(result.searchedPence).toBe(bestOf(small, { aim }));
        expect(result.lowerBoundPence).toBeLessThanOrEqual(result.searchedPence);
      }),
      RUNS,
    );
  });

  // Whom a budget reaches is proved by its bound alone: the same digs in every run.
  it('serve as many as a budget can, and never go over it', () => {
    fc.assert(
      fc.property(smallDigs, fc.integer({ min: 0, max: 6_000_000 }), (small, pence) => {
        const aim = { kind: 'serve within a budget', pence } as const;
        const result = digFor({ aim }, small);
        const served = result.served.reduce((sum, { units }) => sum + units, 0);
        const best = bestOf(small, { aim });
        expect(result.searchedPence).toBeLessThanOrEqual(pence);
        expect(served).toBe(best);
        expect(result.mostUnits).toBeGreaterThanOrEqual(best);
      }),
      { ...RUNS, seed: 7 },
    );
  });

  it('never cost less for more premises, nor for a street blocked, and never more than each served alone', () => {
    fc.assert(
      fc.property(smallDigs, fc.nat(), (small, street) => {
        const { searchedPence: all } = digFor({}, small);
        const fewer = { ...small, rows: small.premises.slice(1).keys() };
        expect(digFor({}, fewer).searchedPence).toBeLessThanOrEqual(all + ROUNDED_PENCE);
        const alone = small.premises.map((_, row) => digFor({}, { ...small, rows: [row] }).searchedPence);
        expect(all).toBeLessThanOrEqual(alone.reduce((sum, pence) => sum + pence, ROUNDED_PENCE));
        const { streets } = small.network;
        const blocked = [streets[street % streets.length].id];
        const without = digFor({ blocked }, small);
        // A lead-in across to another street may cost less than digging the nearest.
        const isElsewhere = without.notes.some((note) => note.includes('another street than the nearest'));
        if (without.missed.length === 0 && !isElsewhere)
          expect(without.searchedPence).toBeGreaterThanOrEqual(all);
        const best = bestOf({ ...small, premises: servedOf(small, without) }, { blocked });
        expect(Math.abs(without.searchedPence - best)).toBeLessThanOrEqual(ROUNDED_PENCE);
        expect(without.lowerBoundPence).toBeLessThanOrEqual(best + ROUNDED_PENCE);
        expect(without.pieces.every((piece) => piece.kind === 'lead-in' || piece.street !== blocked[0])).toBe(
          true,
        );
      }),
      RUNS,
    );
  });

  it('keep within a budget with what must be dug, under a bound for those served', () => {
    fc.assert(
      fc.property(smallDigs, fc.nat(), fc.integer({ min: 0, max: 9_000_000 }), (small, street, pence) => {
        const { streets } = small.network;
        const forced = [streets[street % streets.length].id];
        const least = bestOf({ ...small, premises: [] }, { forced });
        const aim = { kind: 'serve within a budget', pence } as const;
        fc.pre(Math.abs(pence - least) > ROUNDED_PENCE);
        if (pence < least) {
          expect(() => digFor({ forced, aim }, small)).toThrow(DigImpossible);
          return;
        }
        const result = digFor({ forced, aim }, small);
        const best = bestOf({ ...small, premises: servedOf(small, result) }, { forced });
        expect(result.searchedPence).toBeLessThanOrEqual(pence);
        expect(result.searchedPence).toBeGreaterThanOrEqual(best - ROUNDED_PENCE);
        expect(result.lowerBoundPence).toBeLessThanOrEqual(best + ROUNDED_PENCE);
        expect(result.pieces.some((piece) => piece.kind === 'street' && piece.street === forced[0])).toBe(
          true,
        );
      }),
      { ...RUNS },
    );
  });

  it('dig what they must, and cost no less for it', () => {
    fc.assert(
      fc.property(smallDigs, fc.nat(), (small, street) => {
        const { streets } = small.network;
        const forced = [streets[street % streets.length].id];
        const result = digFor({ forced }, small);
        expect(result.pieces.some((piece) => piece.kind === 'street' && piece.street === forced[0])).toBe(
          true,
        );
        expect(result.searchedPence).toBe(bestOf(small, { forced }));
        expect(result.searchedPence).toBeGreaterThanOrEqual(digFor({}, small).searchedPence);
        expect(result.lowerBoundPence).toBeLessThanOrEqual(result.searchedPence);
      }),
      RUNS,
    );
  });
});

function servedOf({ premises }: SmallDig, { served }: DigResult): SmallDig['premises'] {
  const ids = new Set(served.flatMap((place) => place.ids));
  return premises.filter(({ id }) => id !== undefined && ids.has(id));
}
