import { capitalised } from '../capitalised.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import { layerLabel, technologyDefinition, technologyLabel } from '../coverage/technology.ts';
import type { FileReport } from '../tables/file-report.ts';
import type { Source } from './figure.ts';
import type { DatasetRecord } from './project.ts';
import type { RoleSuggestion, SuggestedLayer } from './role-suggestion.ts';

/** A file that was read and can be taken. */
export interface ReadContent {
  readonly contentId: string;
  readonly rows: number;
  readonly format: string;
  readonly columnNames: readonly string[];
  readonly suggestion: RoleSuggestion;
  /** The authority that all rows name; null where none or several. */
  readonly areaName: string | null;
  /** What reading it found, where its role adds to that. */
  readonly reportAsRead?: FileReport;
}

/** A file as the project records it, with the layers it brings and the area it names. */
export interface ReadRecord {
  readonly areaName: string | null;
  readonly dataset: DatasetRecord;
  readonly layers: readonly LayerRecord[];
}

/** The record of a file just read, in the role that its content suggests. */
export function readRecord(content: ReadContent, report: FileReport): ReadRecord {
  const { suggestion } = content;
  const source: Source = {
    title: report.fileName,
    publisher: null,
    date: null,
    licence: null,
    url: null,
    ...suggestion.source,
  };
  const dataset: DatasetRecord = {
    contentId: content.contentId,
    fileName: report.fileName,
    format: content.format,
    role: suggestion.role,
    roles: suggestion.roles,
    unit: suggestion.unit,
    rows: content.rows,
    columnNames: content.columnNames,
    source,
    ...(suggestion.vintage ? { vintage: suggestion.vintage } : {}),
    ...(suggestion.heights ? { heights: suggestion.heights } : {}),
    confidential: false,
    report,
    ...(content.reportAsRead ? { reportAsRead: content.reportAsRead } : {}),
    suggestion,
  };
  return { dataset, layers: layersOf(dataset), areaName: content.areaName };
}

/** The layers a dataset brings in its present role: those its content suggests, or one footprint where it is said to be coverage. */
export function layersOf(dataset: DatasetRecord): LayerRecord[] {
  const suggested = dataset.suggestion?.layers ?? [];
  const fitting = suggested.filter((layer) => !layer.offered && fitsRole(layer, dataset));
  if (fitting.length > 0 || dataset.role !== 'coverage')
    return fitting.map((layer) => layerRecord(dataset, layer, suggested.indexOf(layer)));
  return [layerRecord(dataset, FOOTPRINT, 0)];
}

/** Layers that the file could give in its present role but that are none of their own accord: a plan, shares of land. */
export function offeredLayers(dataset: DatasetRecord): LayerRecord[] {
  const suggested = dataset.suggestion?.layers ?? [];
  return suggested
    .filter((layer) => layer.offered && fitsRole(layer, dataset))
    .map((layer) => layerRecord(dataset, layer, suggested.indexOf(layer)));
}

const FOOTPRINT: SuggestedLayer = {
  shape: 'polygons',
  technology: 'coverage',
  operator: null,
  confidence: null,
  column: null,
  measure: null,
  atLeast: null,
};

function fitsRole({ shape }: SuggestedLayer, { role }: DatasetRecord): boolean {
  if (role === 'areas' || role === 'wards' || role === 'premises') return shape !== 'polygons';
  return shape === SHAPES[role];
}

const SHAPES: Partial<Record<DatasetRecord['role'], SuggestedLayer['shape']>> = {
  coverage: 'polygons',
  records: 'records',
  shares: 'shares',
};

function layerRecord(dataset: DatasetRecord, layer: SuggestedLayer, number: number): LayerRecord {
  return {
    id: `${dataset.contentId}-${number + 1}`,
    key: recipeKey(layer),
    name: layerName(layer, dataset),
    technology: layer.technology,
    operator: layer.operator,
    confidence: layer.confidence,
    shape: layer.shape,
    contentId: dataset.contentId,
    column: layer.column,
    measure: layer.measure,
    atLeast: layer.atLeast,
    ...(layer.inverted ? { inverted: true } : {}),
    ...(layer.blankIsZero ? { blankIsZero: true } : {}),
    ...(layer.totalColumn ? { totalColumn: layer.totalColumn } : {}),
    ...(layer.operatorColumns ? { operatorColumns: layer.operatorColumns } : {}),
    ...(layer.codes ? { codes: layer.codes } : {}),
    ...(layer.where ? { where: layer.where } : {}),
    joinColumn: null,
    definition:
      layer.definition ??
      technologyDefinition(layer.technology) ??
      `${technologyLabel(layer.technology)}, as the file has it`,
    source: dataset.source,
    extent: { kind: 'assumed' },
    confidential: dataset.confidential,
  };
}

/** "Gigabit, share by LSOA"; the column is named too where another one speaks of the same technology. */
export function layerName(
  layer: Pick<SuggestedLayer, 'shape' | 'technology' | 'operator' | 'confidence' | 'column'>,
  dataset: DatasetRecord,
): string {
  const label = layerLabel(layer);
  const capital = capitalised(label);
  const kind = dataset.suggestion?.codeKind;
  const base = layer.shape === 'shares' ? `${capital}, share by ${kind ?? 'area'}` : capital;
  const alike = dataset.suggestion?.layers.filter((one) => layerLabel(one) === label) ?? [];
  return alike.length > 1 && layer.column ? `${base} (${layer.column})` : base;
}

/** The name by which recipes ask for a layer: technology, operator and confidence in letters, digits and '-'. */
export function recipeKey(layer: Pick<SuggestedLayer, 'technology' | 'operator' | 'confidence'>): string {
  const words = [layer.technology, layer.operator, layer.confidence]
    .filter((word) => word !== null)
    .join('-');
  return (
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9_]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'coverage'
  );
}
