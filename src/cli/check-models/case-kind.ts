import type { CaseRow } from './case-row.ts';

/** One figure of a case against ours. It passes where `error` is at most `allowed`, both in the unit of the tolerance. */
export interface Comparison {
  /** What is compared, in words: "loss at 28 GHz". */
  readonly what: string;
  readonly expected: number | boolean;
  readonly computed: number | boolean;
  readonly error: number;
  readonly allowed: number;
  /** "dB", "m"; "of it" for a share of the expected value. */
  readonly unit: string;
}

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

/** A file of cases that cannot be checked: of unknown layout, broken, or without a figure that its layout needs. */
export class CaseFileFault extends Error {
  readonly code: 'UNKNOWN_LAYOUT' | 'NOT_READ' | 'NO_FIGURE' | 'NO_TOLERANCE' | 'UNKNOWN_WORD';

  constructor(code: CaseFileFault['code'], message: string) {
    super(message);
    this.name = 'CaseFileFault';
    this.code = code;
  }
}
