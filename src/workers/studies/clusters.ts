import type { ClusterQuestion } from '../../domain/clusters/cluster-question.ts';
import { clustersOfProject } from '../../domain/clusters/clusters-of-project.ts';
import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { StudyBench } from '../study-bench.ts';

/** Clusters of the project's not-spots, named after the streets and places of its context files. Needs loadGrid. */
export function* study(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
  question: ClusterQuestion,
): Generator<WorkStep, NotSpotClusters> {
  return (yield* clustersOfProject(workbench, project, question)).clusters;
}

/** The flat arrays of the answer are given away; the worker keeps none of them. */
export function transfers(answer: NotSpotClusters): Transferable[] {
  const { size, wardUnits, outlines, centre, nearestCovered, uses } = answer;
  const arrays = [
    ...Object.values(size),
    ...Object.values(wardUnits),
    ...Object.values(outlines),
    ...Object.values(centre),
    answer.rows,
    answer.rowStarts,
    answer.wards,
    answer.wardStarts,
    answer.areaSquareMetres,
    nearestCovered.row,
    nearestCovered.distanceMetres,
    nearestCovered.lon,
    nearestCovered.lat,
    ...(uses ? [uses.units] : []),
    ...answer.technologies.flatMap(({ covered, perhaps, lacking, notKnown, operators }) => [
      covered,
      perhaps,
      lacking,
      notKnown,
      ...operators.map((one) => one.covered),
    ]),
  ];
  return arrays.map(({ buffer }: { buffer: ArrayBufferLike }) => buffer as ArrayBuffer);
}
