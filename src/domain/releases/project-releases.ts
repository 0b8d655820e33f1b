import { layerAnswerAt } from '../coverage/layer-answer-at.ts';
import { type AreaTable, NO_AREAS } from '../geo/area-table.ts';
import { assignWards, wardIndex } from '../not-spots/ward-membership.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { answerLayer, isAreaDataset } from '../project/answer-layer.ts';
import { layersOf } from '../project/dataset-record.ts';
import type { Prepared } from '../project/prepared.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { compareReleases } from './compare-releases.ts';
import type { Compared } from './compared.ts';
import type { ReleaseKind } from './comparison.ts';
import type { PlacedPremises, Release } from './release-input.ts';
import { releaseKindOf } from './release-pairs.ts';

/** Which two files to compare, by content id, and in which column. */
export interface ReleaseQuestion {
  readonly before: string;
  readonly after: string;
  readonly column?: string;
}

/** Compares two loaded files of a project. Throws RangeError with words where they cannot be compared. */
export function* compareProjectReleases(
  workbench: Workbench,
  project: Project,
  question: ReleaseQuestion,
): Generator<WorkStep, Compared> {
  const before = datasetOf(project, question.before);
  const after = datasetOf(project, question.after);
  const kind = releaseKindOf(after) ?? releaseKindOf(before);
  if (!kind) throw new RangeError(`${after.fileName} holds nothing that could be compared.`);
  const prepared = yield* workbench.prepare(project);
  const wards = wardsOf(workbench, project, prepared);
  const placed: PlacedPremises | null = prepared
    ? { premises: prepared.premises, wardOf: prepared.membership.wardOf }
    : null;
  const premisesDataset = datasetInRole(project, 'premises') ?? (kind === 'premises' ? after : undefined);
  const sides = [];
  for (const dataset of [before, after]) {
    sides.push(yield* releaseOf(workbench, project, { dataset, kind, prepared, wards }));
  }
  const technology = layersOf({ ...after, role: 'coverage' })[0]?.technology;
  return yield* compareReleases({
    kind,
    before: sides[0],
    after: sides[1],
    column: question.column,
    placed,
    wards,
    loadedAreas: project.datasets
      .filter((dataset) => isAreaDataset(dataset) && workbench.table(dataset.contentId).geometry.polygons)
      .map((dataset) => ({ areas: workbench.areasOf(dataset), fileName: dataset.fileName })),
    streets: streetColumns(premisesDataset),
    technology,
  });
}

function* releaseOf(
  workbench: Workbench,
  project: Project,
  at: { dataset: DatasetRecord; kind: ReleaseKind; prepared: Prepared | null; wards: AreaTable },
): Generator<WorkStep, Release> {
  const { dataset, kind, prepared, wards } = at;
  const release: Release = { dataset, table: workbench.table(dataset.contentId) };
  if (kind === 'premises') {
    const premises = workbench.premisesOf(dataset, project);
    return { ...release, placed: { premises, wardOf: wardNumbers(premises, wards) } };
  }
  if (kind !== 'coverage' || !prepared) return release;
  const inForce = project.layers.find(
    (layer) => layer.shape === 'polygons' && layer.contentId === dataset.contentId,
  );
  const [layer] = inForce ? [inForce] : layersOf({ ...dataset, role: 'coverage' });
  const { answers } = yield* answerLayer(layer, workbench.sourceOf(project), prepared);
  const numbers = new Int8Array(prepared.premises.count);
  for (let row = 0; row < numbers.length; row++) {
    const answer = layerAnswerAt(answers, row);
    numbers[row] = answer === 'covered' ? 1 : answer === 'not covered' ? 0 : -1;
  }
  return { ...release, answers: numbers };
}

function wardNumbers(premises: PremisesTable, wards: AreaTable): Int32Array {
  const membership = { wardOf: new Int32Array(premises.count), overlapped: 0 };
  assignWards(wardIndex(wards), premises, membership, { from: 0, to: premises.count });
  return membership.wardOf;
}

function wardsOf(workbench: Workbench, project: Project, prepared: Prepared | null): AreaTable {
  if (prepared) return prepared.wards;
  const dataset = datasetInRole(project, 'wards');
  return dataset ? workbench.areasOf(dataset) : NO_AREAS;
}

/** The premises columns that tell a street, or else a postcode. */
function streetColumns(dataset: DatasetRecord | undefined): {
  address: string | null;
  postcode: string | null;
} {
  if (!dataset) return { address: null, postcode: null };
  const { roles, columnNames, unit } = dataset;
  const street = columnNames.find((name) =>
    /^(?:street(?:_?name)?|road(?:_?name)?|thoroughfare)$/i.test(name.trim()),
  );
  const postcode =
    unit === 'postcodes'
      ? roles.id
      : columnNames.find((name) => /^(?:pcds?|post_?code(?:_space)?)$/i.test(name.trim()));
  return { address: street ?? roles.address ?? null, postcode: postcode ?? null };
}

function datasetOf(project: Project, contentId: string): DatasetRecord {
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset) throw new RangeError('One of the two files is no longer loaded.');
  return dataset;
}
