import type { Confidence, Technology } from '../coverage/layer.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { ColumnRoles, Role } from './project.ts';

/** What a file seems to be, read from its content. The person can put it right. */
export interface RoleSuggestion {
  readonly role: Role;
  readonly roles: ColumnRoles;
  readonly unit: Unit | null;
  readonly layers: readonly SuggestedLayer[];
  /** What the codes or ids are, in words ("LSOA", "postcode"); null where there are none. */
  readonly codeKind: string | null;
  /** The published layout that the columns are of, as its publisher calls it ("OS Open UPRN"); absent where none is known. */
  readonly layout?: string;
  /** One plain sentence: what was seen, and what it was taken for. */
  readonly why: string;
  /** Other roles that the content could carry, likeliest first. */
  readonly alternatives: readonly Role[];
}

/** A coverage layer that a file seems to hold. */
export interface SuggestedLayer {
  readonly shape: 'polygons' | 'records' | 'shares';
  readonly technology: Technology;
  readonly operator: string | null;
  readonly confidence: Confidence | null;
  /** Column of the answers; null for polygons. */
  readonly column: string | null;
  readonly measure: 'percent' | 'count' | null;
  /** For records of speeds: covered from this value on. */
  readonly atLeast: number | null;
}
