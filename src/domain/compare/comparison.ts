import type { NeedChoice } from '../need/need-choice.ts';
import type { NeedColumn } from '../need/need-columns.ts';
import type { NeedRanking } from '../need/need-ranking.ts';
import type { NeedWeights } from '../need/need-weights.ts';
import type { Source } from '../project/figure.ts';
import type { AuthorityAtHand } from '../published/authority-at-hand.ts';
import type { CountedShare } from '../published/counted-share.ts';
import type { PublishedTable } from '../published/published-table.ts';
import type { TrendLeftOut, TrendSeries } from '../trend/trend.ts';

/** Which authority to compare; null: the one the data is of. */
export interface ComparisonQuestion {
  readonly authority: string | null;
}

/** Everything that comparing areas needs from all rows; what is printed is worked out from it. */
export interface Comparison {
  /** Authorities that the loaded data is of, as far as it tells. */
  readonly atHand: readonly AuthorityAtHand[];
  /** The one compared; null where nothing tells it and nobody chose. */
  readonly authority: (AuthorityAtHand & { readonly chosen: boolean }) | null;
  readonly published: readonly PublishedTable[];
  /** Per technology that is both loaded and either published or aimed at. */
  readonly counted: readonly CountedShare[];
  readonly needColumns: readonly NeedColumn[];
  readonly need: NeedOutcome | null;
  readonly trend: readonly TrendSeries[];
  readonly trendLeftOut: readonly TrendLeftOut[];
}

/** What became of the chosen need column. */
export type NeedOutcome =
  | {
      readonly kind: 'ranked';
      readonly choice: NeedChoice;
      readonly fileName: string;
      readonly source: Source;
      readonly ranking: NeedRanking;
      readonly weights: Omit<NeedWeights, 'weights'>;
    }
  | { readonly kind: 'problem'; readonly choice: NeedChoice; readonly message: string };
