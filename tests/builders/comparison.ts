import type { Comparison } from '../../src/domain/compare/comparison.ts';
import type { CountedShare } from '../../src/domain/published/counted-share.ts';
import type { PublishedTable } from '../../src/domain/published/published-table.ts';

/** A comparison of Wren (E08999001), of which nothing is loaded but what the test gives. */
export function comparisonOf(seed: Partial<Comparison> = {}): Comparison {
  return {
    atHand: [{ code: 'E08999001', name: 'Wren', basis: 'From column "lad".', guessed: false }],
    authority: {
      code: 'E08999001',
      name: 'Wren',
      basis: 'From column "lad".',
      guessed: false,
      chosen: false,
    },
    published: [],
    counted: [],
    needColumns: [],
    need: null,
    trend: [],
    trendLeftOut: [],
    ...seed,
  };
}

/** A published table of gigabit shares by authority code. */
export function publishedOf(
  shares: Readonly<Record<string, number>>,
  seed: Partial<PublishedTable> = {},
): PublishedTable {
  const period = seed.period ?? '2023-09';
  return {
    id: `table ${period}`,
    contentId: 'published',
    fileName: 'published.csv',
    column: 'pct',
    technology: 'gigabit',
    label: 'gigabit',
    technologyGuessed: false,
    of: 'premises',
    definition: 'gigabit',
    period,
    step: 0.1,
    source: { title: 'published.csv', publisher: 'Ofcom', date: null, licence: null, url: null },
    figures: Object.entries(shares).map(([code, percent]) => ({
      code,
      name: code === 'E08999001' ? 'Wren' : code,
      percent,
      units: null,
    })),
    wider: [],
    withoutShare: [],
    ...seed,
  };
}

/** A counted share of gigabit: 800 of 1,000 premises. */
export function countedOf(seed: Partial<CountedShare> = {}): CountedShare {
  return {
    technology: 'gigabit',
    label: 'gigabit',
    unit: 'premises',
    rows: 1000,
    units: 1000,
    low: 800,
    mid: 800,
    high: 800,
    notKnown: 0,
    outside: { units: 0, covered: 0 },
    fromShares: false,
    definition: 'gigabit',
    layers: [
      {
        name: 'Gigabit',
        operator: null,
        contentId: 'ours',
        source: { title: 'ours', publisher: null, date: '2023-09', licence: null, url: null },
        column: null,
      },
    ],
    premisesSource: null,
    wardVintage: null,
    ...seed,
  };
}
