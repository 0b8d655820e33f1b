import { counted } from '../../domain/tables/issue-collector.ts';
import type { KnownLayout } from './known-layout.ts';
import { lookupOf } from './lookup-columns.ts';
import { ONS_GEOGRAPHY } from './publications.ts';
import { kindPlural } from './table-look.ts';

/** ONS look-ups: which small area lies in which larger one, best fit or exact, with a year in every column's name. */
export const areaLookup: KnownLayout = {
  id: 'area-lookup',
  label: 'ONS look-up of area codes',
  publication: ONS_GEOGRAPHY,
  matches: (look) => {
    if (look.hasPlaces() || look.finds.uprn) return false;
    const columns = look.like(
      /^(?:oa|lsoa|msoa|wd|ward|lad|ltla|utla|cty|ced|par|rgn|ctry|pcon|cauth)\d{2}cd$/,
    );
    const kinds = new Set(columns.flatMap(({ areaKind }) => (areaKind ? [areaKind] : [])));
    return kinds.size >= 2 && look.codeColumn() !== undefined;
  },
  suggest: (look) => {
    const lookup = lookupOf(look);
    const code = look.codeColumn();
    const kinds = lookup.map(({ kind }) => kindPlural(kind));
    return {
      role: 'table',
      codeKind: code?.areaKind ?? null,
      roles: code ? { code: code.name } : {},
      lookup,
      why: `A look-up of area codes: ${counted(look.table.rows, 'row')} that ${look.table.rows === 1 ? 'joins' : 'join'} ${kinds.slice(0, -1).join(', ')} to ${kinds.at(-1)}.`,
      alternatives: ['context'],
    };
  },
};
