import { rowPositions } from '../premises/row-positions.ts';
import type { DatasetRecord } from '../project/project.ts';
import { IssueCollector } from '../tables/issue-collector.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';
import { indexKeys, type KeyIndex, ROW_LIMIT } from './key-index.ts';
import { postcodeNumber } from './postcode-number.ts';

/** Postcodes with their places, of a file that is loaded but whose rows are not the premises. */
export interface PostcodePlaces {
  readonly index: KeyIndex;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly fileName: string;
}

/** The postcodes of a file and where they are; null where it has no column of them, or no coordinates. Needs loadGrid. */
export function postcodePlaces(dataset: DatasetRecord, table: SourceTable): PostcodePlaces | null {
  const roles = dataset.suggestion?.roles ?? dataset.roles;
  const name = roles.id ?? roles.code;
  const column = name === undefined ? undefined : columnNamed(table.columns, name);
  const placed = table.geometry.points !== null || roles.lon !== undefined || roles.easting !== undefined;
  if (!column || !placed || table.rows > ROW_LIMIT || table.rows === 0) return null;
  const keys = Float64Array.from({ length: table.rows }, (_, row) => postcodeNumber(cellText(column, row)));
  if (keys.filter((key) => !Number.isNaN(key)).length < table.rows / 2) return null;
  const { lon, lat } = rowPositions(table, roles, new IssueCollector());
  for (let row = 0; row < table.rows; row++) if (Number.isNaN(lon[row])) keys[row] = Number.NaN;
  return { index: indexKeys(keys), lon, lat, fileName: dataset.fileName };
}
