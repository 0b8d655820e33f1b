import type { CodeMeaning } from '../coverage/code-meaning.ts';
import type { Confidence, Technology } from '../coverage/layer.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { FileIssue } from '../tables/file-report.ts';
import type { RowFilter } from '../tables/rows-where.ts';
import type { HeightsSaid } from '../terrain/heights-said.ts';
import type { ColumnRoles } from './column-roles.ts';
import type { Source } from './figure.ts';
import type { Role } from './role.ts';

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
  /** What layout, columns and file name tell of where it comes from. */
  readonly source?: Partial<Omit<Source, 'title'>>;
  /** Year whose codes the areas have ("2022" from WD22CD); absent where nothing tells. */
  readonly vintage?: string;
  /** For a table of codes: which column holds codes of what. */
  readonly lookup?: readonly LookupColumn[];
  /** For a file of heights: what its name and tags seem to say. */
  readonly heights?: HeightsSaid;
  /** Traps of the layout that concern this file, said once it is read. */
  readonly notes?: readonly FileIssue[];
  /** One plain sentence: what was seen, and what it was taken for. */
  readonly why: string;
  /** Other roles that the content could carry, likeliest first. */
  readonly alternatives: readonly Role[];
}

/** A column of a look-up table and what its codes are: "ward", "output area", "postcode", "UPRN". */
export interface LookupColumn {
  readonly column: string;
  readonly kind: string;
}

/** A coverage layer that a file seems to hold. The optional fields are explained at LayerRecord. */
export interface SuggestedLayer {
  readonly shape: 'polygons' | 'records' | 'shares';
  readonly technology: Technology;
  readonly operator: string | null;
  readonly confidence: Confidence | null;
  /** Column of the answers; null for polygons. */
  readonly column: string | null;
  readonly measure: 'percent' | 'count' | null;
  /** For records of speeds or codes: covered from this value on. */
  readonly atLeast: number | null;
  readonly inverted?: boolean;
  readonly blankIsZero?: boolean;
  readonly totalColumn?: string;
  readonly operatorColumns?: readonly string[];
  readonly codes?: readonly CodeMeaning[];
  readonly where?: readonly RowFilter[];
  /** What "covered" means in this file, where that differs from the technology's usual words. */
  readonly definition?: string;
  /** True where the column is no coverage of premises today (a plan, an area of land): a layer only when asked for. */
  readonly offered?: boolean;
  /** True where only the file's name tells the technology. */
  readonly namedByFile?: boolean;
}
