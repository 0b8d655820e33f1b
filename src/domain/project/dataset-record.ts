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
  const source: Source = { title: report.fileName, publisher: null, date: null, licence: null, url: null };
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
    confidential: false,
    report,
    suggestion,
  };
  return { dataset, layers: layersOf(dataset), areaName: content.areaName };
}

/** The layers a dataset brings in its present role: those its content suggests, or one footprint where it is said to be coverage. */
export function layersOf(dataset: DatasetRecord): LayerRecord[] {
  const suggested = dataset.suggestion?.layers ?? [];
  const shapes: Partial<Record<DatasetRecord['role'], SuggestedLayer['shape']>> = {
    coverage: 'polygons',
    records: 'records',
    shares: 'shares',
  };
  const wanted = shapes[dataset.role];
  if (dataset.role === 'areas' || dataset.role === 'wards' || dataset.role === 'premises') {
    return suggested
      .filter((layer) => layer.shape !== 'polygons')
      .map((layer, i) => layerRecord(dataset, layer, i));
  }
  if (!wanted) return [];
  const fitting = suggested.filter((layer) => layer.shape === wanted);
  if (fitting.length > 0) return fitting.map((layer, i) => layerRecord(dataset, layer, i));
  if (wanted !== 'polygons') return [];
  const footprint: SuggestedLayer = {
    shape: 'polygons',
    technology: 'coverage',
    operator: null,
    confidence: null,
    column: null,
    measure: null,
    atLeast: null,
  };
  return [layerRecord(dataset, footprint, 0)];
}

function layerRecord(dataset: DatasetRecord, layer: SuggestedLayer, number: number): LayerRecord {
  return {
    id: `${dataset.contentId}-${number + 1}`,
    key: keyFor(layer),
    name: nameFor(layer, dataset),
    technology: layer.technology,
    operator: layer.operator,
    confidence: layer.confidence,
    shape: layer.shape,
    contentId: dataset.contentId,
    column: layer.column,
    measure: layer.measure,
    atLeast: layer.atLeast,
    joinColumn: null,
    definition:
      technologyDefinition(layer.technology) ?? `${technologyLabel(layer.technology)}, as the file has it`,
    source: dataset.source,
    extent: { kind: 'assumed' },
    confidential: dataset.confidential,
  };
}

/** "Gigabit, share by LSOA"; the column is named too where another one speaks of the same technology. */
function nameFor(layer: SuggestedLayer, dataset: DatasetRecord): string {
  const label = layerLabel(layer);
  const capital = label.charAt(0).toUpperCase() + label.slice(1);
  const kind = dataset.suggestion?.codeKind;
  const base = layer.shape === 'shares' ? `${capital}, share by ${kind ?? 'area'}` : capital;
  const alike = dataset.suggestion?.layers.filter((one) => layerLabel(one) === label) ?? [];
  return alike.length > 1 && layer.column ? `${base} (${layer.column})` : base;
}

function keyFor(layer: SuggestedLayer): string {
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
