import { distancesFrom } from '../fibre/distances-from.ts';
import { JoinedSets } from '../fibre/joined-sets.ts';
import { type SteinerProblem, steinerProblem } from '../fibre/steiner-problem.ts';
import type { StreetGraph } from '../fibre/street-graph.ts';
import { shortestJoins, terminalRegions } from '../fibre/terminal-regions.ts';
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
  /** Nodes of the graph that have to be reached, each once: forced streets, and places that are asked for in any case. */
  readonly required: readonly number[];
  /** Forced edges of the network that a root leads to; they are in the tree without being in the graph. */
  readonly forced: readonly number[];
  /** Pence of them. */
  readonly forcedPence: number;
  /** By node of the graph. */
  readonly units: Float64Array;
  /** By node of the graph, whole pence: what leaving it unreached costs. null: as the aim says. */
  readonly prizes: Float64Array | null;
  /** Pence of the prizes that are left out with what cannot matter. */
  readonly prizesLeftOut: number;
  /** Units that a root leads to and that are left out with what cannot matter. */
  readonly unitsLeftOut: number;
  /** By node of the network, from 0 where a root leads there, be it left out or not. */
  readonly joinedOf: Int32Array;
}

/**
 * Makes the graph that is searched, without what can be in no best answer: for all premises by `whatMatters`; where a sum
 * bounds the tree, what that sum does not lead to.
 * @param given `nodes`: by place, its node of the network, or −1; `isRequired`: by place, whether it has to be
 * reached in any case; `prizes`: by place, whole pence that leaving it unreached costs; left out: as the aim says
 */
export function digSite(
  network: StreetNetwork,
  pence: Float64Array,
  given: {
    readonly roots: readonly DigRoot[];
    readonly forced: readonly number[];
    readonly places: readonly DigPlace[];
    readonly nodes: ArrayLike<number>;
    readonly isRequired?: (place: number) => boolean;
    readonly prizes?: ArrayLike<number>;
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
    const prizes = given.prizes ? new Float64Array(graph.graph.nodeCount) : null;
    let unitsLeftOut = 0;
    let prizesLeftOut = 0;
    const asked = forced.map((edge) => nodeOf[network.tails[edge]]);
    for (const [place, one] of given.places.entries()) {
      const at = given.nodes[place];
      if (at < 0 || whole.nodeOf[at] < 0) continue;
      const prize = given.prizes?.[place] ?? 0;
      if (nodeOf[at] < 0) {
        unitsLeftOut += one.units;
        prizesLeftOut += prize;
        continue;
      }
      units[nodeOf[at]] += one.units;
      if (given.isRequired?.(place)) asked.push(nodeOf[at]);
      else if (prizes) prizes[nodeOf[at]] += prize;
    }
    const required = [...new Set(asked)];
    const isRequired = new Set([...required, root]);
    if (prizes) prizesLeftOut += givenUp(graph.graph, prizes, isRequired);
    const hasPrizes = prizes?.some((prize) => prize > 0) ?? false;
    // Without any prize left, only what is required is to be served.
    if (prizes && !hasPrizes)
      for (let node = 0; node < units.length; node++) if (!isRequired.has(node)) units[node] = 0;
    return {
      ...graph,
      forced,
      required: required.filter((node) => node !== root),
      forcedPence: forced.reduce((sum, edge) => sum + pence[edge], 0),
      units,
      prizes: hasPrizes ? prizes : null,
      prizesLeftOut,
      unitsLeftOut,
      joinedOf: whole.nodeOf,
    };
  }
}

/** By node, 1 for what a best answer can have; null: nothing to speak of can be left out. */
function mattering(site: DigSite, aim: DigAim): Uint8Array | null {
  const { graph, root, required, units, prizes } = site;
  if (prizes) return worthReaching(steinerProblem(graph, [root, ...required]), prizes);
  const served = Array.from(units.keys()).filter((node) => units[node] > 0);
  if (aim.kind === 'serve all') return whatMatters(steinerProblem(graph, [root, ...required, ...served]));
  if (required.length > 0) return null;
  const all = units.reduce((sum, count) => sum + count, 0);
  const most = aim.kind === 'serve within a budget' ? aim.pence : all * aim.pencePerPremises;
  const distances = distancesFrom(graph, root, new Uint8Array(graph.nodeCount));
  return Uint8Array.from(distances, (distance) => (distance <= most ? 1 : 0));
}

/**
 * Takes the prizes of dead ends away that are worth no more than the one edge that leads there, and sums them: a best tree
 * leaves those unreached.
 */
function givenUp(
  { nodeCount, offsets, arcEdges, costs }: StreetGraph,
  prizes: Float64Array,
  required: ReadonlySet<number>,
): number {
  let sum = 0;
  for (let node = 0; node < nodeCount; node++) {
    const first = offsets[node];
    if (prizes[node] === 0 || offsets[node + 1] - first !== 1 || required.has(node)) continue;
    if (prizes[node] > costs[arcEdges[first]]) continue;
    sum += prizes[node];
    prizes[node] = 0;
  }
  return sum;
}

/**
 * By node, 1 for those that a best tree with prizes can have. It costs no more than any tree to what is required alone and all
 * prizes given up. To have a node it costs at least the way there from the nearest required one, and the last edge to each
 * dead end whose prize it takes: so that way is at most the tree to what is required and what prizes are worth over those edges.
 */
function worthReaching(problem: SteinerProblem, prizes: Float64Array): Uint8Array {
  const { offsets, neighbours, arcEdges, costs } = problem.graph;
  const regions = terminalRegions(problem);
  const sets = new JoinedSets(problem.graph.nodeCount);
  const { lengths } = shortestJoins(problem, regions, (one, other) => sets.join(one, other));
  let most = lengths.reduce((sum, pence) => sum + pence, 0);
  const isEnd = (node: number): boolean => offsets[node + 1] - offsets[node] === 1;
  for (let node = 0; node < prizes.length; node++)
    if (prizes[node] > 0)
      most += Math.max(0, prizes[node] - (isEnd(node) ? costs[arcEdges[offsets[node]]] : 0));
  const isNear = Uint8Array.from(regions.distances, (distance) => (distance <= most ? 1 : 0));
  // The last edge to a dead end was taken off its prize.
  return isNear.map((near, node) => (near === 0 && isEnd(node) ? isNear[neighbours[offsets[node]]] : near));
}
