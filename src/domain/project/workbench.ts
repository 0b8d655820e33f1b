import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers } from '../coverage/layer-answers.ts';
import { recordsFromTable } from '../coverage/records-from-table.ts';
import { sharesFromTable } from '../coverage/shares-from-table.ts';
import type { AreaTable } from '../geo/area-table.ts';
import { areasFromTable } from '../geo/areas-from-table.ts';
import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { analyse, type LayerTallies, tallyLayers } from '../not-spots/analyse.ts';
import type { Analysis, AnalysisNote } from '../not-spots/analysis.ts';
import { placeNotes } from '../not-spots/place-notes.ts';
import { assignWards, type WardMembership, wardIndex } from '../not-spots/ward-membership.ts';
import { positionIssues } from '../premises/positions-agree.ts';
import { premisesFromTable } from '../premises/premises-from-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { type FileIssue, FileRefused } from '../tables/file-report.ts';
import { sameTable } from '../tables/same-table.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { type Answered, answerLayer, isAreaDataset, type LayerSource, type Placed } from './answer-layer.ts';
import { type DatasetRecord, datasetInRole, type Project } from './project.ts';
import { CHUNK_ROWS, type WorkStep } from './work-step.ts';

/** Premises with their ward and every layer's answers: all that no recipe changes. */
export interface Prepared {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
  readonly answers: ReadonlyMap<string, LayerAnswers>;
  readonly notes: readonly AnalysisNote[];
  readonly tallies: LayerTallies;
}

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

  /** A content that holds the same as `table`, under whatever name it came; null where none does. */
  contentLike(table: SourceTable): string | null {
    for (const [contentId, known] of this.contents) if (sameTable(known, table)) return contentId;
    return null;
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
      if (dataset.role === 'premises') {
        const read = this.premisesRead(dataset);
        return [...read.issues, ...positionIssues(read.premises), ...issues];
      }
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
        .filter(isAreaDataset)
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
    for (let from = 0; from < premises.count; from += CHUNK_ROWS) {
      yield { what: 'Finding the ward of each row', fraction: from / premises.count };
      assignWards(index, premises, membership, { from, to: Math.min(premises.count, from + CHUNK_ROWS) });
    }
    this.derived.set(key, membership);
    return membership;
  }

  private sourceOf(project: Project): LayerSource {
    return {
      project,
      table: (contentId) => this.table(contentId),
      areasOf: (dataset) => this.areasOf(dataset),
      footprintIndex: (contentId, areas) =>
        this.once(`index "contentId":"${contentId}"`, () =>
          buildPolygonIndex(areas.polygons, { owners: null }),
        ),
    };
  }

  private *answersOf(
    layer: LayerRecord,
    project: Project,
    at: Placed & { readonly base: string },
  ): Generator<WorkStep, Answered> {
    const places =
      layer.shape === 'shares'
        ? project.datasets
            .filter(isAreaDataset)
            .map((dataset) => keyOf('areas', dataset))
            .join(' ')
        : '';
    const key = `answers ${at.base} ${layerKey(layer)} ${places}`;
    const known = this.derived.get(key);
    if (known) return known as Answered;
    const found = yield* answerLayer(layer, this.sourceOf(project), at);
    this.derived.set(key, found);
    return found;
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.derived.has(key)) this.derived.set(key, make());
    return this.derived.get(key) as T;
  }
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

function keyOf(
  what: string,
  dataset: Pick<DatasetRecord, 'contentId' | 'roles'> & { unit?: DatasetRecord['unit'] },
): string {
  return `${what} ${JSON.stringify({ contentId: dataset.contentId, roles: dataset.roles, unit: dataset.unit })}`;
}

/** What of a layer its answers depend on; a new name, definition or source alone works nothing out again. */
function layerKey({
  key: _key,
  name: _name,
  definition: _definition,
  source: _source,
  confidential: _confidential,
  ...rest
}: LayerRecord): string {
  return JSON.stringify(rest);
}
