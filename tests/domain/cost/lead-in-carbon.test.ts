import { describe, expect, it } from 'vitest';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { leadInCarbon } from '../../../src/domain/cost/lead-in-carbon.ts';
import type { TrenchPiece } from '../../../src/domain/cost/trench-piece.ts';

function piece(kind: TrenchPiece['kind'], surface: TrenchPiece['surface'], metres: number): TrenchPiece {
  return {
    ...{ kind, surface, metres, street: null, streetName: null, side: 'centre', method: null },
    ...{ crossing: 'none', poles: 0, line: [0, 0, 1, 1], barriers: [], parts: [] },
  };
}

describe('carbon of lead-ins', () => {
  it('is by open cut in the middle, and spans every method of the card where the surface is not known', () => {
    const { low, mid, high } = leadInCarbon(
      [piece('lead-in', 'not known', 10), piece('street', 'not known', 500), piece('duct', 'footway', 9)],
      DEFAULT_RATES,
    );
    expect(low).toBeCloseTo(3, 9);
    expect(mid).toBeCloseTo(92, 9);
    expect(high).toBeCloseTo(135, 9);
  });

  it('spans the methods of its own surface alone where that is known', () => {
    const { low, mid, high } = leadInCarbon([piece('lead-in', 'footway', 100)], DEFAULT_RATES);
    expect([low, mid, high].map(Math.round)).toEqual([50, 920, 1350]);
  });

  it('is nothing where the card has no rate', () => {
    expect(leadInCarbon([piece('lead-in', 'verge', 100)], { trench: [] })).toEqual({
      low: 0,
      mid: 0,
      high: 0,
    });
  });
});
