import type { Technology } from '../coverage/layer.ts';
import type { Source } from '../project/figure.ts';

/** An aim of public policy as a dated record: what, how much, by when, who said so. */
export interface Target {
  readonly id: string;
  /** "At least 85 % of UK premises gigabit-capable by the end of 2025" */
  readonly name: string;
  readonly technology: Technology;
  /** Percent to be reached, 0 … 100. */
  readonly percent: number;
  /** True where the share must be more than `percent`, not just as much. */
  readonly isExceeded: boolean;
  /** What the percentage is of, as the source has it. */
  readonly of: 'premises' | 'population' | 'populated areas';
  /** Last ISO day of the aim. */
  readonly by: string;
  /** Whom it binds, as a sentence. */
  readonly scope: string;
  readonly source: Source;
  /** What a reader should check before quoting it; '' where nothing. */
  readonly caveat: string;
}
