import { checkTree } from '../fibre/check-tree.ts';
import { findTree } from '../fibre/find-tree.ts';
import { JoinedSets } from '../fibre/joined-sets.ts';
import { joinRoots } from '../fibre/several-roots.ts';
import { steinerProblem } from '../fibre/steiner-problem.ts';
import { streetGraph } from '../fibre/street-graph.ts';
import type { WorkDone } from '../fibre/trench-answer.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { DigPlace } from './dig-design.ts';
import { DigImpossible } from './dig-impossible.ts';
import type { DigAim } from './dig-question.ts';
import { type DigRoot, type DigSite, digSite } from './dig-site.ts';
import { type DigAnswer, type DigPace, digMeter, searchDig } from './search-dig.ts';

/** What is searched for in a network. */
export interface SiteAsked {
  readonly roots: readonly DigRoot[];
  /** A forest of edges that are in the tree in any case, where a root leads to them. */
  readonly forced: readonly number[];
  readonly places: readonly DigPlace[];
  /** By place, its node of the network; −1: none. */
  readonly nodes: ArrayLike<number>;
  /** By place, whether it has to be reached in any case, where a root leads there. */
  readonly isRequired?: (place: number) => boolean;
  /** By place, whole pence: what leaving it unreached costs, in the stead of the aim. */
  readonly prizes?: ArrayLike<number>;
  readonly aim: DigAim;
}

/** A route in terms of the network, its sums as `DigResult` has them. */
export interface DigFound {
  /** Edges of the network, ascending: a tree from each root that something is led from. */
  readonly edges: readonly number[];
  /** Nodes of the network that roots are and something is led from. */
  readonly rootNodes: ReadonlySet<number>;
  /** By place: whether a root leads there, and whether the route does. */
  readonly isJoined: readonly boolean[];
  readonly isServed: readonly boolean[];
  /** Forced edges in the route. */
  readonly forced: readonly number[];
  readonly searchedPence: number;
  readonly lowerBoundPence: number;
  readonly mostUnits: number | null;
  readonly work: WorkDone;
  /** The graph that was searched and the route's edges in it; null: there was nothing to search. */
  readonly searched: { readonly site: DigSite; readonly tree: Int32Array } | null;
}

/** Searches a network for the route that an aim asks for, and makes sure of it. Throws DigImpossible. */
export function* searchSite(
  network: StreetNetwork,
  pence: Float64Array,
  asked: SiteAsked,
  pace: DigPace,
): Generator<WorkStep, DigFound> {
  if (asked.roots.length === 0) return nothing(asked);
  yield { what: 'Leaving out what cannot matter', fraction: 0 };
  const first = digSite(network, pence, asked);
  yield { what: 'Leaving out what cannot matter', fraction: 1 };
  const { aim } = asked;
  const { site, answer } =
    aim.kind === 'serve within a budget' && first.forced.length > 0
      ? yield* forcedWithin(network, pence, { asked, first, budget: aim.pence, pace })
      : { site: first, answer: yield* searchDig({ ...first, aim }, pace) };
  const isIn = new Uint8Array(site.graph.nodeCount);
  for (const node of answer.nodes) isIn[node] = 1;
  const edges = [...site.forced, ...Array.from(answer.edges, (edge) => site.edgeIds[edge])].sort(
    (a, b) => a - b,
  );
  const nodeAt = (place: number): number => (asked.nodes[place] < 0 ? -1 : site.nodeOf[asked.nodes[place]]);
  const firstAt = (place: number): number =>
    asked.nodes[place] < 0 ? -1 : first.joinedOf[asked.nodes[place]];
  const isServed = asked.places.map((_, place) => nodeAt(place) >= 0 && isIn[nodeAt(place)] === 1);
  const rootNodes = usedRoots(network, edges, asked);
  checkRoute(network, pence, {
    edges,
    forced: site.forced,
    rootNodes,
    served: asked.places.flatMap((_, at) => (isServed[at] ? [asked.nodes[at]] : [])),
  });
  const worth = aim.kind === 'serve what is worth it' ? aim.pencePerPremises : 0;
  const besides = site.forcedPence + site.prizesLeftOut + site.unitsLeftOut * worth;
  const { limit, ...work } = answer.work;
  return {
    edges,
    rootNodes,
    isJoined: asked.places.map((_, place) => firstAt(place) >= 0),
    isServed,
    forced: site.forced,
    searchedPence: answer.searchedPence + besides,
    lowerBoundPence: answer.lowerBoundPence + besides,
    mostUnits: answer.mostUnits,
    work: { ...work, limit: Math.min(limit, Number.MAX_SAFE_INTEGER) },
    searched: { site, tree: answer.edges },
  };
}

