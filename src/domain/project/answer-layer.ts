import { answerFromPolygons, noAnswers } from '../coverage/answers-from-polygons.ts';
import type { Bitset } from '../coverage/bitset.ts';
import type { LookupTable } from '../coverage/key-join.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import {
  premisesEverywhere,
  premisesInWards,
  premisesWithin,
  wardsTouched,
} from '../coverage/layer-extent.ts';
import { recordReading, recordsFromTable } from '../coverage/records-from-table.ts';
import { shareReading, sharesFromTable } from '../coverage/shares-from-table.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { PolygonIndex } from '../geo/polygon-index.ts';
import type { AnalysisNote } from '../not-spots/analysis.ts';
import type { WardMembership } from '../not-spots/ward-membership.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { type RowFilter, rowsWhere } from '../tables/rows-where.ts';
import type { SourceTable } from '../tables/source-table.ts';
import type { Answered } from './answered.ts';
import { answerByRecords, answerByShares, type JoinWith } from './join-layer.ts';
import type { DatasetRecord, Project } from './project.ts';
import { CHUNK_ROWS, type WorkStep } from './work-step.ts';

/** Where a layer's columns come from. */
export interface LayerSource {
  readonly project: Project;
  table(contentId: string): SourceTable;
  areasOf(part: AreaPart): AreaTable;
  footprintIndex(part: AreaPart, areas: AreaTable): PolygonIndex;
  /** A content as a table to look codes up in. */
  lookup(dataset: DatasetRecord): LookupTable;
}

/** A content's areas, or only those of the rows that meet every filter. */
export type AreaPart = Pick<DatasetRecord, 'contentId' | 'roles'> & { readonly where?: readonly RowFilter[] };

/** Premises and the wards they lie in. */
export interface Placed {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
}

/** A layer's answer for every placed premises, with what was noticed. Yields between chunks of rows. */
export function* answerLayer(
  layer: LayerRecord,
  source: LayerSource,
  at: Placed,
): Generator<WorkStep, Answered> {
  const { roles } = datasetOf(source.project, layer.contentId);
  if (layer.shape !== 'polygons') return yield* joined(layer, roles, source, at.premises);
  const part: AreaPart = { contentId: layer.contentId, roles, where: layer.where };
  const areas = source.areasOf(part);
  const extent = extentOf(layer, areas, source, at);
  const index = source.footprintIndex(part, areas);
  const answers = noAnswers(at.premises.count);
  for (let from = 0; from < at.premises.count; from += CHUNK_ROWS) {
    yield { what: `Covering: ${layer.name}`, fraction: from / at.premises.count };
    answerFromPolygons(index, extent.bits, at.premises, answers, {
      from,
      to: Math.min(at.premises.count, from + CHUNK_ROWS),
    });
  }
  return { answers, notes: extent.note ? [extent.note] : [], join: null };
}

function* joined(
  layer: LayerRecord,
  roles: DatasetRecord['roles'],
  source: LayerSource,
  premises: PremisesTable,
): Generator<WorkStep, Answered> {
  const { datasets } = source.project;
  const given: JoinWith = {
    premises,
    lookups: datasets
      .filter((dataset) => isLookupDataset(dataset) && dataset.contentId !== layer.contentId)
      // A table that is nothing else was loaded to be looked up in.
      .toSorted((one, other) => Number(other.role === 'table') - Number(one.role === 'table'))
      .map((dataset) => source.lookup(dataset)),
    areas: datasets
      .filter((dataset) => isAreaDataset(dataset) && source.table(dataset.contentId).geometry.polygons)
      .map((dataset) => ({
        areas: source.areasOf(dataset),
        fileName: dataset.fileName,
        codeColumn: dataset.roles.code,
      })),
    codeColumn: roles.code ?? roles.id,
  };
  const whole = source.table(layer.contentId);
  if (layer.shape === 'records') {
    const idColumn = roles.id ?? roles.code ?? '';
    return yield* answerByRecords(
      layer,
      recordsFromTable(whole, idColumn, layer.column ?? '', recordReading(layer)).records,
      given,
    );
  }
  const where = layer.where ?? [];
  const table = rowsWhere(whole, where);
  const areas = table.geometry.polygons
    ? source.areasOf({ contentId: layer.contentId, roles, where })
    : undefined;
  const { shares } = sharesFromTable(
    table,
    roles.code ?? roles.id ?? '',
    layer.column ?? '',
    layer.measure ?? 'percent',
    { ...shareReading(layer), areas },
  );
  return answerByShares(layer, shares, given);
}

function extentOf(
  layer: LayerRecord,
  areas: AreaTable,
  source: LayerSource,
  at: Placed,
): { bits: Bitset; note: AnalysisNote | null } {
  const { extent } = layer;
  if (extent.kind === 'everywhere') return { bits: premisesEverywhere(at.premises), note: null };
  if (extent.kind === 'all-wards') return { bits: premisesInWards(at.membership.wardOf, null), note: null };
  if (extent.kind === 'areas') {
    const { roles } = datasetOf(source.project, extent.contentId);
    const stated = source.areasOf({ contentId: extent.contentId, roles });
    return { bits: premisesWithin(stated, null, at.premises), note: null };
  }
  // A file of several operators speaks as far as the whole of it reaches, for each of them.
  const { polygons } = source.table(layer.contentId).geometry;
  const touched = wardsTouched(at.wards, polygons ?? areas.polygons);
  const count = touched.reduce((sum, one) => sum + one, 0);
  const whole = count === touched.length || at.membership.overlapped === 0;
  const bits = whole
    ? premisesInWards(at.membership.wardOf, touched)
    : premisesWithin(at.wards, touched, at.premises);
  const text = `${layer.name}: the file does not say how far it speaks. Assumed: the ${count} of ${touched.length} wards that touch its bounding box; elsewhere not known.`;
  return { bits, note: { kind: 'extent-assumed', text, count, layerId: layer.id } };
}

/** Whether a file's shapes can place premises in areas. */
export function isAreaDataset(dataset: DatasetRecord): boolean {
  return dataset.role === 'areas' || dataset.role === 'wards' || dataset.role === 'shares';
}

/** Whether a file may lead from one kind of code to another: any table whose rows are not drawn or counted themselves. */
export function isLookupDataset(dataset: DatasetRecord): boolean {
  return LOOKUP_ROLES.has(dataset.role);
}

const LOOKUP_ROLES = new Set<DatasetRecord['role']>(['table', 'records', 'shares', 'areas', 'wards']);

function datasetOf(project: Project, contentId: string): Pick<DatasetRecord, 'roles'> {
  return project.datasets.find((candidate) => candidate.contentId === contentId) ?? { roles: {} };
}
