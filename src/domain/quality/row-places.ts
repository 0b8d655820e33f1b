import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { MOST_PLACES, type QualityPlace } from './quality-note.ts';

/** The places of premises rows, the first MOST_PLACES of them; called by their id unless `label` says otherwise. */
export function rowPlaces(
  premises: PremisesTable,
  rows: readonly number[],
  label: (id: string, i: number) => string = (id) => id,
): QualityPlace[] {
  return rows.slice(0, MOST_PLACES).map((row, i) => ({
    lon: premises.lon[row],
    lat: premises.lat[row],
    label: label(premisesCell(premises, premises.ids, row), i),
  }));
}

/** Evenly spaced ones where there are more than MOST_PLACES. */
export function evenly<T>(items: readonly T[]): T[] {
  if (items.length <= MOST_PLACES) return [...items];
  return Array.from({ length: MOST_PLACES }, (_, i) => items[Math.floor((i * items.length) / MOST_PLACES)]);
}
