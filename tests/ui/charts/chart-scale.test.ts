import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartTime, yearOrMonth } from '../../../src/ui/charts/chart-date.ts';
import { percentAcross, timeScale, zeroBasedScale } from '../../../src/ui/charts/chart-scale.ts';
import { distributionBins, quartiles } from '../../../src/ui/charts/distribution-bins.ts';
import { spreadLabels } from '../../../src/ui/charts/spread-labels.ts';
import { targetSteps } from '../../../src/ui/charts/target-steps.ts';

const shares = fc.array(fc.oneof(fc.nat(20), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
  maxLength: 50,
});

describe('the axes of charts', () => {
  it('start at zero, hold every value, and are never NaN: no value, one, or only zeros', () => {
    fc.assert(
      fc.property(shares, (values) => {
        const scale = zeroBasedScale(values, 4);
        expect(scale.at(0)).toBe(0);
        expect(scale.ticks[0]).toBe(0);
        for (const value of values) {
          expect(scale.at(value)).toBeGreaterThanOrEqual(0);
          expect(scale.at(value)).toBeLessThanOrEqual(1);
          expect(scale.high).toBeGreaterThanOrEqual(value);
        }
      }),
    );
    expect(zeroBasedScale([], 4).at(0)).toBe(0);
    expect(zeroBasedScale([0, 0], 4).at(0)).toBe(0);
    expect(percentAcross(0.375)).toBe('37.500%');
  });

  it('of time put a single date in the middle, and mark it', () => {
    const only = chartTime('2024-05');
    const scale = timeScale([only], 3);
    expect(scale.at(only)).toBeCloseTo(0.5, 6);
    expect(scale.ticks).toEqual([only]);
    expect(timeScale([chartTime('2020'), chartTime('2024')], 3).at(chartTime('2022'))).toBeCloseTo(0.5, 2);
  });

  it('read dates of every precision and no others', () => {
    expect(chartTime('2024')).toBe(Date.UTC(2024, 0, 1));
    expect(chartTime('2024-05')).toBe(Date.UTC(2024, 4, 1));
    expect(chartTime('2024-05-14')).toBe(Date.UTC(2024, 4, 14));
    expect(chartTime('May 2024')).toBeNaN();
    expect(yearOrMonth(Date.UTC(2024, 0, 1))).toBe('2024');
    expect(yearOrMonth(Date.UTC(2024, 4, 1))).toBe('May 2024');
  });

  it('spread labels so that none covers another, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 7 }), (wanted) => {
        const placed = spreadLabels(wanted, 1.25, 10);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
        order.slice(1).forEach((i, at) => {
          expect(placed[i] - placed[order[at]]).toBeGreaterThanOrEqual(1.25 - 1e-9);
        });
        for (const place of placed) expect(place).toBeLessThanOrEqual(10 + 1e-9);
      }),
    );
    expect(spreadLabels([3], 1, 10)).toEqual([3]);
  });

  it('turn targets into one flight of steps', () => {
    const steps = targetSteps(
      [
        { key: 'b', label: '99 % by 2032', time: 20, value: 0.99 },
        { key: 'a', label: '85 % by 2025', time: 10, value: 0.85 },
        { key: 'c', label: 'some day', time: Number.NaN, value: 1 },
      ],
      5,
    );
    expect(steps.map(({ key, from, before }) => [key, from, before])).toEqual([
      ['a', 5, null],
      ['b', 10, 0.85],
    ]);
  });
});

describe('the distribution', () => {
  it('puts every value into exactly one bin that holds it', () => {
    fc.assert(
      fc.property(shares, (values) => {
        const bins = distributionBins(values, 12);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(values.length);
        bins.slice(1).forEach((bin, i) => {
          expect(bin.from).toBe(bins[i].to);
        });
        bins.forEach((bin, i) => {
          const last = i === bins.length - 1;
          const inside = values.filter(
            (value) => value >= bin.from && (last ? value <= bin.to : value < bin.to),
          );
          expect(bin.count).toBe(inside.length);
        });
      }),
    );
  });

  it('has the quartiles of a spreadsheet', () => {
    expect(quartiles([7, 15, 36, 39, 40, 41])).toEqual([20.25, 37.5, 39.75]);
    expect(quartiles([5])).toEqual([5, 5, 5]);
    expect(quartiles([])).toBeNull();
  });
});
