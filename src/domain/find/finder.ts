import { NO_AREAS } from '../geo/area-table.ts';
import { emptyPremises } from '../premises/premises-table.ts';
import { isAreaDataset } from '../project/answer-layer.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { find } from './find.ts';
import { buildFindIndex, type FindIndex, type FindSource } from './find-index.ts';
import type { FindAnswer } from './find-result.ts';
import { namedPlaces } from './named-places.ts';
import { postcodePlaces } from './postcode-places.ts';
import { type PremisesWords, premisesWords } from './premises-words.ts';

/** Answers searches in a project. Builds its index when first asked, and again when the files have changed. */
export class Finder {
  private built: { readonly key: string; readonly index: FindIndex } | null = null;

  /** What the query means in the project; null where nothing is loaded that could be looked through. */
  *find(workbench: Workbench, project: Project, query: string): Generator<WorkStep, FindAnswer | null> {
    const index = yield* this.index(workbench, project);
    return index ? find(index, query) : null;
  }

  /** Forgets the index, and with it the data it holds. */
  forget(): void {
    this.built = null;
  }

  private *index(workbench: Workbench, project: Project): Generator<WorkStep, FindIndex | null> {
    const key = JSON.stringify(
      project.datasets.map(({ contentId, role, roles, unit }) => [contentId, role, roles, unit]),
    );
    if (this.built?.key === key) return this.built.index;
    this.built = null;
    const source = yield* findSource(workbench, project);
    if (!source) return null;
    const index = yield* buildFindIndex(source);
    this.built = { key, index };
    return index;
  }
}

/** What of a project is looked through; null where it has no files. Without premises its wards and places are found. */
export function* findSource(workbench: Workbench, project: Project): Generator<WorkStep, FindSource | null> {
  const dataset = datasetInRole(project, 'premises');
  const prepared = yield* workbench.prepare(project);
  if (project.datasets.length === 0) return null;
  const wards = datasetInRole(project, 'wards');
  const others = project.datasets.filter((one) => one !== dataset);
  const table = (one: DatasetRecord) => workbench.table(one.contentId);
  const list = others
    .filter((one) => one.suggestion?.codeKind === 'postcode')
    .map((one) => postcodePlaces(one, table(one)))
    .find((places) => places !== null);
  return {
    words: dataset && prepared ? premisesWords(prepared.premises, dataset) : NO_WORDS,
    wards: prepared?.wards ?? (wards ? workbench.areasOf(wards) : NO_AREAS),
    wardOf: prepared?.membership.wardOf ?? new Int32Array(0),
    areas: others
      .filter((one) => one.role !== 'wards' && (isAreaDataset(one) || one.role === 'shares'))
      .filter((one) => table(one).geometry.polygons !== null)
      .map((one) => ({ areas: workbench.areasOf(one), fileName: one.fileName })),
    places: others.filter(namesPlaces).flatMap((one) => namedPlaces(one, table(one))),
    postcodePlaces: list ?? null,
  };
}

function namesPlaces({ role }: DatasetRecord): boolean {
  return role === 'context' || role === 'streets' || role === 'fibre points';
}

/** Of a project without premises. */
const NO_WORDS: PremisesWords = {
  premises: emptyPremises(),
  idLabel: 'UPRN',
  hasIds: false,
  addressColumns: [],
  postcodeColumn: null,
  useColumn: null,
};
