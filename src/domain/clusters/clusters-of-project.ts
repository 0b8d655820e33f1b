import { projectNeedWeights } from '../need/project-need-weights.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import type { Prepared } from '../project/prepared.ts';
import type { Project } from '../project/project.ts';
import type { Role } from '../project/role.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import type { ClusterQuestion } from './cluster-question.ts';
import { findClusters } from './find-clusters.ts';
import { namedShapes } from './named-shapes.ts';
import type { NotSpotClusters } from './not-spot-clusters.ts';
import { placeNames } from './place-names.ts';

/** Clusters, and the count they were made from. */
export interface ProjectClusters {
  readonly clusters: NotSpotClusters;
  readonly prepared: Prepared;
  readonly analysis: Analysis;
}

/**
 * Clusters of a project's not-spots, named after the streets and places of its context and street files. Needs loadGrid. Throws what
 * findClusters throws, and RangeError where nothing is loaded to count.
 */
export function* clustersOfProject(
  workbench: Workbench,
  project: Project,
  question: ClusterQuestion,
): Generator<WorkStep, ProjectClusters> {
  const prepared = yield* workbench.prepare(project);
  const analysis = yield* workbench.analyse(project, question.recipeText);
  if (!prepared || !analysis)
    throw new RangeError('There are no premises to count. Load a file of premises first.');
  const files = project.datasets
    .filter(({ role, contentId }) => namesClusters(role) && workbench.has(contentId))
    .map((dataset) => ({ dataset, table: workbench.table(dataset.contentId) }));
  yield { what: 'Reading the names of streets and places', fraction: 0 };
  const places = placeNames(namedShapes(files));
  const weights = yield* needOrNone(workbench, project, prepared);
  const clusters = yield* findClusters(
    { prepared, analysis, layers: project.layers, places, weights },
    question,
  );
  return { clusters, prepared, analysis };
}

/** Whether the names in files of a role tell where a cluster lies. */
export function namesClusters(role: Role): boolean {
  return role === 'context' || role === 'streets';
}

/** The need weight of every row; null where no column is chosen or it cannot be used: topic 'compare' says why. */
function* needOrNone(
  workbench: Workbench,
  project: Project,
  prepared: Prepared,
): Generator<WorkStep, Float64Array | null> {
  try {
    return (yield* projectNeedWeights(workbench, project, prepared))?.weights ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
