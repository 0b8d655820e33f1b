import type { LayerRecord } from '../domain/coverage/layer.ts';
import { layerLabel, readKey, technologyDefinition, technologyLabel } from '../domain/coverage/technology.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import type { KeyedFile } from './analyse-options.ts';

/** The layer of `--coverage KEY=F[#column]`: a footprint where the file has polygons, else records by UPRN or postcode. Throws words. */
export function coverageLayer(one: KeyedFile, dataset: DatasetRecord, table: SourceTable): LayerRecord {
  const base = layerFor(one, dataset);
  if (table.geometry.polygons && !one.column) return { ...base, shape: 'polygons' };
  const id = dataset.roles.id ?? dataset.roles.code;
  const suggested = dataset.suggestion?.layers.filter((layer) => layer.shape === 'records') ?? [];
  const column =
    one.column ??
    (
      suggested.find((layer) => layer.technology === base.technology) ??
      (suggested.length === 1 ? suggested[0] : undefined)
    )?.column;
  if (!id)
    throw new Error(
      `${dataset.fileName}: it holds no polygons and no column of UPRNs or postcodes, so it covers nothing. Give a footprint or a table by UPRN.`,
    );
  if (!column)
    throw new Error(
      `${dataset.fileName}: which column says yes or no? Write --coverage ${one.key}=FILE#column; it has ${columnList(dataset)}.`,
    );
  mustHaveColumn(dataset, column);
  return {
    ...base,
    shape: 'records',
    column,
    atLeast: suggested.find((layer) => layer.column === column)?.atLeast ?? null,
  };
}

/** The layer of `--shares KEY=F#column`. Throws words where the column or the codes are missing. */
export function shareLayer(one: KeyedFile, dataset: DatasetRecord): LayerRecord {
  const column = one.column ?? '';
  mustHaveColumn(dataset, column);
  if (!dataset.roles.code && !dataset.roles.id) {
    throw new Error(
      `${dataset.fileName}: no column of area codes or postcodes was found (columns: ${columnList(dataset)}).`,
    );
  }
  const suggested = dataset.suggestion?.layers.find((layer) => layer.column === column);
  return {
    ...layerFor(one, dataset),
    shape: 'shares',
    column,
    measure: suggested?.measure ?? (/^number of\b/i.test(column) ? 'count' : 'percent'),
  };
}

function layerFor({ key }: KeyedFile, dataset: DatasetRecord): LayerRecord {
  const named = readKey(key);
  return {
    id: key,
    key,
    name: layerLabel(named),
    ...named,
    shape: 'polygons',
    contentId: dataset.contentId,
    column: null,
    measure: null,
    joinColumn: null,
    definition:
      technologyDefinition(named.technology) ?? `${technologyLabel(named.technology)}, as the file has it`,
    source: dataset.source,
    extent: { kind: 'assumed' },
    confidential: false,
  };
}

function mustHaveColumn(dataset: DatasetRecord, column: string): void {
  if (dataset.columnNames.includes(column)) return;
  throw new Error(`${dataset.fileName}: there is no column "${column}". It has ${columnList(dataset)}.`);
}

function columnList(dataset: DatasetRecord): string {
  const shown = dataset.columnNames
    .slice(0, 12)
    .map((name) => `"${name}"`)
    .join(', ');
  return dataset.columnNames.length > 12 ? `${shown} and ${dataset.columnNames.length - 12} more` : shown;
}
