import { answerFromPolygons, noAnswers } from '../coverage/answers-from-polygons.ts';
import { joinRecords } from '../coverage/answers-from-records.ts';
import { placeInShares } from '../coverage/answers-from-shares.ts';
import type { Bitset } from '../coverage/bitset.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers } from '../coverage/layer-answers.ts';
import {
  premisesEverywhere,
  premisesInWards,
  premisesWithin,
  wardsTouched,
} from '../coverage/layer-extent.ts';
import { recordsFromTable } from '../coverage/records-from-table.ts';
import { findShareJoin, type ShareJoin } from '../coverage/share-join.ts';
import { sharesFromTable } from '../coverage/shares-from-table.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { PolygonIndex } from '../geo/polygon-index.ts';
import type { AnalysisNote } from '../not-spots/analysis.ts';
import type { WardMembership } from '../not-spots/ward-membership.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { counted } from '../tables/issue-collector.ts';
import type { SourceTable } from '../tables/source-table.ts';
import type { DatasetRecord, Project } from './project.ts';
import { CHUNK_ROWS, type WorkStep } from './work-step.ts';

/** Where a layer's columns come from. */
export interface LayerSource {
  readonly project: Project;
  table(contentId: string): SourceTable;
  areasOf(dataset: Pick<DatasetRecord, 'contentId' | 'roles'>): AreaTable;
  footprintIndex(contentId: string, areas: AreaTable): PolygonIndex;
}

/** Premises and the wards they lie in. */
export interface Placed {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
}

/** A layer's answers, and what its reader must know. */
export interface Answered {
  readonly answers: LayerAnswers;
  readonly notes: readonly AnalysisNote[];
}

/** A layer's answer for every placed premises, with what was noticed. Yields between chunks of rows. */
export function* answerLayer(
  layer: LayerRecord,
  source: LayerSource,
  at: Placed,
): Generator<WorkStep, Answered> {
  const { roles } = datasetOf(source.project, layer.contentId);
  if (layer.shape === 'records')
    return recordAnswers(layer, roles.id ?? '', source.table(layer.contentId), at.premises);
  if (layer.shape === 'shares') return shareAnswers(layer, source, at.premises);
  const areas = source.areasOf({ contentId: layer.contentId, roles });
  const extent = extentOf(layer, areas, source, at);
  const index = source.footprintIndex(layer.contentId, areas);
  const answers = noAnswers(at.premises.count);
  for (let from = 0; from < at.premises.count; from += CHUNK_ROWS) {
    yield { what: `Covering: ${layer.name}`, fraction: from / at.premises.count };
    answerFromPolygons(index, extent.bits, at.premises, answers, {
      from,
      to: Math.min(at.premises.count, from + CHUNK_ROWS),
    });
  }
  return { answers, notes: extent.note ? [extent.note] : [] };
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
  const touched = wardsTouched(at.wards, areas.polygons);
  const count = touched.reduce((sum, one) => sum + one, 0);
  const whole = count === touched.length || at.membership.overlapped === 0;
  const bits = whole
    ? premisesInWards(at.membership.wardOf, touched)
    : premisesWithin(at.wards, touched, at.premises);
  const text = `${layer.name}: the file does not say how far it speaks. Assumed: the ${count} of ${touched.length} wards that touch its bounding box; elsewhere not known.`;
  return { bits, note: { kind: 'extent-assumed', text, count, layerId: layer.id } };
}

function recordAnswers(
  layer: LayerRecord,
  idColumn: string,
  table: SourceTable,
  premises: PremisesTable,
): Answered {
  const { records } = recordsFromTable(table, idColumn, layer.column ?? '', {
    atLeast: layer.atLeast ?? undefined,
  });
  const join = joinRecords(records, premises);
  const notes: AnalysisNote[] = [];
  const note = (kind: AnalysisNote['kind'], count: number, text: string): void => {
    if (count > 0) notes.push({ kind, count, text: `${layer.name}: ${text}`, layerId: layer.id });
  };
  note(
    'records-missing',
    join.premisesWithoutRecord,
    `${counted(join.premisesWithoutRecord, 'row')} stand in no record and are not known.`,
  );
  note(
    'records-unmatched',
    join.unmatchedRecords,
    `${counted(join.unmatchedRecords, 'record')} name no loaded row.`,
  );
  note(
    'records-ambiguous',
    join.ambiguousIds,
    `${counted(join.ambiguousIds, 'id')} stand twice with different values and are not known.`,
  );
  return { answers: join.answers, notes };
}

function shareAnswers(layer: LayerRecord, source: LayerSource, premises: PremisesTable): Answered {
  const table = source.table(layer.contentId);
  const { roles } = datasetOf(source.project, layer.contentId);
  const areas = table.geometry.polygons ? source.areasOf({ contentId: layer.contentId, roles }) : undefined;
  const { shares } = sharesFromTable(
    table,
    roles.code ?? roles.id ?? '',
    layer.column ?? '',
    layer.measure ?? 'percent',
    { areas },
  );
  const notes: AnalysisNote[] = [];
  const note = (kind: AnalysisNote['kind'], count: number, text: string): void => {
    notes.push({ kind, count, text: `${layer.name}: ${text}`, layerId: layer.id });
  };
  const join = areas
    ? null
    : layer.joinColumn
      ? ({ kind: 'column', name: layer.joinColumn } as const)
      : shareJoin(shares.codes, premises, source);
  if (!areas && !join) {
    note(
      'no-area',
      premises.count,
      'no column of the premises and no loaded areas have its codes, so nothing is known from it. Drop in the areas too, or choose the column on the Data page.',
    );
  }
  const placed = {
    ...shares,
    areas: areas ?? (join?.kind === 'areas' ? join.areas : null),
    joinColumn: join?.kind === 'column' ? join.name : null,
  };
  const answers = placeInShares(placed, premises);
  const lost = answers.area.reduce((sum, area) => sum + (area < 0 ? 1 : 0), 0);
  if (lost > 0 && (areas || join))
    note(
      'no-area',
      lost,
      `${counted(lost, 'row')} lie in none of its areas, or in one without a share, and are not known.`,
    );
  return { answers, notes };
}

function shareJoin(codes: readonly string[], premises: PremisesTable, source: LayerSource): ShareJoin | null {
  const loaded = source.project.datasets
    .filter((dataset) => isAreaDataset(dataset) && source.table(dataset.contentId).geometry.polygons)
    .map((dataset) => ({ areas: source.areasOf(dataset), fileName: dataset.fileName }));
  return findShareJoin(codes, premises, loaded);
}

/** Whether a file's shapes can place premises in areas. */
export function isAreaDataset(dataset: DatasetRecord): boolean {
  return dataset.role === 'areas' || dataset.role === 'wards';
}

function datasetOf(project: Project, contentId: string): Pick<DatasetRecord, 'roles'> {
  return project.datasets.find((candidate) => candidate.contentId === contentId) ?? { roles: {} };
}
