import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointKey } from '../../../src/domain/evaluation/built-together.ts';
import { COST_CATEGORIES } from '../../../src/domain/evaluation/cost-categories.ts';
import { spreadOf } from '../../../src/domain/evaluation/cost-vector.ts';
import type { Crossover } from '../../../src/domain/evaluation/crossover.ts';
import { findCrossover, MOST_SAMPLES } from '../../../src/domain/evaluation/find-crossover.ts';
import { placeCosts } from '../../../src/domain/evaluation/place-costs.ts';
import { varyTogether } from '../../../src/domain/evaluation/vary-together.ts';
import { INTERVENTIONS } from '../../../src/domain/plan/intervention.ts';
import { lastOf } from '../../builders/last-of.ts';
import { type SharedCase, sharedCases } from '../../builders/shared-designs.ts';

const found = ({ over }: SharedCase, samples = 200, seed = 7): Crossover =>
  lastOf(findCrossover({ ...over, madeOf: 'x', unit: 'premises' }, { samples, seed }));

describe('findCrossover', () => {
  it('says for each place asked what is cheapest, by each technology’s own share', () => {
    fc.assert(
      fc.property(sharedCases, (one) => {
        const { cheapest, confidence, radioPence, digPence, units, totals } = found(one);
        const ofRadio = placeCosts(one.radio, one.over);
        const ofDig = placeCosts(one.dig, one.over);
        for (const [at, place] of one.over.places.entries()) {
          const [radio, dig] = [ofRadio, ofDig].map((costs) => {
            const own = costs.get(pointKey(place));
            return own ? spreadOf(own).mid : Number.NaN;
          });
          expect([radioPence[at], digPence[at]]).toEqual([radio, dig]);
          const kind = INTERVENTIONS[cheapest[at]];
          if (Number.isNaN(radio)) expect(kind).toBe(Number.isNaN(dig) ? 'leave as it is' : 'dig');
          else expect(kind).toBe(dig < radio ? 'dig' : 'rooftop radio');
          expect(Number.isNaN(confidence[at])).toBe(Number.isNaN(radio) || Number.isNaN(dig));
        }
        const asked = units.reduce((sum, own) => sum + own, 0);
        expect(totals.reduce((sum, total) => sum + total.units, 0)).toBe(asked);
        for (const total of totals) expect(total.sure).toBeLessThanOrEqual(total.units);
      }),
    );
  });

  it('counts the samples in which the choice stays the cheapest, as adding up each sample does', () => {
    const draws = varyTogether(200, 7);
    fc.assert(
      fc.property(sharedCases, (one) => {
        const { confidence, cheapest } = found(one);
        const ofRadio = placeCosts(one.radio, one.over);
        const ofDig = placeCosts(one.dig, one.over);
        for (const [at, place] of one.over.places.entries()) {
          const [radio, dig] = [ofRadio, ofDig].map((costs) => costs.get(pointKey(place)));
          if (!radio || !dig) continue;
          let cheaper = 0;
          let isClose = false;
          for (let sample = 0; sample < 200; sample++) {
            const [byRadio, byDig] = [radio, dig].map((costs) => {
              let sum = 0;
              for (let category = 0; category < COST_CATEGORIES.length; category++) {
                const draw = draws[sample * COST_CATEGORIES.length + category];
                const [low, mid, high] = costs.subarray(3 * category);
                sum += draw > 0 ? mid + draw * (high - mid) : mid + draw * (mid - low);
              }
              return sum;
            });
            isClose ||= Math.abs(byRadio - byDig) < 1e-6 * (byRadio + byDig);
            if (INTERVENTIONS[cheapest[at]] === 'dig' ? byDig <= byRadio : byRadio <= byDig) cheaper++;
          }
          if (!isClose) expect(confidence[at]).toBe(Math.fround(cheaper / 200));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is sure from nine samples in ten on, and where there is nothing to choose from', () => {
    const met = new Set<number>();
    for (const one of fc.sample(sharedCases, { numRuns: 300, seed: 3 })) {
      // Twenty samples: eighteen of them are nine in ten.
      const { cheapest, confidence, units, totals } = found(one, 20);
      const isSure = (at: number): boolean => Number.isNaN(confidence[at]) || confidence[at] > 0.899_999;
      for (const { kind, sure } of totals)
        expect(sure).toBe(
          units.reduce(
            (sum, own, at) => sum + (INTERVENTIONS[cheapest[at]] === kind && isSure(at) ? own : 0),
            0,
          ),
        );
      for (const share of confidence) met.add(Math.round(share * 20));
    }
    // Some lie at the bound and just below it, so that another bound would be seen.
    expect([...met]).toEqual(expect.arrayContaining([17, 18]));
  });

  it('draws between the ends, likeliest in the middle', () => {
    const draws = varyTogether(20_000, 3);
    for (const draw of draws.subarray(0, 2000)) expect(Math.abs(draw)).toBeLessThanOrEqual(1);
    const above = draws.filter((draw) => draw > 0).length / draws.length;
    expect(Math.abs(above - 0.5)).toBeLessThan(0.01);
    // Triangular: a quarter of it lies beyond half the way to either end.
    const far = draws.filter((draw) => Math.abs(draw) > 0.5).length / draws.length;
    expect(Math.abs(far - 0.25)).toBeLessThan(0.01);
  });

  it('gives the same for the same seed, and each point once', () => {
    const [one] = fc.sample(sharedCases, { numRuns: 1, seed: 5 }) as [SharedCase];
    expect(found(one)).toEqual(found(one));
    const twice = { ...one, over: { ...one.over, places: [...one.over.places, ...one.over.places] } };
    expect(found(twice)).toEqual(found(one));
  });

  it('says why there is nothing to compare with', () => {
    const [one] = fc.sample(sharedCases, { numRuns: 1, seed: 5 }) as [SharedCase];
    const { plan } = one.over;
    const outcomes = [
      { kind: 'rooftop radio' as const, design: null, refused: 'No heights are loaded.' },
      ...(plan.designs?.outcomes ?? []).slice(1),
    ];
    const over = { ...one.over, plan: { ...plan, designs: { outcomes, madeOf: 'x' } } };
    const crossover = found({ ...one, over });
    expect(crossover.notes[0]).toBe('There is no rooftop radio to compare: No heights are loaded.');
    expect(crossover.confidence.every(Number.isNaN)).toBe(true);
    const without = found({ ...one, over: { ...one.over, device: null } });
    expect(without.notes[0]).toContain('The radio of this plan is not among');
    expect(without.radioPence.every(Number.isNaN)).toBe(true);
  });

  it('takes a whole number of samples within bounds', () => {
    const [one] = fc.sample(sharedCases, { numRuns: 1, seed: 5 }) as [SharedCase];
    for (const samples of [0, 1.5, MOST_SAMPLES + 1]) expect(() => found(one, samples)).toThrow(RangeError);
  });
});
