import { counted } from '../../domain/tables/issue-collector.ts';
import { recordLayers } from '../suggest-layers.ts';
import type { KnownLayout } from './known-layout.ts';
import { lookupOf } from './lookup-columns.ts';
import { ONS_POSTCODES } from './publications.ts';

/**
 * ONS UPRN Directory and National Statistics UPRN Lookup: UPRNs with postcode and area codes, in the directory with grid
 * references too (GRIDGB1E, GRIDGB1N). Cut down without them it is a look-up that other files are joined by.
 */
export const onsUprnDirectory: KnownLayout = {
  id: 'ons-uprn-directory',
  label: 'ONS UPRN Directory',
  publication: ONS_POSTCODES,
  matches: (look) =>
    look.mostlyUnique(look.named('uprn')) !== undefined &&
    (look.has('gridgb1e', 'gridgb1n') || (look.has('pcds') && areaColumns(look).length >= 2)),
  suggest: (look) => {
    const id = look.named('uprn')?.name;
    const rows = counted(look.table.rows, 'UPRN');
    const easting = look.named('gridgb1e')?.name;
    const northing = look.named('gridgb1n')?.name;
    const places = easting && northing ? { easting, northing } : look.places();
    if (!easting && !look.hasPlaces())
      return {
        label: 'National Statistics UPRN Lookup',
        role: 'table',
        codeKind: 'UPRN',
        roles: { id },
        lookup: lookupOf(look),
        why: `${rows} with postcode and area codes, without coordinates: a look-up that other files are joined by.`,
        alternatives: ['records'],
      };
    return {
      role: 'premises',
      unit: 'premises',
      codeKind: 'UPRN',
      roles: { id, ...places },
      layers: recordLayers(look.profiles),
      lookup: lookupOf(look),
      why: `ONS UPRN Directory: ${rows} with grid references and area codes: premises.`,
      alternatives: ['context', 'table'],
    };
  },
};

/** Columns called as the geography offices call theirs: oa21cd, lsoa21cd, wd25cd, lad25cd. */
function areaColumns(look: Parameters<KnownLayout['matches']>[0]) {
  return look.like(/^(?:oa|lsoa|msoa|wd|lad|cty|ced|rgn|ctry|pcon)\d{2}cd$/);
}
