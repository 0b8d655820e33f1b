import type { Analysis } from '../domain/not-spots/analysis.ts';
import { writeCsv } from './csv.ts';

/** One use's counts at one place. */
export interface UseRow {
  readonly ward_code: string;
  readonly ward_name: string;
  readonly use: string;
  readonly unit: string;
  readonly premises: number;
  readonly not_spots: number;
  readonly not_spots_low: number;
  readonly not_spots_high: number;
  readonly not_known: number;
}

/** Counts by use: a row per ward and use that has any, then "outside" and "total". Empty where no column tells a use. */
export function rowsByUse(analysis: Analysis): UseRow[] {
  const { byUse, wardCodes, wardNames, unit } = analysis;
  const wards = wardCodes.length;
  return Array.from(analysis.units, (_, place) =>
    (byUse?.uses ?? [])
      .filter((one) => one.units[place] > 0)
      .map(
        ({ use, units, notSpots }): UseRow => ({
          ward_code: wardCodes[place] ?? (place === wards ? 'outside' : 'total'),
          ward_name: wardNames[place] ?? '',
          use,
          unit,
          premises: units[place],
          not_spots: Math.round(notSpots.mid[place] * 1e6) / 1e6,
          not_spots_low: notSpots.low[place],
          not_spots_high: notSpots.high[place],
          not_known: notSpots.notKnown[place],
        }),
      ),
  ).flat();
}

/** The same as CSV. */
export function byUseCsv(analysis: Analysis): string {
  const rows = rowsByUse(analysis);
  const names: (keyof UseRow)[] = [
    'ward_code',
    'ward_name',
    'use',
    'unit',
    'premises',
    'not_spots',
    'not_spots_low',
    'not_spots_high',
    'not_known',
  ];
  return writeCsv(
    names,
    rows.map((row) => names.map((name) => row[name])),
  );
}
