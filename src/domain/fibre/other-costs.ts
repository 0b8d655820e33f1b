import type { DualAscent } from './dual-ascent.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { TreePool } from './tree-pool.ts';

type Random = (below: number) => number;

/** Costs with a random part on top, up to `percent` % of each: trees grown with them differ. In hundredths of a penny. */
export function shakenCosts(costs: Float64Array, percent: number, random: Random): Float64Array {
  return costs.map((cost) => cost * (100 + random(percent + 1)));
}

/**
 * Costs by which a tree grows mostly where two trees of a pool agree: as they are where both lie, up to five times where
 * one does, ten times elsewhere. Source of the idea: Pajor, Uchoa and Werneck (2018), "A robust and scalable algorithm
 * for the Steiner problem in graphs".
 */
export function crossedCosts(costs: Float64Array, { trees }: TreePool, random: Random): Float64Array {
  const one = random(trees.length);
  const other = (one + 1 + random(trees.length - 1)) % trees.length;
  const counts = new Uint8Array(costs.length);
  for (const { edges } of [trees[one], trees[other]]) for (const edge of edges) counts[edge]++;
  const factors = [() => 1000, () => 100 + random(401), () => 100];
  return costs.map((cost, edge) => cost * factors[counts[edge]]());
}

/** Costs by which a tree may only lie where an ascent has paid for one of the two ways over an edge. */
export function paidCosts({ graph }: SteinerProblem, { remaining }: DualAscent): Float64Array {
  const { arcEdges, costs, edgeCount } = graph;
  const paid = new Float64Array(edgeCount).fill(Number.POSITIVE_INFINITY);
  for (let arc = 0; arc < remaining.length; arc++)
    if (remaining[arc] === 0) paid[arcEdges[arc]] = costs[arcEdges[arc]];
  return paid;
}
