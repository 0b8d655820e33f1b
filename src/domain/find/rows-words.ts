import { unitsAt } from '../premises/premises-table.ts';
import { counted } from '../tables/issue-collector.ts';
import type { FindSource } from './find-index.ts';

/** "in Abbey", "outside every ward"; where no wards are loaded its place in degrees. */
export function whereOf({ words, wards, wardOf }: FindSource, row: number): string {
  const { premises } = words;
  if (wards.codes.length === 0) return `${premises.lat[row].toFixed(4)}, ${premises.lon[row].toFixed(4)}`;
  return wardOf[row] < 0 ? 'outside every ward' : `in ${wards.names[wardOf[row]]}`;
}

/** "23 premises": the units of some rows. */
export function unitsOfRows({ words }: FindSource, rows: readonly number[]): string {
  const { premises } = words;
  const units = rows.reduce((sum, row) => sum + unitsAt(premises, row), 0);
  return premises.unit === 'premises'
    ? counted(units, 'premises', 'premises')
    : counted(units, premises.unit.slice(0, -1));
}
