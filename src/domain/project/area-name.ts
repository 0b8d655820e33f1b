import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';
import type { RoleSuggestion } from './role-suggestion.ts';

/** Columns that name the authority a row lies in, as ONS and councils call them: LAD22NM, lad_name, local_authority … */
const AUTHORITY_NAME =
  /^(?:lad\d{0,2}_?nm|lad_?name|la_?name|local_?authority(?:_?name)?|council|borough|district)$/i;

/**
 * The one authority that all rows of a table name, or whose only shape it is; null where none does, or several do.
 * `suggestion` says what the table was taken for.
 */
export function areaNameOf(
  table: SourceTable,
  suggestion: Pick<RoleSuggestion, 'codeKind' | 'roles'>,
): string | null {
  const isAuthority = suggestion.codeKind === 'authority' && table.rows === 1;
  const own = isAuthority && suggestion.roles.name ? columnNamed(table.columns, suggestion.roles.name) : null;
  const column = own ?? table.columns.find(({ name }) => AUTHORITY_NAME.test(name.trim()));
  if (!column || table.rows === 0) return null;
  const name = cellText(column, 0).trim();
  for (let row = 1; row < table.rows; row++) if (cellText(column, row).trim() !== name) return null;
  return name === '' || name.length > 60 ? null : name;
}
