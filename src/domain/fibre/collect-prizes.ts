import { inSteps, type WorkStep } from '../project/work-step.ts';
import { checkTree } from './check-tree.ts';
import { distancesFrom } from './distances-from.ts';
import { dualAscent } from './dual-ascent.ts';
import { TerminalsApart, terminalsApart } from './find-tree.ts';
import { type PrizeProblem, prizesAsTerminals, type RootedPrizes } from './prize-problem.ts';
import { strongPruner } from './prune-strongly.ts';
import { SearchDesk } from './search-desk.ts';
import { searchWork } from './search-work.ts';
import { steinerProblem } from './steiner-problem.ts';
import { costOf } from './tidy-tree.ts';
import { TreeSearch } from './tree-search.ts';
import type { TrenchAnswer } from './trench-answer.ts';
import type { WorkMeter } from './work-meter.ts';

/** The first look at a case is this part of all work. */
const FIRST_PART = 8;
/** A case that is looked at again gets so many times the work it had. */
const AGAIN = 4;

/**
 * The tree that costs least, its edges and the prizes it does not reach together. Where a node has to be reached, the tree
 * is looked for around it. Elsewhere there is a case for each prize node, from the largest prize on: the tree reaches that
 * node and none before it. Once the prizes given up come to the best cost, no further case can be better. Throws
 * TerminalsApart where the required nodes do not hang together, RangeError for a prize that is no whole number from 0.
 */
export function* collectPrizes(problem: PrizeProblem, meter: WorkMeter): Generator<WorkStep, TrenchAnswer> {
  const { graph, prizes, required } = problem;
  checkPrizes(prizes, graph.nodeCount);
  const needed = steinerProblem(graph, required);
  const apart = terminalsApart(needed);
  if (apart.length > 0) throw new TerminalsApart(needed.terminals[0], apart);
  const search = new PrizeSearch(problem, meter);
  yield* search.run();
  const { edges, root } = search;
  const nodes = nodesOf(problem, edges, root);
  const reached = steinerProblem(graph, nodes);
  const cost = costOf(graph.costs, edges) + unreached(prizes, nodes);
  checkTree(reached, edges, costOf(graph.costs, edges));
  for (const node of required)
    if (!reached.isTerminal[node]) throw new Error(`Node ${node} has to be reached and is not.`);
  return { edges, nodes, cost, lowerBound: Math.min(cost, search.bound), work: search.workDone() };
}

/** One case: the tree reaches `root` and none of the closed nodes. */
interface Case {
  readonly root: number;
  readonly isClosed: Uint8Array;
  /** Pence of the prizes given up. */
  readonly givenUp: number;
  /** Pence: no tree of this case costs less. */
  bound: number;
  work: number;
  looks: number;
}

class PrizeSearch {
  edges: Int32Array = new Int32Array(0);
  /** A node that the best tree reaches; −1: it reaches none. */
  root = -1;
  #cost: number;
  #trees = 0;
  #nodesLeft = 0;
  #edgesLeft = 0;
  #cases: Case[] = [];
  /** Pence: what is given up in all cases that were not made. */
  #beyond = Number.POSITIVE_INFINITY;
  readonly #problem: PrizeProblem;
  readonly #meter: WorkMeter;
  readonly #all: number;

  constructor(problem: PrizeProblem, meter: WorkMeter) {
    this.#problem = problem;
    this.#meter = meter;
    this.#all = problem.prizes.reduce((sum, prize) => sum + prize, 0);
    this.#cost = problem.required.length > 0 ? Number.POSITIVE_INFINITY : this.#all;
  }

  get bound(): number {
    return this.#cases.reduce(
      (least, { bound }) => Math.min(least, bound),
      Math.min(this.#cost, this.#beyond),
    );
  }

  workDone(): TrenchAnswer['work'] {
    const { spent, limit, isStoppedEarly } = this.#meter;
    return {
      spent,
      limit,
      trees: this.#trees,
      nodesLeft: this.#nodesLeft,
      edgesLeft: this.#edgesLeft,
      isStoppedEarly,
    };
  }

  *run(): Generator<WorkStep, void> {
    const { required } = this.#problem;
    if (required.length > 0) yield* this.#look(this.#caseOf(required[0], [], 0), Number.POSITIVE_INFINITY);
    else yield* this.#firstLooks();
    while (!this.#meter.isOut && this.bound < this.#cost) {
      const open = this.#cases.reduce((a, b) => (b.bound < a.bound ? b : a));
      yield* this.#look(open, AGAIN * open.work);
    }
  }

