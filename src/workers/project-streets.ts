import { filesInOrder } from '../domain/plan/files-in-order.ts';
import { type DatasetRecord, isOfStreets, type Project } from '../domain/project/project.ts';
import type { Role } from '../domain/project/role.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { NetworkFile } from '../domain/streets/network-files.ts';
import { networkFromTables } from '../domain/streets/network-from-tables.ts';
import type { StreetNetwork } from '../domain/streets/street-network.ts';
import type { StudyBench } from './study-bench.ts';

/**
 * The streets of a project, with ducts, fibre points and restrictions, made once and kept in the worker for as long as its files and
 * how they are read are the same. Throws StreetsRefused with a remedy where it has no streets. Needs `loadGrid`.
 */
export function* projectStreets(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
): Generator<WorkStep, StreetNetwork> {
  const datasets = filesInOrder(project.datasets).filter(
    ({ role, supersededBy }) => isOfStreets(role) && supersededBy === undefined,
  );
  const madeOf = datasets.map(({ contentId, role, roles, coordinates, source, fileName }) => ({
    contentId,
    choice: [role, roles, coordinates ?? null, source, fileName],
  }));
  const known = workbench.derived.made<StreetNetwork>(WHAT, madeOf);
  if (known) return known;
  const inRole = (role: Role): NetworkFile[] =>
    datasets
      .filter((dataset) => dataset.role === role)
      .map(({ contentId, roles, source }: DatasetRecord) => ({
        table: workbench.table(contentId),
        roles,
        source,
      }));
  const network = yield* networkFromTables({
    streets: inRole('streets'),
    fibrePoints: inRole('fibre points'),
    ducts: inRole('ducts'),
    restrictions: inRole('restrictions'),
  });
  workbench.derived.keepMade(WHAT, madeOf, network);
  return network;
}

const WHAT = 'streets';
