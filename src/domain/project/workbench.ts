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
import { areasFromTable } from '../geo/areas-from-table.ts';
import { buildPolygonIndex } from '../geo/polygon-index.ts';
import { analyse, type LayerTallies, tallyLayers } from '../not-spots/analyse.ts';
import type { Analysis, AnalysisNote } from '../not-spots/analysis.ts';
import { assignWards, type WardMembership, wardIndex } from '../not-spots/ward-membership.ts';
import { premisesFromTable } from '../premises/premises-from-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { type FileIssue, FileRefused } from '../tables/file-report.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { type DatasetRecord, datasetInRole, type Project } from './project.ts';

/** A step of long work: what is being done, and how much of it is behind (0 … 1). */
export interface WorkStep {
  readonly what: string;
  readonly fraction: number;
}

/** Premises with their ward and every layer's answers: all that no recipe changes. */
export interface Prepared {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
  readonly answers: ReadonlyMap<string, LayerAnswers>;
  readonly notes: readonly AnalysisNote[];
  readonly tallies: LayerTallies;
}

/** Rows a step handles before it lets others in; a multiple of 32. About 10 ms. */
const CHUNK = 65_536;

/**
 * Keeps the contents of loaded files and what was derived from them, so that a change works out again only what it
 * touches. Knows nothing of threads: long work is a generator of steps, which its caller may stop between any two.
 */
export class Workbench {
  private readonly contents = new Map<string, SourceTable>();
  private readonly derived = new Map<string, unknown>();

  put(contentId: string, table: SourceTable): void {
    this.contents.set(contentId, table);
  }

  has(contentId: string): boolean {
    return this.contents.has(contentId);
  }

  /** Throws where the content was never put. */
  table(contentId: string): SourceTable {
    const table = this.contents.get(contentId);
    if (!table) throw new Error(`The data of "${contentId}" is not loaded.`);
    return table;
  }

