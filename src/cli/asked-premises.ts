import { isPlacedByAreas } from '../domain/premises/place-in-areas.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { joinTables } from '../domain/tables/join-tables.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import type { AskedFiles } from './asked-files.ts';

/** A second premises file joined to the first by id. */
export interface FileJoin {
  readonly file: string;
  readonly matched: number;
  readonly unmatched: number;
  readonly unmatched_examples: readonly string[];
  readonly ambiguous: number;
  readonly ambiguous_examples: readonly string[];
}

/**
 * The premises: the first file with places (or, where areas are given, with the codes of areas), the others joined to it
 * by id. Throws words where none has a place, or an id is missing to join by.
 */
export async function askedPremises(
  paths: readonly string[],
  files: AskedFiles,
  given: { readonly workbench: Workbench; readonly hasAreas: boolean; say(line: string): void },
): Promise<{ premises: DatasetRecord; joins: FileJoin[] }> {
  const { workbench } = given;
  const datasets: DatasetRecord[] = [];
  for (const path of paths) datasets.push(await files.dataset(path, 'premises'));
  const tableOf = (dataset: DatasetRecord): SourceTable => workbench.table(dataset.contentId);
  const base =
    datasets.find((dataset) => hasPlaces(dataset, tableOf(dataset))) ??
    (given.hasAreas
      ? datasets.find((dataset) => isPlacedByAreas(tableOf(dataset), dataset.roles))
      : undefined);
  if (!base) {
    const names = datasets.map((dataset) => dataset.fileName).join(', ');
    throw new Error(
      `${names}: no coordinates were found. Premises need longitude and latitude, or easting and northing; join a second --premises file that has them, or give the shapes of their area codes with --areas.`,
    );
  }
  if (!base.roles.id && datasets.length > 1)
    throw new Error(`${base.fileName}: no column of UPRNs or postcodes was found to join by.`);
  const joins: FileJoin[] = [];
  let table = tableOf(base);
  for (const other of datasets) {
    if (other === base) continue;
    const key = other.roles.id ?? other.roles.code;
    if (!key || !base.roles.id)
      throw new Error(`${other.fileName}: no column of UPRNs or postcodes was found to join by.`);
    const joined = joinTables(table, base.roles.id, tableOf(other), key);
    table = joined.table;
    const { matched, unmatched, ambiguous } = joined;
    joins.push({
      file: other.fileName,
      matched,
      unmatched,
      unmatched_examples: joined.unmatchedExamples,
      ambiguous,
      ambiguous_examples: joined.ambiguousExamples,
    });
    given.say(
      `${other.fileName}: ${counted(matched, 'row')} joined, ${counted(unmatched, 'key')} matched nothing, ${counted(ambiguous, 'key')} stand twice.`,
    );
  }
  if (joins.length > 0) workbench.put(base.contentId, table);
  const columnNames = table.columns.map((column) => column.name);
  return { premises: { ...base, unit: base.unit ?? 'premises', columnNames }, joins };
}

function hasPlaces(dataset: DatasetRecord, table: SourceTable): boolean {
  const { lon, lat, easting, northing } = dataset.roles;
  return table.geometry.points !== null || Boolean((lon && lat) || (easting && northing));
}
