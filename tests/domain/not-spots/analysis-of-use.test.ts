import { describe, expect, it } from 'vitest';
import { analysisOfUse } from '../../../src/domain/not-spots/analysis-of-use.ts';
import type { UseCounts } from '../../../src/domain/not-spots/count-by-use.ts';
import { analysisOf } from '../../builders/analysis.ts';

const tally = (mid: readonly number[], spread = 0) => ({
  low: Float64Array.from(mid, (value) => value - spread),
  mid: Float64Array.from(mid),
  high: Float64Array.from(mid, (value) => value + spread),
  notKnown: Float64Array.from(mid, () => 1),
});

describe('the count of some uses', () => {
  const whole = analysisOf([
    { units: 30, notSpots: 9, notKnown: 2 },
    { units: 10, notSpots: 3, notKnown: 2 },
  ]);
  const byUse: UseCounts = {
    column: 'use',
    uses: [
      { use: 'home', units: Float64Array.of(20, 10, 0, 30), notSpots: tally([5, 3, 0, 8]) },
      { use: 'flat', units: Float64Array.of(10, 0, 0, 10), notSpots: tally([4, 0, 0, 4], 2) },
    ],
  };

  it('has their units and not-spots with their band, and no layers', () => {
    const flats = analysisOfUse({ ...whole, byUse }, ['flat']);
    expect([...(flats?.units ?? [])]).toEqual([10, 0, 0, 10]);
    expect([...(flats?.notSpots.low ?? [])]).toEqual([2, -2, -2, 2]);
    expect(flats?.layers).toEqual([]);
  });

  it('adds several uses up', () => {
    const homes = analysisOfUse({ ...whole, byUse }, ['home', 'flat', 'business']);
    expect([...(homes?.units ?? [])]).toEqual([30, 10, 0, 40]);
    expect([...(homes?.notSpots.mid ?? [])]).toEqual([9, 3, 0, 12]);
    expect([...(homes?.notSpots.notKnown ?? [])]).toEqual([2, 2, 2, 2]);
  });

  it('is none where no use is told, or none of those asked', () => {
    expect(analysisOfUse(whole, ['flat'])).toBeNull();
    expect(analysisOfUse({ ...whole, byUse }, ['business'])).toBeNull();
  });
});
