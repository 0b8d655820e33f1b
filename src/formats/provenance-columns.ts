import { FINGERPRINT_COLUMNS, type Fingerprints, fingerprintCells } from '../domain/project/fingerprints.ts';

/** What an export carries besides its numbers. */
export interface Provenance {
  readonly definition: string;
  readonly sources: string;
  /** ISO date of the count. */
  readonly countedOn: string;
  /** 'fictional' for the demo borough, else ''. */
  readonly remark: string;
  /** Of the project that was counted; absent where they are not known. */
  readonly fingerprints?: Fingerprints | null;
}

/** The columns that say what a count is, on every row of a CSV of it. */
export const PROVENANCE_COLUMNS = [
  'recipe',
  'definition',
  'sources',
  'counted_on',
  'remark',
  ...FINGERPRINT_COLUMNS,
] as const;

/** The cells under them. */
export function provenanceCells(recipeText: string, provenance: Provenance): string[] {
  const { definition, sources, countedOn, remark, fingerprints } = provenance;
  return [recipeText, definition, sources, countedOn, remark, ...fingerprintCells(fingerprints)];
}
