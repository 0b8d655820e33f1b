import type { Figure, Source } from '../project/figure.ts';
import type { ComputedIn } from './computed-in.ts';
import type { FigureQuestion } from './figure-question.ts';

/** A number in a formula, and what it counts. */
export interface FormulaTerm {
  readonly sign: 1 | -1;
  readonly label: string;
  readonly value: number;
}

/** The figure from its own numbers: 'sum' adds the signed terms, 'ratio' divides the first term by the second. */
export interface Formula {
  readonly kind: 'sum' | 'ratio';
  readonly result: { readonly label: string; readonly value: number };
  readonly terms: readonly FormulaTerm[];
  /** What is said beside it; '' where nothing is. */
  readonly note: string;
}

/** How an expected count and its bounds come about, one sentence each. */
export interface BandWords {
  readonly low: string;
  readonly mid: string;
  readonly high: string;
}

/** A file behind a figure, and what it gave. */
export interface FigureSource {
  /** "Premises", "Wards", "Gigabit lines" */
  readonly gave: string;
  readonly source: Source;
  /** How its rows met the premises; null where they were not joined by ids. */
  readonly joined: { readonly by: string; readonly matched: number; readonly unmatched: number } | null;
}

/** A figure published elsewhere, set beside ours. Shares in percent, differences in percentage points. */
export interface PublishedFigureBeside {
  readonly source: Source;
  readonly published: { readonly low: number; readonly mid: number; readonly high: number };
  readonly counted: { readonly low: number; readonly mid: number; readonly high: number };
  /** Counted less published. */
  readonly difference: number;
  readonly reasons: readonly { readonly kind: string; readonly text: string }[];
}

/** Everything that a sceptic may ask of one printed number. */
export interface Explanation {
  readonly question: FigureQuestion;
  /** "Not-spots in Birch" */
  readonly title: string;
  readonly figure: Figure;
  /** True where the number printed is the share, in percent, of `figure`'s denominator. */
  readonly asShare: boolean;
  /** The figure's own first; others say the same in another way. */
  readonly formulas: readonly Formula[];
  /** Null for an exact count. */
  readonly band: BandWords | null;
  readonly sources: readonly FigureSource[];
  /** ISO dates of the oldest and the newest source, and how many have none. */
  readonly dates: {
    readonly oldest: string | null;
    readonly newest: string | null;
    readonly undated: number;
  };
  /** Why some are not known, and what else the data does not say; may be empty. */
  readonly notKnown: readonly string[];
  readonly computedIn: readonly ComputedIn[];
  /** Whether single rows can be named for it; expected counts name none for certain. */
  readonly rowsAre: 'counted' | 'possible';
  readonly published?: PublishedFigureBeside;
}
