import { count, unitWord } from '../../domain/not-spots/headline.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';

/** "168 postcodes": a whole number of what is counted. */
export function unitsText(value: number, unit: Unit): string {
  return `${count(value)} ${unitWord(unit, value)}`;
}
