import type { FileIssue } from '../domain/tables/file-report.ts';
import type { FileHeights } from '../domain/terrain/file-heights.ts';

/** What a reader of one format finds: heights in metres, and what the file says 0 is. */
export interface FoundHeights {
  readonly heights: FileHeights;
  readonly issues: readonly FileIssue[];
  /** What the file says of itself in words: title, description; '' for none. */
  readonly words: string;
}
