import { isAreaDataset } from '../project/answer-layer.ts';
import { lookupTables } from '../project/lookup-tables.ts';
import type { Prepared } from '../project/prepared.ts';
import type { Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { type NeedInput, type NeedWeights, needWeights } from './need-weights.ts';

/** The need weight of every premises row by the project's chosen column; null where none is chosen or it cannot be used. */
export function* projectNeedWeights(
  workbench: Workbench,
  project: Project,
  prepared: Prepared,
): Generator<WorkStep, NeedWeights | null> {
  const { need } = project;
  if (!need || !project.datasets.some(({ contentId }) => contentId === need.contentId)) return null;
  const table = workbench.table(need.contentId);
  return yield* needWeights(need, table, needInput(workbench, project, prepared));
}

function needInput(workbench: Workbench, project: Project, prepared: Prepared): NeedInput {
  const { need } = project;
  const table = need ? workbench.table(need.contentId) : null;
  return {
    ...prepared,
    lookups: lookupTables(workbench, project),
    loadedAreas: project.datasets
      .filter((dataset) => isAreaDataset(dataset) && workbench.table(dataset.contentId).geometry.polygons)
      .map((dataset) => ({ areas: workbench.areasOf(dataset), fileName: dataset.fileName })),
    ownAreas:
      need && table?.geometry.polygons
        ? workbench.areasOf({
            contentId: need.contentId,
            roles: { code: need.codeColumn },
            where: need.where,
          })
        : null,
  };
}
