import { type ClusterQuestion, clusterFault } from '../domain/clusters/cluster-question.ts';
import { currentRecipe } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';
import { isAnswered, runStudy } from './run-study.ts';

/** What the view now asks of the project. */
export function clusterQuestion(context: AppContext): ClusterQuestion {
  const { distanceMetres, leastUnits } = context.view.getState().clusters;
  return { distanceMetres, leastUnits, recipeText: currentRecipe(context.project.getState().project).text };
}

/** Finds the clusters that the view asks for, unless they are there or being found. */
export function findClusters(context: AppContext): Promise<void> {
  return runStudy(context, 'clusters', clusterQuestion(context));
}

/** Whether the clusters on show are those that the view asks for. */
export function hasClusters(context: AppContext): boolean {
  return isAnswered(context, 'clusters', clusterQuestion(context));
}

/** Asks for other clusters. Returns what is wrong with the numbers, in words; null where they are taken. */
export function askForClusters(
  context: AppContext,
  asked: Pick<ClusterQuestion, 'distanceMetres' | 'leastUnits'>,
): ReturnType<typeof clusterFault> {
  const fault = clusterFault(asked);
  const { clusters } = context.view.getState();
  const same = clusters.distanceMetres === asked.distanceMetres && clusters.leastUnits === asked.leastUnits;
  if (!fault && !same) context.view.setState({ clusters: { ...clusters, ...asked } });
  return fault;
}
