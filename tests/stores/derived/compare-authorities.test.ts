import { describe, expect, it } from 'vitest';
import {
  authoritiesView,
  latestTable,
  points,
  tableChoices,
} from '../../../src/stores/derived/compare-authorities.ts';
import { comparisonOf, countedOf, publishedOf } from '../../builders/comparison.ts';

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');
const shares = { E08999001: 76, E08999002: 90, E08999003: 76, W06999001: 20 };

describe('an authority among others, in words', () => {
  it('rounds shares as paper does', () => {
    expect([75.55, 76, 0.05].map(points)).toEqual(['75.6 %', '76 %', '0.1 %']);
  });

  it('has its place, the spread without a mean, and its own step of the distribution', () => {
    const view = authoritiesView(comparisonOf({ published: [publishedOf(shares)] }), null);
    expect(plain(view?.standing)).toBe(
      'Wren: 76 %, joint 2nd of 4 authorities, the highest share being 1st.',
    );
    expect(plain(view?.spread)).toBe('Lowest: W06999001, 20 %. Highest: E08999002, 90 %.');
    expect([view?.code, view?.values.length]).toEqual(['E08999001', 4]);
    expect(view?.groups.map(({ group, of, place }) => [group, of, place])).toEqual([
      ['England', 3, 'joint 2nd'],
      ['Wales', 1, '–'],
    ]);
    expect(view?.wider).toContain('An average of percentages of unequal authorities would be wrong');
    expect(view?.beside).toBeNull();
  });

  it('stands beside the counted share, with the difference and what can explain it', () => {
    const comparison = comparisonOf({
      published: [publishedOf(shares)],
      counted: [countedOf({ unit: 'postcodes' })],
    });
    const beside = authoritiesView(comparison, null)?.beside;
    expect(beside).toMatchObject({
      counted: '80.0 %',
      countedRange: null,
      published: '76 %',
      difference: '4.0 percentage points more than published',
    });
    expect(beside?.verdict).toBe(
      'What can be counted (−0.05 to +0.05 percentage points) does not explain all of it. The reasons without a figure must account for the rest.',
    );
    expect(beside?.reasons.map(({ kind, atMost }) => [kind, atMost])).toEqual([
      ['unit', null],
      ['rounding', '−0.05 to +0.05 pp'],
    ]);
  });

  it('is shown by the latest gigabit table first; shares of land come last and are set beside nothing', () => {
    const tables = [
      publishedOf(shares, {
        id: 'land',
        period: '2021-05',
        of: 'land',
        technology: '4g-area',
        label: '4G, share of the land',
      }),
      publishedOf(shares, { period: '2021-05' }),
      publishedOf(shares, { period: '2023-09' }),
    ];
    expect(tableChoices(tables).map(({ label }) => label)).toEqual([
      'Gigabit, September 2023',
      'Gigabit, May 2021',
      '4G, share of the land, May 2021',
    ]);
    expect(latestTable(tables, 'gigabit')?.period).toBe('2023-09');
    const counted = [countedOf({ technology: '4g-area' }), countedOf()];
    const land = authoritiesView(comparisonOf({ published: tables, counted }), 'land');
    expect([land?.of, land?.beside]).toEqual(['land', null]);
    expect(authoritiesView(comparisonOf(), null)).toBeNull();
  });

  it('names codes that have ended and a technology that is only guessed', () => {
    const table = publishedOf({ E08999001: 50, E07000026: 40 }, { technologyGuessed: true });
    const notes = authoritiesView(comparisonOf({ published: [table] }), null)?.notes ?? [];
    expect(notes[0].text).toContain('(assumed)');
    expect(notes[1].items[0]).toContain('ended on 31 March 2023 and became part of Cumberland');
  });
});
