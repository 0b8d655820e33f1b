import { counted } from '../../domain/tables/issue-collector.ts';
import { areaShares } from './area-shares.ts';
import type { KnownLayout } from './known-layout.ts';
import { lookupOf } from './lookup-columns.ts';
import { ONS_POSTCODES } from './publications.ts';

/**
 * Postcodes with the areas they lie in, cut from the ONS Postcode Directory without its dates: nothing tells the
 * terminated ones. Known by codes of small areas (output area, LSOA, MSOA) beside larger ones, which no other source has.
 */
export const postcodesWithAreas: KnownLayout = {
  id: 'postcodes-with-areas',
  label: 'Postcodes with ONS area codes',
  publication: ONS_POSTCODES,
  matches: (look) => {
    if (look.finds.uprn || !look.finds.postcode) return false;
    const kinds = new Set(look.codeColumns().map(({ areaKind }) => areaKind));
    const small = kinds.has('output area') || kinds.has('LSOA') || kinds.has('MSOA');
    const areSorted = small && (kinds.has('ward') || kinds.has('authority')) && kinds.size >= 2;
    return areSorted && look.mostlyUnique(look.finds.postcode) !== undefined;
  },
  suggest: (look) => {
    const id = look.finds.postcode?.name;
    const rows = counted(look.table.rows, 'postcode');
    const lookup = lookupOf(look);
    if (!look.hasPlaces())
      return {
        role: 'table',
        codeKind: 'postcode',
        roles: { id },
        lookup,
        why: `${rows} with the codes of their areas, without coordinates: a look-up.`,
        alternatives: ['records', 'shares'],
      };
    return {
      role: 'premises',
      unit: 'postcodes',
      codeKind: 'postcode',
      roles: { id, ...look.places() },
      layers: areaShares(look).layers,
      lookup,
      notes: [
        {
          code: 'TERMINATED',
          outcome: 'note',
          message:
            'This list may hold terminated postcodes: no column says which are in use. Load Code-Point Open beside it to tell them.',
          count: look.table.rows,
          examples: [],
        },
      ],
      why: `${rows} with coordinates and the codes of their areas: each row is one postcode. May hold terminated postcodes.`,
      alternatives: ['context', 'table'],
    };
  },
};
