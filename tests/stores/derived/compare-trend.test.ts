import { expect, it } from 'vitest';
import { speedSubjects, speedTrends, trendNumber } from '../../../src/stores/derived/compare-trend.ts';
import { comparisonOf } from '../../builders/comparison.ts';

const source = { title: 's', publisher: null, date: null, licence: null, url: null };
const point = (date: string, value: number | null) => ({
  date,
  value,
  low: null,
  high: null,
  fileName: `${date}.csv`,
  contentId: date,
  source,
});

it('a series says its dates, a gap as not known, and the change between its ends', () => {
  const comparison = comparisonOf({
    trend: [
      {
        id: 's',
        kind: 'speed',
        subject: { code: 'E05999801', name: 'Ash' },
        measure: 'Average speed, Median',
        unit: 'Mbit/s',
        definition: '',
        points: [point('2019-05', 40), point('2020-05', null), point('2021-05', 67.7)],
      },
    ],
  });
  expect(speedSubjects(comparison)).toEqual([{ code: 'E05999801', label: 'Ash (E05999801)' }]);
  const [series] = speedTrends(comparison, 'E05999801');
  expect(series.points.map(({ dateText, text }) => `${dateText}: ${text}`)).toEqual([
    'May 2019: 40.0 Mbit/s',
    'May 2020: not known',
    'May 2021: 67.7 Mbit/s',
  ]);
  expect(series.change).toBe('27.7 Mbit/s up between May 2019 and May 2021.');
});

it('rounds as paper does, in the table, its bounds and the chart', () => {
  const shares = { ...point('2021-05', 75.55), low: 75.05, high: 76.15 };
  const trend = [
    {
      id: 's',
      kind: 'speed' as const,
      subject: { code: 'E05999801', name: 'Ash' },
      measure: 'Share',
      unit: '%',
      definition: '',
      points: [point('2020-05', 74.4), shares],
    },
  ];
  const [series] = speedTrends(comparisonOf({ trend }), 'E05999801');
  expect(series.points[1].text).toBe('75.6 % (75.1 to 76.2)');
  expect(series.change).toMatch(/^1\.2 percentage points up/);
  expect(trendNumber(75.55, '%')).toBe('75.6 %');
});
