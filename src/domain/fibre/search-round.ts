import { inSteps, type WorkStep } from '../project/work-step.ts';
import { dualAscent } from './dual-ascent.ts';
import { growTree } from './grow-tree.ts';
import { TreeImprover } from './improve-tree.ts';
import { crossedCosts, paidCosts, shakenCosts } from './other-costs.ts';
import { edgesBeyond } from './reduce-by-bound.ts';
import { reduceDegrees } from './reduce-degrees.ts';
import { SearchDesk } from './search-desk.ts';
import type { SearchSoFar } from './search-so-far.ts';
import type { ShrunkProblem } from './shrinking-graph.ts';
import { costOf, tidyTree } from './tidy-tree.ts';
import { TreePool } from './tree-pool.ts';

/** Roots that an ascent begins from in one round. */
const ROOTS = 3;
/** Trees that are remembered to be crossed. */
const REMEMBERED = 12;
/** A round that took this much of the edges away by bounds is followed by the next at once. */
const WORTHWHILE = 0.9;
/** How much costs are shaken, in per cent, one after the other. */
const SHAKES = [10, 25, 60];
/** After so many trees, those remembered are united; what that may take for each node and edge of the graph. */
const UNITED_EVERY = 6;
const UNITING = 2000;
/** After so many trees since the last cheaper one, bounds are asked again what they can take away. */
const PATIENCE = 12;

/** One round of a search: bounds and trees on what the reductions have left, and what bounds take away from it. */
export class SearchRound {
  readonly #search: SearchSoFar;
  readonly #shrunk: ShrunkProblem;
  readonly #desk: SearchDesk;
  readonly #improver: TreeImprover;
  readonly #pool = new TreePool(REMEMBERED);

  constructor(search: SearchSoFar, shrunk: ShrunkProblem) {
    this.#search = search;
    this.#shrunk = shrunk;
    this.#desk = new SearchDesk(shrunk.problem.graph);
    this.#improver = new TreeImprover(shrunk.problem, { desk: this.#desk, meter: search.meter });
  }

  *run(): Generator<WorkStep, void> {
    const search = this.#search;
    const { problem } = this.#shrunk;
    const { graph, terminals } = problem;
    if (!(yield* this.#grow(terminals[0], graph.costs))) {
      // What no cheaper tree has is gone, and the rest does not join the terminals.
      search.bound = search.cost;
      return;
    }
    if (yield* this.#takeAway()) return;
    // Pence when bounds last took away, and after the turn before.
    let bounded = search.cost;
    let cheapest = search.cost;
    let since = 0;
    for (let turn = 1; !search.isDone; turn++) {
      yield* this.#grow(search.random(graph.nodeCount), this.#otherCosts(turn));
      if (!search.isOfTrees && turn % UNITED_EVERY === 0) yield* this.#unite(turn);
      since = search.cost < cheapest ? 0 : since + 1;
      cheapest = search.cost;
      if (cheapest < bounded && since >= PATIENCE) {
        bounded = cheapest;
        if (yield* this.#takeAway()) return;
      }
      yield search.step('Looking for cheaper routes');
    }
  }

  /** Shaken and crossed in turn. */
  #otherCosts(turn: number): Float64Array {
    const { costs } = this.#shrunk.problem.graph;
    const { random } = this.#search;
    if (turn % 2 === 0 && this.#pool.trees.length > 1) return crossedCosts(costs, this.#pool, random);
    return shakenCosts(costs, SHAKES[(turn >> 1) % SHAKES.length], random);
  }

  /** A tree grown by other costs, then improved by the real ones; false where the terminals hang apart. */
  *#grow(root: number, costs: Float64Array): Generator<WorkStep, boolean> {
    const search = this.#search;
    const { problem } = this.#shrunk;
    const tools = { desk: this.#desk, meter: search.meter };
    const nodes = growTree(problem, { root, costs }, tools);
    if (!nodes) return false;
    yield search.step('Looking for cheaper routes');
    const grown = tidyTree(problem, nodes, tools);
    yield search.step('Looking for cheaper routes');
    const edges = yield* inSteps(this.#improver.improve(grown), search.step('Looking for cheaper routes'));
    search.trees++;
    this.#offer(edges);
    return true;
  }

  /** The best over the edges of some of the trees that are remembered. */
  *#unite(seed: number): Generator<WorkStep, void> {
    const search = this.#search;
    const { problem } = this.#shrunk;
    const { trees } = this.#pool;
    if (trees.length < 2) return;
    const some = trees.slice(0, 2 + search.random(trees.length - 1)).map(({ edges }) => edges);
    const part = search.meter.part(UNITING * (problem.graph.nodeCount + problem.graph.edgeCount));
    const below = trees[0].cost;
    const edges = yield* search.unite(problem, some, { below, seed, meter: part });
    search.meter.add(part);
    if (!edges) return;
    this.#offer(edges);
  }

  #offer(edges: Int32Array): void {
    const search = this.#search;
    const { problem, edgeIds } = this.#shrunk;
    const cost = costOf(problem.graph.costs, edges);
    this.#pool.offer(edges, cost);
    if (!search.isPolishing && search.graph.fixedCost + cost >= search.cost) return;
    search.offer(search.graph.expand(edges.map((edge) => edgeIds[edge])));
  }

  /** Bounds from several roots, a tree where each has paid, and away with what no cheaper tree needs; true: a lot went. */
  *#takeAway(): Generator<WorkStep, boolean> {
    const search = this.#search;
    const { problem, edgeIds } = this.#shrunk;
    const { graph, meter } = search;
    const beyond = new Set<number>();
    for (let turn = 0; turn < ROOTS && search.goesOn(search.ascents === 0); turn++) {
      const root = problem.terminals[search.random(problem.terminals.length)];
      const ascent = yield* inSteps(
        dualAscent(problem, root, meter),
        search.step('Bounding what the best can cost'),
      );
      search.ascents++;
      search.raise(graph.fixedCost + ascent.bound);
      if (ascent.isWhole && !search.isDone) yield* this.#grow(root, paidCosts(problem, ascent));
      const below = search.cost - graph.fixedCost;
      for (const edge of edgesBeyond(problem, ascent, { below, desk: this.#desk, meter })) beyond.add(edge);
      yield search.step('Bounding what the best can cost');
    }
    const left = problem.graph.edgeCount - beyond.size;
    if (search.isDone || left >= WORTHWHILE * problem.graph.edgeCount) return search.isDone;
    for (const edge of beyond) graph.deleteEdge(edgeIds[edge]);
    yield* inSteps(reduceDegrees(graph, meter), search.step('Reducing the streets'));
    return true;
  }
}