  /** Forgets every content and everything derived that `keep` does not name. */
  keepOnly(keep: ReadonlySet<string>): void {
    for (const contentId of this.contents.keys()) if (!keep.has(contentId)) this.contents.delete(contentId);
    for (const key of this.derived.keys()) {
      const named = key.match(/"contentId":"([^"]*)"/g) ?? [];
      if (named.some((part) => !keep.has(part.slice(13, -1)))) this.derived.delete(key);
    }
  }

  premisesOf(dataset: DatasetRecord): PremisesTable {
    return this.premisesRead(dataset).premises;
  }

  areasOf(dataset: Pick<DatasetRecord, 'contentId' | 'roles'>): AreaTable {
    return this.areasRead(dataset).areas;
  }

  /**
   * What was noticed when a file is read in its role: rows without a place, ids that stand twice, values that are none.
   * A role that the file cannot play is an issue too.
   */
  issuesInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): readonly FileIssue[] {
    try {
      const own = layers.filter((layer) => layer.contentId === dataset.contentId);
      const issues = own.flatMap((layer) => this.layerIssues(layer, dataset));
      if (dataset.role === 'premises') return [...this.premisesRead(dataset).issues, ...issues];
      const hasAreas = this.table(dataset.contentId).geometry.polygons !== null;
      const asAreas = hasAreas && dataset.role !== 'context' && dataset.role !== 'table';
      return asAreas ? [...this.areasRead(dataset).issues, ...issues] : issues;
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof FileRefused)) throw error;
      const message = `${dataset.fileName} cannot be used as ${dataset.role}: ${error.message}`;
      return [{ code: 'NO_ROLE', outcome: 'note', message, count: 1, examples: [] }];
    }
  }

  /** Rows of a premises file that have a place and are counted. */
  rowsPlaced(dataset: DatasetRecord): number {
    return this.premisesRead(dataset).premises.count;
  }

  /** Works out what is needed to count. Yields its steps; returns null where the project has no premises. */
  *prepare(project: Project): Generator<WorkStep, Prepared | null> {
    const premisesDataset = datasetInRole(project, 'premises');
    if (!premisesDataset) return null;
    const wardsDataset = datasetInRole(project, 'wards');
    yield { what: 'Placing premises', fraction: 0 };
    const premises = this.premisesOf(premisesDataset);
    const wards = wardsDataset ? this.areasOf(wardsDataset) : NO_AREAS;
    const base = `${keyOf('premises', premisesDataset)} ${wardsDataset ? keyOf('areas', wardsDataset) : ''}`;
    const membership = yield* this.membership(base, premises, wards);
    const answers = new Map<string, LayerAnswers>();
    const notes = placeNotes(premises, membership, wards);
    for (const [i, layer] of project.layers.entries()) {
      yield { what: `Covering: ${layer.name}`, fraction: i / project.layers.length };
      const found = yield* this.answersOf(layer, project, { base, premises, wards, membership });
      answers.set(layer.id, found.answers);
      notes.push(...found.notes);
    }
    yield { what: 'Counting', fraction: 1 };
    const input = { premises, wards, membership, layers: project.layers, answers, notes };
    const tallies = this.once(
      `tallies ${base} ${project.layers.map(layerKey).join(' ')} ${project.datasets
        .filter(isArea)
        .map((dataset) => keyOf('areas', dataset))
        .join(' ')}`,
      () => tallyLayers(input),
    );
    return { premises, wards, membership, answers, notes, tallies };
  }

  /** Counts the project by a recipe. Quick once `prepare` has run for the same data. */
  *analyse(project: Project, recipeText: string): Generator<WorkStep, Analysis | null> {
    const prepared = yield* this.prepare(project);
    if (!prepared) return null;
    return analyse({ ...prepared, layers: project.layers, recipeText, layerTallies: prepared.tallies });
  }

  private layerIssues(layer: LayerRecord, dataset: DatasetRecord): FileIssue[] {
    const table = this.table(layer.contentId);
    const { roles } = dataset;
    if (layer.shape === 'records')
      return recordsFromTable(table, roles.id ?? '', layer.column ?? '', {
        atLeast: layer.atLeast ?? undefined,
      }).issues;
    if (layer.shape === 'shares')
      return sharesFromTable(
        table,
        roles.code ?? roles.id ?? '',
        layer.column ?? '',
        layer.measure ?? 'percent',
      ).issues;
    return [];
  }

  private premisesRead(dataset: DatasetRecord): ReturnType<typeof premisesFromTable> {
    return this.once(keyOf('premises', dataset), () =>
      premisesFromTable(this.table(dataset.contentId), dataset.roles, dataset.unit ?? 'premises'),
    );
  }

  private areasRead(dataset: Pick<DatasetRecord, 'contentId' | 'roles'>): ReturnType<typeof areasFromTable> {
    return this.once(keyOf('areas', { contentId: dataset.contentId, roles: dataset.roles }), () =>
      areasFromTable(this.table(dataset.contentId), dataset.roles),
    );
  }

  private *membership(
    base: string,
    premises: PremisesTable,
    wards: AreaTable,
  ): Generator<WorkStep, WardMembership> {
    const key = `membership ${base}`;
    const known = this.derived.get(key);
    if (known) return known as WardMembership;
    const index = wardIndex(wards);
    const membership: WardMembership = { wardOf: new Int32Array(premises.count), overlapped: 0 };
    for (let from = 0; from < premises.count; from += CHUNK) {
      yield { what: 'Finding the ward of each row', fraction: from / premises.count };
      assignWards(index, premises, membership, { from, to: Math.min(premises.count, from + CHUNK) });
    }
    this.derived.set(key, membership);
    return membership;
  }

  private *answersOf(layer: LayerRecord, project: Project, at: Placed): Generator<WorkStep, Answered> {
    const places =
      layer.shape === 'shares'
        ? project.datasets
            .filter(isArea)
            .map((dataset) => keyOf('areas', dataset))
            .join(' ')
        : '';
    const key = `answers ${at.base} ${layerKey(layer)} ${places}`;
    const known = this.derived.get(key);
    if (known) return known as Answered;
    const found = yield* this.workOutAnswers(layer, project, at);
    this.derived.set(key, found);
    return found;
  }

  private *workOutAnswers(layer: LayerRecord, project: Project, at: Placed): Generator<WorkStep, Answered> {
    const dataset = project.datasets.find((candidate) => candidate.contentId === layer.contentId);
    const roles = dataset?.roles ?? {};
    if (layer.shape === 'records') return this.recordAnswers(layer, roles.id ?? '', at.premises);
    if (layer.shape === 'shares') return this.shareAnswers(layer, project, at.premises);
    const areas = this.areasOf({ contentId: layer.contentId, roles });
    const extent = this.extentOf(layer, areas, project, at);
    const index = this.once(`index "contentId":"${layer.contentId}"`, () =>
      buildPolygonIndex(areas.polygons, { owners: null }),
    );
    const answers = noAnswers(at.premises.count);
    for (let from = 0; from < at.premises.count; from += CHUNK) {
      yield { what: `Covering: ${layer.name}`, fraction: from / at.premises.count };
      answerFromPolygons(index, extent.bits, at.premises, answers, {
        from,
        to: Math.min(at.premises.count, from + CHUNK),
      });
    }
    return { answers, notes: extent.note ? [extent.note] : [] };
  }

  private extentOf(
    layer: LayerRecord,
    areas: AreaTable,
    project: Project,
    at: Placed,
  ): { bits: Bitset; note: AnalysisNote | null } {
    const { extent } = layer;
    if (extent.kind === 'everywhere') return { bits: premisesEverywhere(at.premises), note: null };
    if (extent.kind === 'all-wards') return { bits: premisesInWards(at.membership.wardOf, null), note: null };
    if (extent.kind === 'areas') {
      const dataset = project.datasets.find((candidate) => candidate.contentId === extent.contentId);
      const stated = this.areasOf({ contentId: extent.contentId, roles: dataset?.roles ?? {} });
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

  private recordAnswers(layer: LayerRecord, idColumn: string, premises: PremisesTable): Answered {
    const { records } = recordsFromTable(this.table(layer.contentId), idColumn, layer.column ?? '', {
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
      `${join.premisesWithoutRecord} rows stand in no record and are not known.`,
    );
    note('records-unmatched', join.unmatchedRecords, `${join.unmatchedRecords} records name no loaded row.`);
    note(
      'records-ambiguous',
      join.ambiguousIds,
      `${join.ambiguousIds} ids stand twice with different values and are not known.`,
    );
    return { answers: join.answers, notes };
  }

  private shareAnswers(layer: LayerRecord, project: Project, premises: PremisesTable): Answered {
    const table = this.table(layer.contentId);
    const dataset = project.datasets.find((candidate) => candidate.contentId === layer.contentId);
    const roles = dataset?.roles ?? {};
    const areas = table.geometry.polygons ? this.areasOf({ contentId: layer.contentId, roles }) : undefined;
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
        : this.shareJoin(shares.codes, premises, project);
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
        `${lost} rows lie in none of its areas, or in one without a share, and are not known.`,
      );
    return { answers, notes };
  }

  private shareJoin(codes: readonly string[], premises: PremisesTable, project: Project): ShareJoin | null {
    const loaded = project.datasets
      .filter((dataset) => isArea(dataset) && this.table(dataset.contentId).geometry.polygons)
      .map((dataset) => ({ areas: this.areasOf(dataset), fileName: dataset.fileName }));
    return findShareJoin(codes, premises, loaded);
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.derived.has(key)) this.derived.set(key, make());
    return this.derived.get(key) as T;
  }
}

