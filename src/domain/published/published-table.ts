import type { Technology } from '../coverage/layer.ts';
import type { Source } from '../project/figure.ts';

/** One authority's published share. */
export interface PublishedFigure {
  readonly code: string;
  readonly name: string;
  /** 0 … 100. */
  readonly percent: number;
  /** What the share is out of, where the table gives a count; null: not known. */
  readonly units: number | null;
}

/** The shares of one technology that one file publishes for one date. */
export interface PublishedTable {
  /** Content, column and period in one name. */
  readonly id: string;
  readonly contentId: string;
  readonly fileName: string;
  readonly column: string;
  readonly technology: Technology;
  /** The technology in words, as it is printed. */
  readonly label: string;
  /** True where neither the column nor a person names the technology, only the file's name. */
  readonly technologyGuessed: boolean;
  /** What the share is a share of. Shares of the land are never set beside counts of premises. */
  readonly of: 'premises' | 'land';
  readonly definition: string;
  /** ISO date or the part of one that is told; null: not known. */
  readonly period: string | null;
  /** Published rounding step in percentage points; 0: not rounded. */
  readonly step: number;
  readonly source: Source;
  /** Authorities, ascending by code. */
  readonly figures: readonly PublishedFigure[];
  /** Rows of the same table for regions, countries or the United Kingdom. */
  readonly wider: readonly PublishedFigure[];
  /** Authorities that the table names without a share. */
  readonly withoutShare: readonly string[];
}

/** Whether a code is of a local authority district or its equal: E06, E07, E08, E09, W06, S12 or N09. */
export function isAuthorityCode(code: string): boolean {
  return /^(?:E0[6-9]|W06|S12|N09)\d{6}$/.test(code);
}
