import type { LayerRecord } from '../domain/coverage/layer.ts';
import { layerLabel, readKey, technologyDefinition, technologyLabel } from '../domain/coverage/technology.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import type { SuggestedLayer } from '../domain/project/role-suggestion.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import type { KeyedFile } from './analyse-options.ts';
import { UsageError } from './usage-error.ts';

/**
 * The layers of `--coverage KEY=F[#column]`: footprints where the file has polygons (one for each operator that a column
 * names), else records by UPRN, postcode or area code. Throws words.
 */
export function coverageLayers(one: KeyedFile, dataset: DatasetRecord, table: SourceTable): LayerRecord[] {
  const base = layerFor(one, dataset);
  const suggested = dataset.suggestion?.layers ?? [];
  if (table.geometry.polygons && !one.column) {
    const apart = suggested.filter((layer) => layer.shape === 'polygons' && layer.where);
    if (apart.length < 2) return [{ ...base, shape: 'polygons' }];
    return apart.map((layer) => ({ ...withSuggested(base, layer), shape: 'polygons', column: null }));
  }
  const id = dataset.roles.id ?? dataset.roles.code;
  const records = suggested.filter((layer) => layer.shape === 'records');
  const fitting =
    records.find((layer) => layer.technology === base.technology) ??
    (records.length === 1 ? records[0] : undefined);
  const column = one.column ?? fitting?.column;
  if (!id)
    throw new Error(
      `${dataset.fileName}: it holds no polygons and no column of UPRNs or postcodes, so it covers nothing. Give a footprint or a table by UPRN.`,
    );
  if (!column)
    throw new Error(
      `${dataset.fileName}: which column says yes or no? Write --coverage ${one.key}=FILE#column; it has ${columnList(dataset)}.`,
    );
  mustHaveColumn(dataset, column);
  const known = records.find((layer) => layer.column === column);
  const { codes } = known ?? {};
  return [
    {
      ...base,
      shape: 'records',
      column,
      atLeast: known?.atLeast ?? null,
      ...(codes ? { codes } : {}),
    },
  ];
}

/**
 * The layers of `--shares KEY=F#column`; without a column those that the file's own layout tells for the key's
 * technology (Ofcom's mobile tables: by number of operators, at both confidences). Throws words where the column or the
 * codes are missing.
 */
export function shareLayers(one: KeyedFile, dataset: DatasetRecord): LayerRecord[] {
  if (!dataset.roles.code && !dataset.roles.id) {
    throw new Error(
      `${dataset.fileName}: no column of area codes or postcodes was found (columns: ${columnList(dataset)}).`,
    );
  }
  const base = layerFor(one, dataset);
  const suggested = dataset.suggestion?.layers.filter((layer) => layer.shape === 'shares') ?? [];
  if (one.column === null) {
    const told = suggested.filter(
      (layer) => layer.technology === base.technology && layer.operatorColumns && !layer.offered,
    );
    if (told.length === 0)
      throw new UsageError(
        `--shares ${one.key}=… does not say which column. Write --shares ${one.key}=FILE#column.`,
      );
    return told.map((layer) => shareLayer(base, layer, dataset));
  }
  const { column } = one;
  mustHaveColumn(dataset, column);
  const known = suggested.find((layer) => layer.column === column);
  if (known) {
    const { technology, operator, confidence } = base;
    return [
      { ...shareLayer(base, known, dataset), id: one.key, key: one.key, technology, operator, confidence },
    ];
  }
  return [{ ...base, shape: 'shares', column, measure: /^number of\b/i.test(column) ? 'count' : 'percent' }];
}

function shareLayer(base: LayerRecord, layer: SuggestedLayer, dataset: DatasetRecord): LayerRecord {
  if (layer.column) mustHaveColumn(dataset, layer.column);
  return {
    ...withSuggested(base, layer),
    shape: 'shares',
    column: layer.column,
    measure: layer.measure ?? 'percent',
  };
}

/** A layer as the file's content tells it, called by the key with its operator or confidence behind. */
function withSuggested(base: LayerRecord, layer: SuggestedLayer): LayerRecord {
  const { operator, confidence } = layer;
  const told = [operator, confidence].filter((word) => word !== null).join('-');
  const word = told
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const key = word === '' ? base.key : `${base.key}-${word}`;
  const named = { technology: base.technology, operator: operator ?? base.operator, confidence };
  const { inverted, blankIsZero, totalColumn, operatorColumns, where } = layer;
  return {
    ...base,
    ...named,
    id: key,
    key,
    name: layerLabel(named),
    definition: layer.definition ?? base.definition,
    ...(inverted ? { inverted } : {}),
    ...(blankIsZero ? { blankIsZero } : {}),
    ...(totalColumn ? { totalColumn } : {}),
    ...(operatorColumns ? { operatorColumns } : {}),
    ...(where ? { where } : {}),
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
