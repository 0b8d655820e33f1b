import {
  BRITISH_NATIONAL_GRID,
  type CoordinateSystem,
  IRISH_TRANSVERSE_MERCATOR,
  systemFromEpsg,
} from '../geo/coordinate-system.ts';

/**
 * Whether metres of a system are metres on the ground to within 0.1 %, so that distances may be taken in it: transverse
 * Mercator on a metre (British and Irish grids, UTM). Web mercator is 1.6 times too long at London.
 */
export function isWorkingSystem({ kind, definition }: CoordinateSystem): boolean {
  if (kind === 'british-national-grid') return true;
  return (
    definition !== null && /\+proj=(?:tmerc|utm)\b/.test(definition) && !definition.includes('+to_meter')
  );
}

/** The working system for heights about a place in degrees: the British National Grid, ITM in Ireland, else UTM. */
export function workingSystemAt(lon: number, lat: number): CoordinateSystem {
  if (lat > 51.2 && lat < 55.5 && lon > -10.8 && lon < -5.35) return IRISH_TRANSVERSE_MERCATOR;
  if (lat > 49.8 && lat < 61 && lon > -8.9 && lon < 1.9) return BRITISH_NATIONAL_GRID;
  const zone = Math.min(60, Math.max(1, Math.floor((lon + 180) / 6) + 1));
  return systemFromEpsg((lat < 0 ? 32_700 : 32_600) + zone) as CoordinateSystem;
}
