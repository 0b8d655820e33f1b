import { ROW_NO, ROW_SHARE, ROW_YES } from '../domain/not-spots/count-shares.ts';
import { type PremisesTable, premisesCell, unitsAt } from '../domain/premises/premises-table.ts';
import { countsAsGigabit } from '../domain/radio/link-meter.ts';
import {
  type MastCurve,
  REACH_QUALITIES,
  REACH_REASONS,
  type ReachAnswer,
} from '../domain/radio/reach-answer.ts';
import { writeCsv } from './csv.ts';

/**
 * Every premises with how a roof reaches it and why not, as CSV in the order of the premises table; those beyond the radius
 * are out of range. Blank: not known or not reckoned. `not_spot` is blank where nothing was counted.
 */
export function reachCsv(answer: ReachAnswer, premises: PremisesTable): string {
  const { rows, radiusMetres } = answer;
  const at = new Map(Array.from(rows.row, (row, i) => [row, i]));
  const cellsOf = (row: number): ReachCell[] => {
    const i = at.get(row);
    if (i !== undefined) return reachCells(answer, premises, i);
    const head = headCells(premises, row);
    const blank = Array.from({ length: REACH_COLUMNS.length - head.length - 2 }, (): ReachCell => null);
    return [...head, 'out of range', `it is farther than ${radiusMetres} m`, ...blank];
  };
  return writeCsv(
    REACH_COLUMNS,
    Array.from({ length: premises.count }, (_, row) => cellsOf(row)),
  );
}

/** What stands in the columns for a premises within the radius, by its place in the answer's arrays. */
export function reachCells(
  { rows, recipeWords }: ReachAnswer,
  premises: PremisesTable,
  i: number,
): ReachCell[] {
  const isServed = REACH_REASONS[rows.reason[i]] === 'served';
  const needed = rows.neededMastMetres[i];
  const rate = rows.megabitsPerSecond[i];
  return [
    ...headCells(premises, rows.row[i]),
    REACH_QUALITIES[rows.quality[i]],
    isServed ? '' : REACH_REASONS[rows.reason[i]],
    round(rows.distanceMetres[i], 1),
    round(rows.clearanceMetres[i], 2),
    round(rows.clearanceFresnel[i], 2),
    round(rate, 2),
    Number.isNaN(rate) ? null : isServed && countsAsGigabit(rate) ? 'yes' : 'no',
    round(rows.marginDecibels[i], 2),
    needed < 0 ? null : needed,
    round(rows.lon[i], 7),
    round(rows.lat[i], 7),
    round(rows.seaMetres[i], 2),
    rows.isOnBuilding[i] ? 'yes' : 'no',
    recipeWords === null ? null : notSpot(rows.notSpot[i], rows.notSpotChance[i]),
  ];
}

function headCells(premises: PremisesTable, row: number): ReachCell[] {
  return [
    premisesCell(premises, premises.ids, row),
    round(premises.lon[row], 7),
    round(premises.lat[row], 7),
    unitsAt(premises, row),
  ];
}

/** The mast curve as CSV, a row a metre, with what the metre adds. */
export function mastCsv({ served, newlyServed, expectedNewlyServed }: MastCurve, unit: string): string {
  const added = (values: Float64Array, metres: number): number =>
    values[metres] - (metres > 0 ? values[metres - 1] : 0);
  return writeCsv(
    ['mast_m', `served_${unit}`, 'added', 'newly_served', 'expected_newly_served'],
    Array.from(served, (units, metres) => [
      metres,
      units,
      added(served, metres),
      newlyServed[metres],
      round(expectedNewlyServed[metres], 2),
    ]),
  );
}

export type ReachCell = string | number | null;

/** The columns of premises in reach. */
export const REACH_COLUMNS = [
  'id',
  'lon',
  'lat',
  'units',
  'quality',
  'reason',
  'distance_m',
  'clearance_m',
  'clearance_f1',
  'rate_mbps',
  'counts_as_gigabit',
  'margin_db',
  'needed_mast_m',
  'antenna_lon',
  'antenna_lat',
  'antenna_m',
  'on_building',
  'not_spot',
] as const;

function notSpot(state: number, chance: number): string {
  if (state === ROW_YES) return 'yes';
  if (state === ROW_NO) return 'no';
  return state === ROW_SHARE ? `${chance} %` : 'not known';
}

function round(value: number, digits: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : null;
}
