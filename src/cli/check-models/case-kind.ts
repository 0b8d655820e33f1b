import type { CaseRow } from './case-row.ts';
import type { Comparison } from './compared-figure.ts';

/** One case. `compare` runs our model; what it throws fails the case and is told. */
export interface Case {
  readonly name: string;
  /** True where the file says that its figure is not to be asserted. */
  readonly aside: boolean;
  readonly compare: () => readonly Comparison[];
}

/** A kind of table (CSV), told by the columns that all of its files have. */
export interface TableKind {
  readonly kind: 'table';
  readonly what: string;
  readonly columns: readonly string[];
  readonly compare: (row: CaseRow) => readonly Comparison[];
}

/** A kind of JSON file, told by `matches`. */
export interface DocumentKind {
  readonly kind: 'document';
  readonly what: string;
  readonly matches: (document: unknown) => boolean;
  readonly cases: (document: unknown) => Iterable<Case>;
}

export type CaseKind = TableKind | DocumentKind;
