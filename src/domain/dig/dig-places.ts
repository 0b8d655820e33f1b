import { type PremisesTable, premisesCell, unitsAt } from '../premises/premises-table.ts';
import type { DigPlace } from './dig-design.ts';

/** The points that these rows of premises lie on, in the order of their first rows: who shares a point shares a lead-in. */
export function digPlaces(premises: PremisesTable, rows: Iterable<number>): DigPlace[] {
  const places = new Map<string, { ids: string[]; units: number; lon: number; lat: number }>();
  for (const row of new Set(rows)) {
    const [lon, lat] = [premises.lon[row], premises.lat[row]];
    const key = `${lon} ${lat}`;
    const place = places.get(key) ?? { ids: [], units: 0, lon, lat };
    place.ids.push(premisesCell(premises, premises.ids, row));
    place.units += unitsAt(premises, row);
    places.set(key, place);
  }
  return [...places.values()];
}
