import type { LookupTable } from '../coverage/key-join.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers } from '../coverage/layer-answers.ts';
import { recordReading, recordsFromTable } from '../coverage/records-from-table.ts';
import type { ShareJoin } from '../coverage/share-join.ts';
import { shareReading, sharesFromTable } from '../coverage/shares-from-table.ts';
import { type AreaTable, NO_AREAS } from '../geo/area-table.ts';
import { vintageWords } from '../geo/area-vintage.ts';
import { areasFromTable } from '../geo/areas-from-table.ts';
import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { analyse, type LayerTallies, tallyLayers } from '../not-spots/analyse.ts';
import type { Analysis, AnalysisNote, JoinReport } from '../not-spots/analysis.ts';
import { placeNotes } from '../not-spots/place-notes.ts';
import { vintageNote } from '../not-spots/vintage-note.ts';
import { assignWards, type WardMembership, wardIndex } from '../not-spots/ward-membership.ts';
import { planFileIssues } from '../plan/plan-file-issues.ts';
import { liveNotes } from '../premises/live-note.ts';
import {
  type LivePostcodes,
  liveListFor,
  livePostcodes,
  postcodesNotLive,
} from '../premises/live-postcodes.ts';
import { isPlacedByAreas } from '../premises/place-in-areas.ts';
import { positionIssues } from '../premises/positions-agree.ts';
import { premisesFromTable } from '../premises/premises-from-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { type PremisesUses, premisesUses } from '../premises/premises-use.ts';
import type { SummedTable } from '../premises/sum-by-area.ts';
import { restrictionIssues } from '../streets/restriction-issues.ts';
import { type FileIssue, FileRefused } from '../tables/file-report.ts';
import { lookupCodes } from '../tables/lookup-codes.ts';
import { rowsWhere } from '../tables/rows-where.ts';
import { sameTable } from '../tables/same-table.ts';
import type { SourceTable } from '../tables/source-table.ts';
import {
  type Answered,
  type AreaPart,
  answerLayer,
  isAreaDataset,
  type LayerSource,
  type Placed,
} from './answer-layer.ts';
import { joinedThrough, keyOf, layerKey, partKey } from './derived-keys.ts';
import { lackingInRole } from './lacking-in-role.ts';
import {
  type PlacedPremises,
  placedPremises,
  placingColumn,
  placingNotes,
  type Shapes,
  shapesFor,
  summedRows,
} from './placed-premises.ts';
import { type DatasetRecord, datasetInRole, isBackdrop, type LiveList, type Project } from './project.ts';
import { CHUNK_ROWS, type WorkStep } from './work-step.ts';

/** Premises with their ward and every layer's answers: all that no recipe changes. */
export interface Prepared {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
  readonly answers: ReadonlyMap<string, LayerAnswers>;
  readonly notes: readonly AnalysisNote[];
  readonly tallies: LayerTallies;
  /** How the layers' ids met, by layer in order. */
  readonly joins: readonly JoinReport[];
  /** By layer id, the way from the premises to the layer's ids; null where none leads there. */
  readonly ways: ReadonlyMap<string, ShareJoin | null>;
  /** What the premises are used for; null where no column tells. */
  readonly uses: PremisesUses | null;
}

/**
 * Keeps the contents of loaded files and what was derived from them, so that a change works out again only what it
 * touches. Knows nothing of threads: long work is a generator of steps, which its caller may stop between any two.
 */
export class Workbench {
  private readonly contents = new Map<string, SourceTable>();
  private readonly readAnew = new Map<string, SourceTable>();
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

  /** Every content loaded, as its file was read. */
  loaded(): readonly (readonly [string, SourceTable])[] {
    return [...this.contents];
  }

  /** The table in use. Throws where the content was never put. */
  table(contentId: string): SourceTable {
    return this.readAnew.get(contentId) ?? this.tableAsRead(contentId);
  }

  /** The table as its file was read, whatever a person said of its coordinates since. Throws where it was never put. */
  tableAsRead(contentId: string): SourceTable {
    const table = this.contents.get(contentId);
    if (!table) throw new Error(`The data of "${contentId}" is not loaded.`);
    return table;
  }

