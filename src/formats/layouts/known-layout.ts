import type { RoleSuggestion } from '../../domain/project/role-suggestion.ts';
import type { Publication } from './publications.ts';
import type { TableLook } from './table-look.ts';

/**
 * A table layout that somebody publishes, known by its columns and what they hold. Other columns beside them, another
 * order or another file name never change what is recognised.
 */
export interface KnownLayout {
  /** Letters and '-'. */
  readonly id: string;
  /** As its publisher calls it: "ONS Postcode Directory". */
  readonly label: string;
  /** Who publishes it and on what terms; null where many do. */
  readonly publication: Publication | null;
  matches(look: TableLook): boolean;
  suggest(look: TableLook): LayoutSuggestion;
}

/** What a layout says of a table; what it leaves out has no value. */
export type LayoutSuggestion = Pick<RoleSuggestion, 'role' | 'why'> &
  Partial<Omit<RoleSuggestion, 'role' | 'why' | 'layout' | 'source' | 'vintage'>> & {
    /** Where one layout has variants: the name of this one. */
    readonly label?: string;
  };
