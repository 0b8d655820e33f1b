import { inSteps, type WorkStep } from '../project/work-step.ts';
import { growTree } from './grow-tree.ts';
import { reduceDegrees } from './reduce-degrees.ts';
import { reduceGraph } from './reduce-graph.ts';
import { SearchDesk } from './search-desk.ts';
import { SearchRound } from './search-round.ts';
import type { SearchSoFar } from './search-so-far.ts';
import { seededSequence } from './seeded-sequence.ts';
import { ShrinkingGraph } from './shrinking-graph.ts';
import { type SteinerProblem, steinerProblem } from './steiner-problem.ts';
import { streetGraph } from './street-graph.ts';
import { costOf, tidyTree } from './tidy-tree.ts';
import type { TrenchAnswer, WorkDone } from './trench-answer.ts';
import type { WorkMeter } from './work-meter.ts';

/** What a search is asked beside its problem. */
export interface SearchWish {
  readonly below?: number;
  readonly seed?: number;
  readonly polish?: (edges: Int32Array) => Int32Array;
  readonly isOfTrees?: boolean;
}

/** A search for the cheapest tree of one problem whose terminals hang together: what it knows so far, round by round. */
export class TreeSearch implements SearchSoFar {
  readonly meter: WorkMeter;
  readonly graph: ShrinkingGraph;
  readonly random: (below: number) => number;
  /** The cheapest tree so far, of those cheaper than asked; null: none. */
  edges: Int32Array | null = null;
  cost: number;
  bound = 0;
  trees = 0;
  ascents = 0;
  readonly isOfTrees: boolean;
  readonly isPolishing: boolean;
  readonly #given: SteinerProblem;
  readonly #polish: (edges: Int32Array) => Int32Array;

  /**
   * @param wish `below`: only trees that cost less are looked for; `seed`: another takes other turns; `polish`: makes a
   * tree of the given graph cheaper, or leaves it; `isOfTrees`: the graph is one of trees united, which are not united anew
   */
  constructor(given: SteinerProblem, meter: WorkMeter, wish: SearchWish = {}) {
    this.#given = given;
    this.meter = meter;
    this.graph = new ShrinkingGraph(given);
    this.random = seededSequence(wish.seed ?? 1);
    this.cost = wish.below ?? Number.POSITIVE_INFINITY;
    this.isOfTrees = wish.isOfTrees ?? false;
    this.isPolishing = wish.polish !== undefined;
    this.#polish = wish.polish ?? ((edges) => edges);
  }

  get isDone(): boolean {
    return this.bound >= this.cost || this.meter.isOut;
  }

  goesOn(isFirst: boolean): boolean {
    return isFirst ? this.bound < this.cost && !this.meter.isStoppedEarly : !this.isDone;
  }

  /** Searches until nothing cheaper can be left or the work is done. `desk` is one of the given graph. */
  *run(desk: SearchDesk): Generator<WorkStep, void> {
    yield* this.#first(desk);
    yield* inSteps(reduceDegrees(this.graph, this.meter), this.step('Reducing the streets'));
    yield this.step('Reducing the streets');
    for (let round = 0; this.goesOn(round === 0); round++) {
      const shrunk = yield* inSteps(reduceGraph(this.graph, this.meter), this.step('Reducing the streets'));
      if (this.meter.isStoppedEarly) break;
      if (shrunk.problem.terminals.length < 2) {
        this.offer(this.graph.expand([]));
        this.bound = this.cost;
      } else yield* new SearchRound(this, shrunk).run();
    }
    this.bound = Math.min(this.bound, this.cost);
  }

  /** A tree at once, and the bound that comes with how it is grown: at most 2 (1 − 1/t) times the best for t terminals. */
  *#first(desk: SearchDesk): Generator<WorkStep, void> {
    const { graph, terminals } = this.#given;
    const tools = { desk, meter: this.meter };
    const count = terminals.length;
    const nodes = count > 1 && growTree(this.#given, { root: terminals[0], costs: graph.costs }, tools);
    yield this.step('Reducing the streets');
    const edges = nodes ? tidyTree(this.#given, nodes, tools) : new Int32Array(0);
    this.offer(edges);
    if (count > 1) this.raise(Math.ceil((costOf(graph.costs, edges) * count) / (2 * (count - 1))));
    yield this.step('Reducing the streets');
  }

  offer(given: Int32Array): void {
    const edges = this.#polish(given);
    const cost = costOf(this.#given.graph.costs, edges);
    if (cost >= this.cost) return;
    this.cost = cost;
    this.edges = edges.slice().sort();
  }

  raise(bound: number): void {
    this.bound = Math.max(this.bound, Math.min(this.cost, bound));
  }

  *unite(
    problem: SteinerProblem,
    trees: readonly Int32Array[],
    given: { readonly below: number; readonly seed: number; readonly meter: WorkMeter },
  ): Generator<WorkStep, Int32Array | null> {
    const { nodeCount, tails, heads, costs } = problem.graph;
    const edgeIds = [...new Set(trees.flatMap((edges) => [...edges]))].sort((a, b) => a - b);
    const graph = streetGraph({
      nodeCount,
      tails: edgeIds.map((edge) => tails[edge]),
      heads: edgeIds.map((edge) => heads[edge]),
      costs: edgeIds.map((edge) => costs[edge]),
    });
    const { below, seed, meter } = given;
    const wish = { below, seed, isOfTrees: true };
    const search = new TreeSearch(steinerProblem(graph, problem.terminals), meter, wish);
    yield* search.run(new SearchDesk(graph));
    return search.edges?.map((edge) => edgeIds[edge]) ?? null;
  }

  step(what: string): WorkStep {
    const { spent, limit } = this.meter;
    return { what, fraction: limit === Number.POSITIVE_INFINITY ? 0 : Math.min(1, spent / limit) };
  }

  outcome(): Pick<TrenchAnswer, 'lowerBound' | 'work'> {
    const { meter, graph, trees } = this;
    const { spent, limit, isStoppedEarly } = meter;
    const nodesLeft = graph.isAlive.reduce((sum, isAlive) => sum + isAlive, 0);
    const work: WorkDone = { spent, limit, trees, nodesLeft, edgesLeft: graph.edgesLeft, isStoppedEarly };
    return { lowerBound: this.bound, work };
  }
}