  /**
   * Uses `table`, the same content with its coordinates read anew, from now on; null: the content as it was put. What was
   * derived from the other is forgotten. True where that is a change.
   */
  readAs(contentId: string, table: SourceTable | null): boolean {
    if ((this.readAnew.get(contentId) ?? null) === table) return false;
    if (table) this.readAnew.set(contentId, table);
    else this.readAnew.delete(contentId);
    this.forgetDerived(new Set([contentId]));
    return true;
  }

  /** Forgets these contents and everything derived from any of them. */
  forget(contentIds: ReadonlySet<string>): void {
    for (const contentId of contentIds) {
      this.contents.delete(contentId);
      this.readAnew.delete(contentId);
    }
    this.forgetDerived(contentIds);
  }

  private forgetDerived(contentIds: ReadonlySet<string>): void {
    for (const key of this.derived.keys()) {
      const named = key.match(/"contentId":"([^"]*)"/g) ?? [];
      if (named.some((part) => contentIds.has(part.slice(13, -1)))) this.derived.delete(key);
    }
  }

  /** A dataset's premises; those without coordinates are placed by the shapes loaded in `project`. */
  premisesOf(dataset: DatasetRecord, project?: Project): PremisesTable {
    return this.isPlacedByAreas(dataset)
      ? this.placedByAreas(dataset, project).premises
      : this.premisesRead(dataset).premises;
  }

  areasOf(part: AreaPart): AreaTable {
    return this.areasRead(part).areas;
  }

  /**
   * What was noticed when a file is read in its role: rows without a place, ids that stand twice, values that are none.
   * A role that the file cannot play is an issue too.
   */
  issuesInRole(dataset: DatasetRecord, layers: readonly LayerRecord[]): readonly FileIssue[] {
    try {
      const own = layers.filter((layer) => layer.contentId === dataset.contentId);
      const issues = own.flatMap((layer) => this.layerIssues(layer, dataset));
      if (dataset.role === 'premises' && this.isPlacedByAreas(dataset))
        return [...this.summed(dataset).issues, ...issues];
      if (dataset.role === 'premises') {
        const read = this.premisesRead(dataset);
        return [...read.issues, ...positionIssues(read.premises), ...issues];
      }
      const lack = lackingInRole(dataset, this.tableAsRead(dataset.contentId));
      if (lack) throw new RangeError(lack);
      if (dataset.role === 'restrictions')
        return restrictionIssues({ table: this.table(dataset.contentId), roles: dataset.roles });
      if (dataset.role === 'roof access' || dataset.role === 'planned excavations')
        return planFileIssues(dataset, this.table(dataset.contentId));
      const hasAreas = this.table(dataset.contentId).geometry.polygons !== null;
      const asAreas = hasAreas && !isBackdrop(dataset.role) && dataset.role !== 'table';
      return asAreas ? [...this.areasRead(dataset).issues, ...issues] : issues;
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof FileRefused)) throw error;
      const message = `${dataset.fileName} cannot be used as ${dataset.role}: ${error.message}`;
      return [{ code: 'NO_ROLE', outcome: 'note', message, count: 1, examples: [] }];
    }
  }

  /** Rows of a premises file that have a place (or the code of one) and are counted. */
  rowsPlaced(dataset: DatasetRecord): number {
    if (this.isPlacedByAreas(dataset)) return this.summed(dataset).rowsUsed;
    return this.premisesRead(dataset).premises.count;
  }

  /** Works out what is needed to count. Yields its steps; returns null where the project has no premises. */
  *prepare(project: Project): Generator<WorkStep, Prepared | null> {
    const premisesDataset = datasetInRole(project, 'premises');
    if (!premisesDataset) return null;
    const wardsDataset = datasetInRole(project, 'wards');
    yield { what: 'Placing premises', fraction: 0 };
    const placed = this.isPlacedByAreas(premisesDataset)
      ? this.placedByAreas(premisesDataset, project)
      : null;
    const premises = placed ? placed.premises : this.premisesOf(premisesDataset);
    const wards = wardsDataset ? this.areasOf(wardsDataset) : NO_AREAS;
    const premisesKey = placed ? placed.key : keyOf('premises', premisesDataset);
    const base = `${premisesKey} ${wardsDataset ? keyOf('areas', wardsDataset) : ''}`;
    const membership = yield* this.membership(base, premises, wards);
    const answers = new Map<string, LayerAnswers>();
    const joins: JoinReport[] = [];
    const ways = new Map<string, ShareJoin | null>();
    const notes = [
      ...this.liveNotesOf(project, premisesDataset),
      ...this.once(`base notes ${base}`, () => [
        ...placeNotes(premises, membership, wards),
        ...(placed ? placingNotes(placed, wardIndex(wards)) : []),
        ...(wardsDataset ? this.vintage(premises, membership, wardsDataset) : []),
      ]),
    ];
    for (const [i, layer] of project.layers.entries()) {
      yield { what: `Covering: ${layer.name}`, fraction: i / project.layers.length };
      const found = yield* this.answersOf(layer, project, { base, premises, wards, membership });
      answers.set(layer.id, found.answers);
      notes.push(...found.notes);
      if (found.join) joins.push({ ...found.join, layer: layer.name });
      if (found.way !== undefined) ways.set(layer.id, found.way);
    }
    yield { what: 'Counting', fraction: 1 };
    const input = { premises, wards, membership, layers: project.layers, answers, notes };
    const tallies = this.once(
      `tallies ${base} ${project.layers.map(layerKey).join(' ')} ${joinedThrough(project)}`,
      () => tallyLayers(input),
    );
    const { use, address } = premisesDataset.roles;
    const uses = this.once(`uses ${premisesKey} ${JSON.stringify([use, address])}`, () =>
      premisesUses(premises, use, address),
    );
    return { premises, wards, membership, answers, notes, tallies, joins, ways, uses };
  }

  /** Counts the project by a recipe. Quick once `prepare` has run for the same data. */
  *analyse(project: Project, recipeText: string): Generator<WorkStep, Analysis | null> {
    const prepared = yield* this.prepare(project);
    if (!prepared) return null;
    return analyse({ ...prepared, layers: project.layers, recipeText, layerTallies: prepared.tallies });
  }

  private liveNotesOf(project: Project, dataset: DatasetRecord): readonly AnalysisNote[] {
    const liveList = liveListFor(project, dataset);
    const list = project.datasets.find(({ contentId }) => contentId === liveList?.contentId);
    const column = dataset.roles.id;
    if (!liveList || !list || column === undefined || !this.has(list.contentId)) return [];
    return this.once(`live ${keyOf('premises', dataset)} ${keyOf('list', list)}`, () => {
      const live = this.livePostcodes(liveList);
      const found = postcodesNotLive(this.table(dataset.contentId), column, live);
      return liveNotes(dataset, { liveList, fileName: list.fileName }, found);
    });
  }

  private livePostcodes({ contentId, column }: LiveList): LivePostcodes {
    return this.once(`live list ${JSON.stringify({ contentId, column })}`, () =>
      livePostcodes(this.table(contentId), column),
    );
  }

  private layerIssues(layer: LayerRecord, dataset: DatasetRecord): FileIssue[] {
    const table = this.table(layer.contentId);
    const { roles } = dataset;
    if (layer.shape === 'records')
      return recordsFromTable(table, roles.id ?? roles.code ?? '', layer.column ?? '', recordReading(layer))
        .issues;
    if (layer.shape === 'shares')
      return sharesFromTable(
        rowsWhere(table, layer.where ?? []),
        roles.code ?? roles.id ?? '',
        layer.column ?? '',
        layer.measure ?? 'percent',
        shareReading(layer),
      ).issues;
    return [];
  }

  private isPlacedByAreas(dataset: DatasetRecord): boolean {
    return isPlacedByAreas(this.table(dataset.contentId), dataset.roles);
  }

  private summed(dataset: DatasetRecord): SummedTable {
    return this.once(keyOf('summed', dataset), () => summedRows(this.table(dataset.contentId), dataset));
  }

  private placedByAreas(dataset: DatasetRecord, project?: Project): PlacedPremises & { key: string } {
    const summed = this.summed(dataset);
    const loaded = (project?.datasets ?? [])
      .filter((one) => isAreaDataset(one) && this.table(one.contentId).geometry.polygons !== null)
      .map((one) => ({
        areas: this.areasOf(one),
        fileName: one.fileName,
        vintage: vintageWords(one.roles.code ?? '') ?? one.vintage ?? null,
        key: keyOf('areas', one),
      }));
    const shapes = this.once(
      `shapes ${keyOf('summed', dataset)} ${loaded.map(({ key }) => key).join(' ')}`,
      () => shapesFor(summed.table, placingColumn(dataset), loaded) as (Shapes & { key: string }) | null,
    );
    const key = `${keyOf('placed', dataset)} ${shapes?.key ?? ''}`;
    return this.once(key, () => ({ ...placedPremises(summed, dataset, shapes), key }));
  }

  private vintage(
    premises: PremisesTable,
    membership: WardMembership,
    dataset: DatasetRecord,
  ): AnalysisNote[] {
    const wards = this.areasOf(dataset);
    const { fileName, roles } = dataset;
    const note = vintageNote(premises, membership, { wards, fileName, codeColumn: roles.code });
    return note ? [note] : [];
  }

  private premisesRead(dataset: DatasetRecord): ReturnType<typeof premisesFromTable> {
    const { liveList } = dataset;
    return this.once(keyOf('premises', dataset), () =>
      premisesFromTable(this.table(dataset.contentId), dataset.roles, dataset.unit ?? 'premises', {
        live: liveList && this.has(liveList.contentId) ? this.livePostcodes(liveList) : undefined,
      }),
    );
  }

  private areasRead({ contentId, roles, where = [] }: AreaPart): ReturnType<typeof areasFromTable> {
    return this.once(partKey('areas', { contentId, roles, where }), () =>
      areasFromTable(rowsWhere(this.table(contentId), where), roles),
    );
  }

  private lookup({ contentId, fileName }: DatasetRecord): LookupTable {
    return {
      fileName,
      columns: this.table(contentId).columns,
      codes: (key, code) =>
        this.once(`lookup ${JSON.stringify({ contentId, key: key.name, code: code.name })}`, () =>
          lookupCodes(key, code),
        ),
    };
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

  /** Where the layers of a project take their columns from. */
  sourceOf(project: Project): LayerSource {
    return {
      project,
      table: (contentId) => this.table(contentId),
      areasOf: (part) => this.areasOf(part),
      footprintIndex: ({ contentId, where = [] }, areas) =>
        this.once(partKey('index', { contentId, roles: {}, where }), () =>
          buildPolygonIndex(areas.polygons, { owners: null }),
        ),
      lookup: (dataset) => this.lookup(dataset),
    };
  }

  private *answersOf(
    layer: LayerRecord,
    project: Project,
    at: Placed & { readonly base: string },
  ): Generator<WorkStep, Answered> {
    const places = layer.shape === 'polygons' ? '' : joinedThrough(project);
    const key = `answers ${at.base} ${layerKey(layer)} ${places}`;
    const known = this.derived.get(key);
    if (known) return known as Answered;
    const found = yield* answerLayer(layer, this.sourceOf(project), at);
    this.derived.set(key, found);
    return found;
  }

  /** What `keepMade` keeps as `what`, where it was made of just this; undefined where it was not, or of contents since forgotten. */
  made<T>(what: string, madeOf: readonly MadeOf[]): T | undefined {
    return this.derived.get(madeKey(what, madeOf)) as T | undefined;
  }

  /** Keeps what another made of contents, one of each `what`, until one of these is forgotten or read anew. */
  keepMade(what: string, madeOf: readonly MadeOf[], value: unknown): void {
    for (const key of this.derived.keys()) if (key.startsWith(`made ${what} `)) this.derived.delete(key);
    this.derived.set(madeKey(what, madeOf), value);
  }

  private once<T>(key: string, make: () => T): T {
    if (!this.derived.has(key)) this.derived.set(key, make());
    return this.derived.get(key) as T;
  }
}

/** A content, or a choice, that something is made of. */
export interface MadeOf {
  readonly contentId?: string;
  readonly choice: unknown;
}

function madeKey(what: string, madeOf: readonly MadeOf[]): string {
  return `made ${what} ${JSON.stringify(madeOf)}`;
}
