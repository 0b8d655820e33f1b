import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import { countAt } from '../../../src/domain/not-spots/ward-rows.ts';
import { PREMISES_USES } from '../../../src/domain/premises/premises-use.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const wards = areasOf([
  { code: 'E05999801', rings: [rectangle(0, 0, 1, 1)] },
  { code: 'E05999802', rings: [rectangle(1, 0, 2, 1)] },
]);

interface Row {
  readonly ward: number;
  readonly use: number;
  readonly units: number;
}

function count(rows: readonly Row[], answers: LayerAnswers) {
  const layer = layerOf({ key: 'gigabit', shape: answers.kind === 'share' ? 'shares' : 'polygons' });
  return analyse({
    premises: premisesOf(rows.map(({ units }) => ({ lon: 0, lat: 0, units }))),
    wards,
    membership: { wardOf: Int32Array.from(rows, ({ ward }) => ward), overlapped: 0 },
    layers: [layer],
    answers: new Map([['gigabit', answers]]),
    recipeText: 'no gigabit',
    notes: [],
    uses: { column: 'use', use: Uint8Array.from(rows, ({ use }) => use) },
  });
}

const row = fc.record({ ward: fc.integer({ min: -1, max: 1 }), use: fc.nat(4), units: fc.nat(9) });

describe('not-spots by use', () => {
  test('of crisp answers equal plain sums, and add up to the wards and the total', () => {
    const answer = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');
    fc.assert(
      fc.property(fc.array(fc.tuple(row, answer), { minLength: 1, maxLength: 60 }), (seeds) => {
        const rows = seeds.map(([one]) => one);
        const analysis = count(rows, crispOf(seeds.map(([, one]) => one)));
        const uses = analysis.byUse?.uses ?? [];
        for (const place of [0, 1, 2, 3]) {
          for (const { use, units, notSpots } of uses) {
            const here = seeds.filter(
              ([one]) =>
                PREMISES_USES[one.use] === use && (place === 3 || (one.ward < 0 ? 2 : one.ward) === place),
            );
            const sum = (wanted: ThreeValues | null): number =>
              here.reduce(
                (total, [one, is]) => total + (wanted === null || is === wanted ? one.units : 0),
                0,
              );
            const { low, mid, high, notKnown } = countAt(notSpots, place);
            expect([units[place], low, mid, high, notKnown]).toEqual([
              sum(null),
              sum('no'),
              sum('no'),
              sum('no'),
              sum('unknown'),
            ]);
          }
          const all = uses.reduce((total, one) => total + one.notSpots.mid[place], 0);
          expect(all).toBe(analysis.notSpots.mid[place]);
        }
      }),
    );
  });

  test('of shares: a use is bounded within its areas, and its middle adds up', () => {
    const rows: Row[] = [
      ...Array.from({ length: 6 }, (): Row => ({ ward: 0, use: 0, units: 1 })),
      ...Array.from({ length: 4 }, (): Row => ({ ward: 1, use: 2, units: 1 })),
    ];
    const analysis = count(rows, sharesOf(new Array(10).fill(0), [30]));
    const [home, business] = analysis.byUse?.uses ?? [];
    expect([home.use, business.use]).toEqual(['home', 'business']);
    expect(countAt(home.notSpots, 3)).toEqual({ low: 3, mid: expect.closeTo(4.2, 9), high: 6, notKnown: 0 });
    expect(countAt(business.notSpots, 3)).toEqual({
      low: 1,
      mid: expect.closeTo(2.8, 9),
      high: 4,
      notKnown: 0,
    });
    expect(countAt(business.notSpots, 0)).toEqual({ low: 0, mid: 0, high: 0, notKnown: 0 });
  });

  test('without a column there are none', () => {
    const { byUse } = analyse({
      premises: premisesOf([{ lon: 0, lat: 0 }]),
      wards,
      membership: { wardOf: Int32Array.of(0), overlapped: 0 },
      layers: [layerOf({ key: 'gigabit' })],
      answers: new Map([['gigabit', crispOf(['no'])]]),
      recipeText: 'no gigabit',
      notes: [],
    });
    expect(byUse).toBeNull();
  });
});
