import type { LookupTable } from '../coverage/key-join.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { LayerAnswers } from '../coverage/layer-answers.ts';
import type { ShareJoin } from '../coverage/share-join.ts';
import { type AreaTable, NO_AREAS } from '../geo/area-table.ts';
import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { analyse, tallyLayers } from '../not-spots/analyse.ts';
import type { Analysis, AnalysisNote, JoinReport } from '../not-spots/analysis.ts';
import { placeNotes } from '../not-spots/place-notes.ts';
import { vintageNote } from '../not-spots/vintage-note.ts';
import { assignWards, type WardMembership, wardIndex } from '../not-spots/ward-membership.ts';
import { liveNotes } from '../premises/live-note.ts';
import { liveListFor, postcodesNotLive } from '../premises/live-postcodes.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { premisesUses } from '../premises/premises-use.ts';
import { lookupCodes } from '../tables/lookup-codes.ts';
import { answerLayer, type LayerSource, type Placed } from './answer-layer.ts';
import type { Answered } from './answered.ts';
import { DatasetsInRoles } from './datasets-in-roles.ts';
import { joinedThrough, keyOf, layerKey, partKey } from './derived-keys.ts';
import { placingNotes } from './placed-premises.ts';
import type { Prepared } from './prepared.ts';
import { type DatasetRecord, datasetInRole, type Project } from './project.ts';
import { CHUNK_ROWS, type WorkStep } from './work-step.ts';

/**
 * Keeps the contents of loaded files and what was derived from them, so that a change works out again only what it
 * touches. Knows nothing of threads: long work is a generator of steps, which its caller may stop between any two.
 */
export class Workbench extends DatasetsInRoles {
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
      ...this.derived.once(`base notes ${base}`, () => [
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
    const tallies = this.derived.once(
      `tallies ${base} ${project.layers.map(layerKey).join(' ')} ${joinedThrough(project)}`,
      () => tallyLayers(input),
    );
    const { use, address } = premisesDataset.roles;
    const uses = this.derived.once(`uses ${premisesKey} ${JSON.stringify([use, address])}`, () =>
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

  /** Where the layers of a project take their columns from. */
  sourceOf(project: Project): LayerSource {
    return {
      project,
      table: (contentId) => this.table(contentId),
      areasOf: (part) => this.areasOf(part),
      footprintIndex: ({ contentId, where = [] }, areas) =>
        this.derived.once(partKey('index', { contentId, roles: {}, where }), () =>
          buildPolygonIndex(areas.polygons, { owners: null }),
        ),
      lookup: (dataset) => this.lookup(dataset),
    };
  }

  private liveNotesOf(project: Project, dataset: DatasetRecord): readonly AnalysisNote[] {
    const liveList = liveListFor(project, dataset);
    const list = project.datasets.find(({ contentId }) => contentId === liveList?.contentId);
    const column = dataset.roles.id;
    if (!liveList || !list || column === undefined || !this.has(list.contentId)) return [];
    return this.derived.once(`live ${keyOf('premises', dataset)} ${keyOf('list', list)}`, () => {
      const live = this.livePostcodes(liveList);
      const found = postcodesNotLive(this.table(dataset.contentId), column, live);
      return liveNotes(dataset, { liveList, fileName: list.fileName }, found);
    });
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

  private lookup({ contentId, fileName }: DatasetRecord): LookupTable {
    return {
      fileName,
      columns: this.table(contentId).columns,
      codes: (key, code) =>
        this.derived.once(`lookup ${JSON.stringify({ contentId, key: key.name, code: code.name })}`, () =>
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
    const known = this.derived.known<WardMembership>(key);
    if (known) return known;
    const index = wardIndex(wards);
    const membership: WardMembership = { wardOf: new Int32Array(premises.count), overlapped: 0 };
    for (let from = 0; from < premises.count; from += CHUNK_ROWS) {
      yield { what: 'Finding the ward of each row', fraction: from / premises.count };
      assignWards(index, premises, membership, { from, to: Math.min(premises.count, from + CHUNK_ROWS) });
    }
    this.derived.keep(key, membership);
    return membership;
  }

  private *answersOf(
    layer: LayerRecord,
    project: Project,
    at: Placed & { readonly base: string },
  ): Generator<WorkStep, Answered> {
    const places = layer.shape === 'polygons' ? '' : joinedThrough(project);
    const key = `answers ${at.base} ${layerKey(layer)} ${places}`;
    const known = this.derived.known<Answered>(key);
    if (known) return known;
    const found = yield* answerLayer(layer, this.sourceOf(project), at);
    this.derived.keep(key, found);
    return found;
  }
}
