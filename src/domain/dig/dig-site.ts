import { distancesFrom } from '../fibre/distances-from.ts';
import { steinerProblem } from '../fibre/steiner-problem.ts';
import type { FibrePoint } from '../streets/fibre-point.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { DigPlace } from './dig-design.ts';
import { type DigGraph, digGraph } from './dig-graph.ts';
import type { DigAim } from './dig-question.ts';
import { whatMatters } from './what-matters.ts';

/** A root that fibre may come from, at its node of the network. */
export interface DigRoot {
  readonly point: FibrePoint;
  readonly node: number;
}

/** The graph of a dig with all that has to be, or may be, reached in it. */
export interface DigSite extends DigGraph {
  /** Nodes of the graph that forced streets are, each once. */
  readonly required: readonly number[];
  /** Forced edges of the network that a root leads to; they are in the tree without being in the graph. */
  readonly forced: readonly number[];
  /** Pence of them. */
  readonly forcedPence: number;
  /** By node of the graph. */
  readonly units: Float64Array;
  /** Units that a root leads to and that are left out with what cannot matter. */
  readonly unitsLeftOut: number;
  /** By node of the network, from 0 where a root leads there, be it left out or not. */
  readonly joinedOf: Int32Array;
}

/**
 * Makes the graph that is searched, without what can be in no best answer: for all premises by `whatMatters`; where a sum
 * bounds the tree, what that sum does not lead to.
 * @param given `nodes`: by place, its node of the network, or −1
 */
export function digSite(
  network: StreetNetwork,
  pence: Float64Array,
  given: {
    readonly roots: readonly DigRoot[];
    readonly forced: readonly number[];
    readonly places: readonly DigPlace[];
    readonly nodes: ArrayLike<number>;
    readonly aim: DigAim;
  },
): DigSite {
  const roots = given.roots.map(({ node }) => node);
  const whole = digGraph(network, pence, { roots, forced: given.forced });
  const site = siteOf(whole);
  const matters = mattering(site, given.aim);
  if (!matters) return site;
  const isKept = (node: number): boolean => matters[whole.nodeOf[node]] === 1;
  return siteOf(digGraph(network, pence, { roots, forced: given.forced, isKept }));

  function siteOf(graph: DigGraph): DigSite {
    const { nodeOf, root } = graph;
    const forced = given.forced.filter((edge) => nodeOf[network.tails[edge]] >= 0);
    const units = new Float64Array(graph.graph.nodeCount);
    let unitsLeftOut = 0;
    for (const [place, one] of given.places.entries()) {
      const at = given.nodes[place];
      if (at < 0 || whole.nodeOf[at] < 0) continue;
      if (nodeOf[at] < 0) unitsLeftOut += one.units;
      else units[nodeOf[at]] += one.units;
    }
    const required = [...new Set(forced.map((edge) => nodeOf[network.tails[edge]]))];
    return {
      ...graph,
      forced,
      required: required.filter((node) => node !== root),
      forcedPence: forced.reduce((sum, edge) => sum + pence[edge], 0),
      units,
      unitsLeftOut,
      joinedOf: whole.nodeOf,
    };
  }
}

/** By node, 1 for what a best answer can have; null: nothing to speak of can be left out. */
function mattering({ graph, root, required, units }: DigSite, aim: DigAim): Uint8Array | null {
  const served = Array.from(units.keys()).filter((node) => units[node] > 0);
  if (aim.kind === 'serve all') return whatMatters(steinerProblem(graph, [root, ...required, ...served]));
  if (required.length > 0) return null;
  const all = units.reduce((sum, count) => sum + count, 0);
  const most = aim.kind === 'serve within a budget' ? aim.pence : all * aim.pencePerPremises;
  const distances = distancesFrom(graph, root, new Uint8Array(graph.nodeCount));
  return Uint8Array.from(distances, (distance) => (distance <= most ? 1 : 0));
}