/**
 * Within a budget, what must be dug is joined to a root first at least cost; what that leaves of the money is what the
 * rest is chosen with. The way to those so chosen is then looked for anew, whose bound holds for them however they are
 * reached; how many could be served at most is not bounded. Throws DigImpossible where nothing is left.
 */
function* forcedWithin(
  network: StreetNetwork,
  pence: Float64Array,
  given: {
    readonly asked: SiteAsked;
    readonly first: DigSite;
    readonly budget: number;
    readonly pace: DigPace;
  },
): Generator<WorkStep, { readonly site: DigSite; readonly answer: DigAnswer }> {
  const { asked, first, budget, pace } = given;
  const { graph, root, required, edgeIds, forcedPence } = first;
  const way = yield* findTree(steinerProblem(graph, [root, ...required]), digMeter(graph, pace));
  const left = budget - forcedPence - way.cost;
  if (left < 0)
    throw new DigImpossible(
      'FORCED_BEYOND_BUDGET',
      `The streets that must be dug come to ${pounds(budget - left)} with the way to them, and the budget is ${pounds(budget)}. Raise it, or let them be.`,
    );
  const forced = [...first.forced, ...Array.from(way.edges, (edge) => edgeIds[edge])];
  const site = digSite(network, pence, { ...asked, forced });
  const chosen = yield* searchDig({ ...site, aim: { kind: 'serve within a budget', pence: left } }, pace);
  const isIn = new Set(chosen.nodes);
  const units = new Float64Array(graph.nodeCount);
  for (const [place, one] of asked.places.entries()) {
    const node = asked.nodes[place];
    if (node >= 0 && site.nodeOf[node] >= 0 && isIn.has(site.nodeOf[node]))
      units[first.nodeOf[node]] += one.units;
  }
  const anew = yield* searchDig({ ...first, units, aim: { kind: 'serve all' } }, pace);
  const mostUnits = first.units.reduce((sum, count) => sum + count, 0);
  if (anew.searchedPence + forcedPence <= chosen.searchedPence + site.forcedPence)
    return { site: first, answer: { ...anew, mostUnits } };
  const lowerBoundPence = anew.lowerBoundPence + forcedPence - site.forcedPence;
  return { site, answer: { ...chosen, lowerBoundPence, mostUnits } };
}

function pounds(pence: number): string {
  return `£${Math.ceil(pence / 100).toLocaleString('en-GB')}`;
}

function usedRoots(network: StreetNetwork, edges: readonly number[], { roots }: SiteAsked): Set<number> {
  const touched = new Set(edges.flatMap((edge) => [network.tails[edge], network.heads[edge]]));
  return new Set(roots.map(({ node }) => node).filter((node) => touched.has(node)));
}

/**
 * Whether the route is trees from its roots to all served, in the network's own terms. What is forced counts as one
 * place where it hangs together: forced streets may make a circle, among themselves or with two roots. Throws TreeFault.
 */
function checkRoute(
  { nodeCount, tails, heads }: StreetNetwork,
  pence: Float64Array,
  {
    edges,
    forced,
    rootNodes,
    served,
  }: {
    readonly edges: readonly number[];
    readonly forced: readonly number[];
    readonly rootNodes: ReadonlySet<number>;
    readonly served: readonly number[];
  },
): void {
  if (edges.length === 0) return;
  const together = new JoinedSets(nodeCount);
  for (const edge of forced) together.join(tails[edge], heads[edge]);
  const isForced = new Set(forced);
  const free = edges.filter((edge) => !isForced.has(edge));
  const route = streetGraph({
    nodeCount,
    tails: free.map((edge) => together.find(tails[edge])),
    heads: free.map((edge) => together.find(heads[edge])),
    costs: free.map((edge) => pence[edge]),
  });
  const roots = Array.from(rootNodes, (node) => together.find(node));
  const { graph, root } = joinRoots(route, roots);
  const reached = [...forced.map((edge) => tails[edge]), ...served].map((node) => together.find(node));
  checkTree(
    steinerProblem(graph, [root, ...reached]),
    Int32Array.from({ length: graph.edgeCount }, (_, edge) => edge),
    free.reduce((sum, edge) => sum + pence[edge], 0),
  );
}

function nothing({ places }: SiteAsked): DigFound {
  return {
    edges: [],
    rootNodes: new Set(),
    isJoined: places.map(() => false),
    isServed: places.map(() => false),
    forced: [],
    searchedPence: 0,
    lowerBoundPence: 0,
    mostUnits: null,
    work: { spent: 0, limit: 0, trees: 0, nodesLeft: 0, edgesLeft: 0, isStoppedEarly: false },
    searched: null,
  };
}
