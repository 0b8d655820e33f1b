import { counted } from '../../domain/tables/issue-collector.ts';
import { areaShares } from './area-shares.ts';
import type { KnownLayout } from './known-layout.ts';
import { lookupOf } from './lookup-columns.ts';
import { ONS_POSTCODES } from './publications.ts';
import type { TableLook } from './table-look.ts';

/**
 * ONS Postcode Directory and National Statistics Postcode Lookup: every postcode there ever was. `doterm` is the month a
 * postcode went out of use, blank while it lives. Grid references of Northern Ireland are on the Irish grid, so degrees
 * are used where there are any; quality 9 (no grid reference) comes as 99.999999, 0.000000.
 */
export const onsPostcodeDirectory: KnownLayout = {
  id: 'ons-postcode-directory',
  label: 'ONS Postcode Directory',
  publication: ONS_POSTCODES,
  matches: (look) => postcodeOf(look) !== undefined && look.has('dointr', 'doterm'),
  suggest: (look) => {
    const label = isLookup(look) ? 'National Statistics Postcode Lookup' : undefined;
    const id = postcodeOf(look)?.name;
    const roles = { id, ...placesOf(look), terminated: look.named('doterm')?.name };
    const rows = counted(look.table.rows, 'postcode');
    const isPlaced = roles.lon !== undefined || roles.easting !== undefined || look.hasPlaces();
    const start = `${label ?? 'ONS Postcode Directory'}: ${rows}`;
    return {
      label,
      role: isPlaced ? 'premises' : 'table',
      unit: isPlaced ? 'postcodes' : null,
      codeKind: 'postcode',
      roles: isPlaced ? roles : { id },
      layers: isPlaced ? areaShares(look).layers : [],
      lookup: lookupOf(look),
      why: isPlaced
        ? `${start}, those with a date in "${roles.terminated}" no longer in use and left out.`
        : `${start} without coordinates: a look-up of area codes by postcode.`,
      alternatives: ['context', 'table'],
    };
  },
};

/**
 * The lookup says laua and ward where the directory says oslaua and osward. Since 2025 both have the same names, but only
 * the directory has parishes and the output areas of earlier censuses.
 */
function isLookup(look: TableLook): boolean {
  if (look.has('laua', 'ward')) return true;
  return look.has('gridind') && look.like(/^(?:parncp\d\dcd|oa[01]1(?:cd)?)$/).length === 0;
}

/** With the space where there is a column that has it: as people write it. */
function postcodeOf(look: TableLook) {
  const found = look.named('pcds', 'pcd8', 'pcd2', 'pcd7', 'pcd');
  return found && found.postcodeShare > 0.9 ? found : undefined;
}

function placesOf(look: TableLook) {
  const lon = look.named('long', 'longitude', 'lon')?.name;
  const lat = look.named('lat', 'latitude')?.name;
  if (lon && lat) return { lon, lat };
  const easting = look.named('oseast1m', 'east1m')?.name;
  const northing = look.named('osnrth1m', 'north1m')?.name;
  return easting && northing ? { easting, northing } : {};
}
