import { expect, it } from 'vitest';
import { byUseLines } from '../../../src/stores/derived/by-use-lines.ts';
import { countedProject, THREE_WARDS } from '../../builders/counted-project.ts';

const tally = (mid: readonly number[], notKnown: readonly number[]) => ({
  low: Float64Array.from(mid),
  mid: Float64Array.from(mid),
  high: Float64Array.from(mid),
  notKnown: Float64Array.from(notKnown),
});

it('uses are printed with all, not-spots, share and not known; those that stand nowhere are left out', () => {
  const { analysis } = countedProject(THREE_WARDS);
  expect(byUseLines({ ...analysis, byUse: null }, 0)).toBeNull();
  const byUse = {
    column: 'use',
    uses: [
      {
        use: 'home' as const,
        units: Float64Array.of(2, 4, 3, 1, 10),
        notSpots: tally([0, 3, 1, 0, 4], [0, 0, 1, 0, 1]),
      },
      {
        use: 'business' as const,
        units: Float64Array.of(0, 1, 0, 0, 1),
        notSpots: tally([0, 1, 0, 0, 1], [0, 0, 0, 0, 0]),
      },
    ],
  };
  const total = byUseLines({ ...analysis, byUse }, 4);
  expect(total?.column).toBe('use');
  expect(
    total?.lines.map(({ use, units, notSpots }) => [
      use,
      units,
      notSpots.value,
      notSpots.share,
      notSpots.notKnown,
    ]),
  ).toEqual([
    ['Homes', '10', '4', '40.0 %', '1'],
    ['Businesses', '1', '1', '100.0 %', null],
  ]);
  expect(byUseLines({ ...analysis, byUse }, 0)?.lines.map((line) => line.use)).toEqual(['Homes']);
});
