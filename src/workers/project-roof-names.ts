import { namesClusters } from '../domain/clusters/clusters-of-project.ts';
import { namedShapes } from '../domain/clusters/named-shapes.ts';
import { type PlaceNames, placeNames } from '../domain/clusters/place-names.ts';
import { premisesWords } from '../domain/find/premises-words.ts';
import { filesInOrder } from '../domain/plan/files-in-order.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { roofNamer } from '../domain/radio/roof-namer.ts';
import { NO_GEOMETRY, type SourceTable } from '../domain/tables/source-table.ts';
import type { ProjectRadio } from './project-radio.ts';
import type { StudyBench } from './study-bench.ts';

/** What the roofs of a project's footprints are called, by row; null where no footprints are loaded. Needs `loadGrid`. */
export function* projectRoofNames(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
  { roofs, footprints }: Pick<ProjectRadio, 'roofs' | 'footprints'>,
): Generator<WorkStep, ((row: number) => string) | null> {
  if (!roofs || !footprints) return null;
  const prepared = yield* workbench.prepare(project);
  const dataset = datasetInRole(project, 'premises');
  yield { what: 'Reading the names of streets', fraction: 0 };
  const files = filesInOrder(project.datasets).filter(
    ({ role, contentId, supersededBy }) =>
      namesClusters(role) && supersededBy === undefined && workbench.has(contentId),
  );
  return roofNamer({
    roofs,
    table: workbench.table(footprints.contentId),
    nameColumn: footprints.roles.name,
    streets: streetsOf(files.map((one) => ({ dataset: one, table: workbench.table(one.contentId) }))),
    words: prepared && dataset ? premisesWords(prepared.premises, dataset) : null,
    wardAt: (row) => prepared?.wards.names[prepared.membership.wardOf[row]] ?? '',
  });
}

/** Of lines only: an outline or a point with a name is no street. Kept while the files are the same. */
function streetsOf(
  files: readonly { readonly dataset: DatasetRecord; readonly table: SourceTable }[],
): PlaceNames {
  if (files.length === 0) return placeNames(namedShapes([]));
  const key = files.flatMap(({ dataset, table }) => [dataset, table]);
  const known = KEPT.get(files[0].table);
  if (known?.key.length === key.length && key.every((one, at) => known.key[at] === one)) return known.streets;
  const lines = files.map(({ dataset, table }) => ({
    dataset: { ...dataset, roles: { ...dataset.roles, lon: undefined, easting: undefined } },
    table: { ...table, geometry: { ...NO_GEOMETRY, lines: table.geometry.lines } },
  }));
  const streets = placeNames(namedShapes(lines));
  KEPT.set(files[0].table, { key, streets });
  return streets;
}

const KEPT = new WeakMap<SourceTable, { readonly key: readonly unknown[]; readonly streets: PlaceNames }>();
