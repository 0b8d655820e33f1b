import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wardClasses } from '../../../src/domain/not-spots/ward-classes.ts';
import { analysisOf } from '../../builders/analysis.ts';

describe('the class of a ward', () => {
  it('is one of five equal steps up to a round number that holds every ward', () => {
    const { edges, classes } = wardClasses(
      analysisOf([0, 1, 47, 94, 141, 188, 235].map((notSpots) => ({ units: 1000, notSpots }))),
    );
    expect(edges.map((edge) => Number(edge.toFixed(6)))).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
    expect(classes).toEqual([0, 1, 1, 2, 3, 4, 5]);
  });

  it('goes by 1, 2, 5, 10 … where one bad ward would make all others look alike', () => {
    const shares = [0.9, 0.21, 0.17, 0.12, 0.08, 0.07, 0.03, 0.02];
    const { edges, classes } = wardClasses(
      analysisOf(shares.map((share) => ({ units: 1000, notSpots: 1000 * share }))),
    );
    expect(edges).toEqual([0, 0.05, 0.1, 0.2, 0.5, 1]);
    expect(classes).toEqual([5, 4, 3, 3, 2, 2, 1, 1]);
  });

  it('takes a share on an edge to the step below', () => {
    const { classes } = wardClasses(
      analysisOf([1, 2, 3, 4, 5].map((fifths) => ({ units: 50, notSpots: fifths * 10 }))),
    );
    expect(classes).toEqual([1, 2, 3, 4, 5]);
  });

  it('is not known where most units are, and where there is nobody', () => {
    const wards = [
      { units: 100, notSpots: 0, notKnown: 51 },
      { units: 100, notSpots: 0, notKnown: 50 },
      { units: 0, notSpots: 0 },
    ];
    expect(wardClasses(analysisOf(wards)).classes).toEqual(['not-known', 0, 'not-known']);
  });

  it('is no rank where shares are coarser than wards', () => {
    const wards = [
      { units: 100, notSpots: 30 },
      { units: 100, notSpots: 0, notKnown: 100 },
    ];
    expect(wardClasses(analysisOf(wards, { ranksWards: false })).classes).toEqual([
      'not-ranked',
      'not-known',
    ]);
  });

  it('rises with the share, holds it between its edges, and is above 0 exactly where there is a not-spot', () => {
    const ward = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(ward, { minLength: 1, maxLength: 30 }), (wards) => {
        const shares = wards.map(([, share]) => share);
        const { edges, classes } = wardClasses(
          analysisOf(wards.map(([units, share]) => ({ units, notSpots: units * share }))),
        );
        classes.forEach((one, i) => {
          const share = (wards[i][0] * shares[i]) / wards[i][0];
          expect(one === 0).toBe(share === 0);
          if (typeof one !== 'number' || one === 0) return;
          expect(share).toBeLessThanOrEqual(edges[one] + 1e-6);
          expect(share).toBeGreaterThan(edges[one - 1] - 1e-6);
        });
      }),
    );
  });
});
