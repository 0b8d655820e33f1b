import { type StreetGraph, streetGraph } from './street-graph.ts';
import type { TrenchAnswer } from './trench-answer.ts';

/** A graph in which several roots are as one. */
export interface JoinedRoots {
  readonly graph: StreetGraph;
  /** To be joined or required: the one root, or a node of its own from which all of them are reached for nothing. */
  readonly root: number;
}

/**
 * Joins places that fibre may come from: each premises is then led to whichever is the best for the whole. A root that
 * nothing is led to costs nothing. Throws RangeError where there is none.
 */
export function joinRoots(graph: StreetGraph, roots: readonly number[]): JoinedRoots {
  const different = [...new Set(roots)].sort((a, b) => a - b);
  if (different.length === 0) throw new RangeError('There is no root to lead fibre from.');
  if (different.length === 1) return { graph, root: different[0] };
  const root = graph.nodeCount;
  const joined = streetGraph({
    nodeCount: graph.nodeCount + 1,
    tails: [...graph.tails, ...different.map(() => root)],
    heads: [...graph.heads, ...different],
    costs: [...graph.costs, ...different.map(() => 0)],
  });
  return { graph: joined, root };
}

/** An answer over joined roots in terms of the graph itself: a tree for each root that something is led to. */
export function withoutJoins(answer: TrenchAnswer, { nodeCount, edgeCount }: StreetGraph): TrenchAnswer {
  return {
    ...answer,
    edges: answer.edges.filter((edge) => edge < edgeCount),
    nodes: answer.nodes.filter((node) => node < nodeCount),
  };
}
