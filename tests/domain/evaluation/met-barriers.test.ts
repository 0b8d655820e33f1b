import { expect, it } from 'vitest';
import type { Spread } from '../../../src/domain/cost/rate-card.ts';
import { metBarriers } from '../../../src/domain/evaluation/met-barriers.ts';

const met = (gap: Spread) =>
  metBarriers(
    { pieces: [], barriers: [], hubs: [] },
    {
      levers: [],
      termsOf: () => {
        throw new Error('There is no hub.');
      },
      day: '2026-11-27',
      gap,
    },
  ).map(({ kind }) => kind);

it('meets too little demand where a gap is left at the middle, and not where dear building alone would leave one', () => {
  expect(met({ low: 0, mid: 1, high: 5 })).toEqual(['missing demand']);
  expect(met({ low: 0, mid: 0, high: 5 })).toEqual([]);
});
