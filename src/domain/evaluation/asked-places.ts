import { digPlaces } from '../dig/dig-places.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { pointKey } from './built-together.ts';
import type { AskedPlace } from './evaluation-input.ts';

/** The points that these rows lie on, in the order of `digPlaces`, each with its rows and its ward (of its first row). */
export function askedPlaces(
  premises: PremisesTable,
  rows: Iterable<number>,
  wardOf: Int32Array,
): AskedPlace[] {
  const once = [...new Set(rows)];
  const rowsAt = new Map<string, number[]>();
  for (const row of once) {
    const key = pointKey({ lon: premises.lon[row], lat: premises.lat[row] });
    const had = rowsAt.get(key);
    if (had) had.push(row);
    else rowsAt.set(key, [row]);
  }
  return digPlaces(premises, once).map((place) => {
    const own = rowsAt.get(pointKey(place)) ?? [];
    return { ...place, rows: own, ward: own.length > 0 ? wardOf[own[0]] : -1 };
  });
}
