import type { StreetGraph } from './street-graph.ts';

/**
 * How much work a search may do, by size alone, in the units of `WorkMeter`. Chosen so that 30,000 nodes end within
 * 10 s in one worker (two Zen 4 virtual cores, Node 20, measured 2026-11-27).
 */
export function searchWork({ nodeCount, edgeCount }: Pick<StreetGraph, 'nodeCount' | 'edgeCount'>): number {
  return Math.min(LARGEST, SMALLEST + PER_PLACE * (nodeCount + edgeCount));
}

/**
 * How much work the quick answer to an edit may do: a first tree, improved, and one bound, which are made in any case.
 * Refined after with `searchWork`.
 */
export const QUICK_WORK = 30e6;

const SMALLEST = 300e6;
const LARGEST = 800e6;
const PER_PLACE = 20_000;