  *#firstLooks(): Generator<WorkStep, void> {
    const { graph, prizes } = this.#problem;
    const order = Array.from(prizes, (_, node) => node)
      .filter((node) => prizes[node] > 0)
      .sort((a, b) => prizes[b] - prizes[a] || a - b);
    const first = searchWork(graph) / FIRST_PART;
    let givenUp = 0;
    for (let at = 0; at < order.length && givenUp < this.#cost; at++) {
      if (this.#meter.isOut) {
        this.#beyond = givenUp;
        return;
      }
      yield* this.#look(this.#caseOf(order[at], order.slice(0, at), givenUp), first);
      givenUp += prizes[order[at]];
    }
    // The tree that reaches nothing is one of those left.
    this.#beyond = givenUp;
  }

  /** What cannot be reached from the root is given up with what is closed. */
  #caseOf(root: number, closed: readonly number[], givenUp: number): Case {
    const { graph, prizes } = this.#problem;
    const isClosed = new Uint8Array(graph.nodeCount);
    for (const node of closed) isClosed[node] = 1;
    const distances = distancesFrom(graph, root, isClosed);
    let all = givenUp;
    for (let node = 0; node < graph.nodeCount; node++) {
      if (distances[node] < Number.POSITIVE_INFINITY || isClosed[node]) continue;
      isClosed[node] = 1;
      all += prizes[node];
    }
    const made = { root, isClosed, givenUp: all, bound: all, work: 0, looks: 0 };
    this.#cases.push(made);
    return made;
  }

  *#look(at: Case, limit: number): Generator<WorkStep, void> {
    const { graph, prizes, required } = this.#problem;
    const bounding = this.#step('Bounding what the best can cost', 0);
    yield bounding;
    const rooted = prizesAsTerminals(this.#problem, at.root, at.isClosed);
    yield bounding;
    const shift = at.givenUp - rooted.excess;
    if (at.looks === 0 && this.#cases.length > 1) {
      // Most cases are settled by one ascent, before anything is reduced.
      const ascent = yield* inSteps(dualAscent(rooted.problem, at.root, this.#meter), bounding);
      at.bound = Math.max(at.bound, ascent.bound + shift);
      if (at.bound >= this.#cost) return;
    }
    const part = this.#meter.part(limit);
    const prune = strongPruner(graph, { prizes, required });
    const search = new TreeSearch(rooted.problem, part, {
      below: this.#cost - shift,
      seed: 1 + at.looks,
      polish: (edges) => polished(rooted, edges, (streets) => prune(streets, at.root)),
    });
    yield this.#step('Reducing the streets', 0);
    const desk = new SearchDesk(rooted.problem.graph);
    yield this.#step('Reducing the streets', 0);
    for (const { what } of search.run(desk)) yield this.#step(what, part.spent);
    this.#meter.add(part);
    at.work = Math.max(at.work, limit);
    at.looks++;
    at.bound = Math.max(at.bound, search.bound + shift);
    this.#trees += search.trees;
    const { nodesLeft, edgesLeft } = search.outcome().work;
    this.#nodesLeft = Math.max(this.#nodesLeft, nodesLeft);
    this.#edgesLeft = Math.max(this.#edgesLeft, edgesLeft);
    if (!search.edges) return;
    this.#cost = search.cost + shift;
    this.root = at.root;
    this.edges = streetsOf(rooted, search.edges);
  }

  #step(what: string, more: number): WorkStep {
    const { spent, limit } = this.#meter;
    const fraction = limit === Number.POSITIVE_INFINITY ? 0 : Math.min(1, (spent + more) / limit);
    return { what, fraction };
  }
}

/** The edges of a rooted problem's tree that are edges of the graph, by its own numbers. */
function streetsOf({ edgeIds }: RootedPrizes, edges: Int32Array): Int32Array {
  return edges.filter((edge) => edge < edgeIds.length).map((edge) => edgeIds[edge]);
}

/** A tree of a rooted problem with its streets pruned: every prize takes the edge that its node's being reached calls for. */
function polished(
  rooted: RootedPrizes,
  edges: Int32Array,
  prune: (streets: Int32Array) => Int32Array,
): Int32Array {
  const { edgeIds, prizeNodes, problem } = rooted;
  const { tails, heads } = problem.graph;
  const places = new Map<number, number>();
  for (const edge of edges) if (edge < edgeIds.length) places.set(edgeIds[edge], edge);
  const streets = prune(streetsOf(rooted, edges)).map((edge) => places.get(edge)!);
  const isReached = new Uint8Array(problem.graph.nodeCount);
  isReached[problem.terminals[0]] = 1;
  for (const edge of streets) {
    isReached[tails[edge]] = 1;
    isReached[heads[edge]] = 1;
  }
  const links: number[] = [];
  for (let at = 0; at < prizeNodes.length; at += 2)
    links.push(edgeIds.length + (isReached[prizeNodes[at]] ? at : at + 1));
  return Int32Array.from([...streets, ...links]);
}

function nodesOf({ graph, required }: PrizeProblem, edges: Int32Array, root: number): Int32Array {
  const nodes = new Set<number>(required);
  if (root >= 0) nodes.add(root);
  for (const edge of edges) nodes.add(graph.tails[edge]).add(graph.heads[edge]);
  return Int32Array.from(nodes).sort();
}

function unreached(prizes: Float64Array, nodes: Int32Array): number {
  const all = prizes.reduce((sum, prize) => sum + prize, 0);
  return nodes.reduce((left, node) => left - prizes[node], all);
}

function checkPrizes(prizes: Float64Array, nodeCount: number): void {
  if (prizes.length !== nodeCount)
    throw new RangeError(`There are ${prizes.length} prizes for ${nodeCount} nodes.`);
  const wrong = prizes.findIndex((prize) => !(Number.isSafeInteger(prize) && prize >= 0));
  if (wrong >= 0)
    throw new RangeError(
      `Node ${wrong} has the prize ${prizes[wrong]}; a prize is a whole number of pence from 0.`,
    );
}
