import type { LookupColumn } from '../../domain/project/role-suggestion.ts';
import type { TableLook } from './table-look.ts';

/** Which columns hold codes of what: UPRNs, postcodes, and each kind of area; the one with most different codes of a kind. */
export function lookupOf(look: TableLook): readonly LookupColumn[] {
  const columns: LookupColumn[] = [];
  const { uprn, postcode } = look.finds;
  if (uprn) columns.push({ column: uprn.name, kind: 'UPRN' });
  if (postcode) columns.push({ column: postcode.name, kind: 'postcode' });
  const seen = new Set<string>();
  for (const { name, areaKind } of look.codeColumns()) {
    if (seen.has(areaKind)) continue;
    seen.add(areaKind);
    columns.push({ column: name, kind: areaKind });
  }
  return columns;
}