interface Placed {
  readonly base: string;
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
}

interface Answered {
  readonly answers: LayerAnswers;
  readonly notes: readonly AnalysisNote[];
}

const NO_AREAS: AreaTable = {
  codes: [],
  names: [],
  polygons: {
    coordinates: new Float64Array(0),
    ringStarts: new Uint32Array(1),
    polygonStarts: new Uint32Array(1),
  },
  polygonArea: new Uint32Array(0),
  columns: [],
};

function isArea(dataset: DatasetRecord): boolean {
  return dataset.role === 'areas' || dataset.role === 'wards';
}

function keyOf(
  what: string,
  dataset: Pick<DatasetRecord, 'contentId' | 'roles'> & { unit?: DatasetRecord['unit'] },
): string {
  return `${what} ${JSON.stringify({ contentId: dataset.contentId, roles: dataset.roles, unit: dataset.unit })}`;
}

/** What of a layer its answers depend on; a new name or source alone works nothing out again. */
function layerKey(layer: LayerRecord): string {
  const {
    id,
    contentId,
    column,
    measure,
    atLeast,
    joinColumn,
    shape,
    extent,
    technology,
    operator,
    confidence,
  } = layer;
  return JSON.stringify({
    contentId,
    id,
    column,
    measure,
    atLeast,
    joinColumn,
    shape,
    extent,
    technology,
    operator,
    confidence,
  });
}

function placeNotes(premises: PremisesTable, membership: WardMembership, wards: AreaTable): AnalysisNote[] {
  const notes: AnalysisNote[] = [];
  if (membership.overlapped > 0) {
    const text = `${membership.overlapped} rows lie in two or more wards or on a shared border; each is counted once, in the ward with the lowest code.`;
    notes.push({ kind: 'ward-overlap', text, count: membership.overlapped, layerId: null });
  }
  const outside = membership.wardOf.reduce((sum, ward) => sum + (ward < 0 ? 1 : 0), 0);
  if (outside > 0 && wards.codes.length > 0) {
    const text = `${outside} of ${premises.count} rows lie outside every ward and are counted apart.`;
    notes.push({ kind: 'outside-wards', text, count: outside, layerId: null });
  }
  return notes;
}
