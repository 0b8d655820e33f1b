import { type SteinerProblem, steinerProblem } from './steiner-problem.ts';
import { streetGraph } from './street-graph.ts';

/** A shrunk problem, and how its edges are called in the graph that shrank. */
export interface ShrunkProblem {
  readonly problem: SteinerProblem;
  /** By edge of the shrunk problem; to be given to `expand`. */
  readonly edgeIds: Int32Array;
  /** By node of the shrunk problem: the node that stands for it. */
  readonly nodeIds: Int32Array;
}

/**
 * A problem that loses nodes and edges while its best tree stays within reach, with a way back to the edges it began
 * with. Edges 0 … m − 1 are the given ones; a later edge stands for two others in a row. Edges that some best tree has
 * are fixed: their ends become one.
 */
export class ShrinkingGraph {
  /** Edges that are in the tree in any case. */
  readonly fixed: number[] = [];
  /** Pence of them. */
  fixedCost = 0;
  readonly isTerminal: Uint8Array;
  /** By node: edges at it; 0 for one that is gone. */
  readonly degrees: Int32Array;
  readonly isAlive: Uint8Array;
  terminalCount: number;
  edgesLeft: number;
  readonly #given: SteinerProblem;
  readonly #ends: number[];
  readonly #costs: number[];
  /** By edge past the given: the two it stands for. */
  readonly #parts: number[] = [];
  readonly #first: Int32Array;
  readonly #next: number[];
  readonly #previous: number[];
  readonly #gone: boolean[];

  constructor(given: SteinerProblem) {
    const { graph } = given;
    this.#given = given;
    this.isTerminal = given.isTerminal.slice();
    this.terminalCount = given.terminals.length;
    this.degrees = new Int32Array(graph.nodeCount);
    this.isAlive = new Uint8Array(graph.nodeCount).fill(1);
    this.edgesLeft = 0;
    this.#ends = [];
    this.#costs = [];
    this.#gone = [];
    this.#next = [];
    this.#previous = [];
    this.#first = new Int32Array(graph.nodeCount).fill(-1);
    for (let edge = 0; edge < graph.edgeCount; edge++)
      this.#add(graph.tails[edge], graph.heads[edge], graph.costs[edge]);
  }

  get nodeCount(): number {
    return this.isAlive.length;
  }

  costOf(edge: number): number {
    return this.#costs[edge];
  }

  isGone(edge: number): boolean {
    return this.#gone[edge];
  }

  /** The ends of an edge, as they are now. */
  tail(edge: number): number {
    return this.#ends[2 * edge];
  }

  head(edge: number): number {
    return this.#ends[2 * edge + 1];
  }

  /** Edges at a node, as they are now. */
  edgesAt(node: number): number[] {
    const edges: number[] = [];
    for (let half = this.#first[node]; half >= 0; half = this.#next[half]) edges.push(half >> 1);
    return edges;
  }

  otherEnd(edge: number, node: number): number {
    return this.#ends[2 * edge] === node ? this.#ends[2 * edge + 1] : this.#ends[2 * edge];
  }

  deleteEdge(edge: number): void {
    if (this.#gone[edge]) return;
    this.#gone[edge] = true;
    this.edgesLeft--;
    this.#unhook(2 * edge);
    this.#unhook(2 * edge + 1);
  }

  /** A node that is no terminal, with all edges at it. */
  deleteNode(node: number): void {
    for (const edge of this.edgesAt(node)) this.deleteEdge(edge);
    this.isAlive[node] = 0;
  }

  /** Puts one edge in the place of the two at a node that is no terminal. */
  joinInRow(node: number): void {
    const [one, other] = this.edgesAt(node);
    const [from, to] = [this.otherEnd(one, node), this.otherEnd(other, node)];
    const cost = this.#costs[one] + this.#costs[other];
    this.deleteNode(node);
    if (from === to) return;
    this.#parts.push(one, other);
    this.#add(from, to, cost);
  }

  /** Takes an edge into the tree; what was at its ends is then at the one that is returned, a terminal. */
  fix(edge: number): number {
    let [kept, lost] = [this.tail(edge), this.head(edge)];
    if (this.degrees[kept] < this.degrees[lost]) [kept, lost] = [lost, kept];
    this.fixed.push(edge);
    this.fixedCost += this.#costs[edge];
    this.deleteEdge(edge);
    for (const moved of this.edgesAt(lost)) {
      if (this.otherEnd(moved, lost) === kept || this.otherEnd(moved, lost) === lost) {
        this.deleteEdge(moved);
        continue;
      }
      const half = this.#ends[2 * moved] === lost ? 2 * moved : 2 * moved + 1;
      this.#unhook(half);
      this.#ends[half] = kept;
      this.#hook(half);
    }
    if (this.isTerminal[kept] && this.isTerminal[lost]) this.terminalCount--;
    else if (!this.isTerminal[kept] && !this.isTerminal[lost]) this.terminalCount++;
    this.isTerminal[kept] = 1;
    this.isTerminal[lost] = 0;
    this.isAlive[lost] = 0;
    return kept;
  }

  /** What is left, numbered anew in the old order. */
  left(): ShrunkProblem {
    const nodeIds: number[] = [];
    const places = new Int32Array(this.nodeCount).fill(-1);
    for (let node = 0; node < this.nodeCount; node++) {
      if (!this.isAlive[node]) continue;
      places[node] = nodeIds.length;
      nodeIds.push(node);
    }
    const edgeIds: number[] = [];
    for (let edge = 0; edge < this.#costs.length; edge++) if (!this.#gone[edge]) edgeIds.push(edge);
    const graph = streetGraph({
      nodeCount: nodeIds.length,
      tails: edgeIds.map((edge) => places[this.tail(edge)]),
      heads: edgeIds.map((edge) => places[this.head(edge)]),
      costs: edgeIds.map((edge) => this.#costs[edge]),
    });
    const terminals = nodeIds.filter((node) => this.isTerminal[node]).map((node) => places[node]);
    return {
      problem: steinerProblem(graph, terminals),
      edgeIds: Int32Array.from(edgeIds),
      nodeIds: Int32Array.from(nodeIds),
    };
  }

  /** The given problem's edges that these and the fixed ones stand for, each once. */
  expand(edges: Iterable<number>): Int32Array {
    const given = new Set<number>();
    const stack = [...edges, ...this.fixed];
    const { edgeCount } = this.#given.graph;
    while (stack.length > 0) {
      const edge = stack.pop()!;
      if (edge < edgeCount) given.add(edge);
      else stack.push(this.#parts[2 * (edge - edgeCount)], this.#parts[2 * (edge - edgeCount) + 1]);
    }
    return Int32Array.from(given).sort();
  }

  #add(tail: number, head: number, cost: number): void {
    const edge = this.#costs.length;
    this.#costs.push(cost);
    this.#gone.push(false);
    this.#ends.push(tail, head);
    this.#next.push(-1, -1);
    this.#previous.push(-1, -1);
    this.edgesLeft++;
    this.#hook(2 * edge);
    this.#hook(2 * edge + 1);
    if (tail === head) this.deleteEdge(edge);
  }

  #hook(half: number): void {
    const node = this.#ends[half];
    const first = this.#first[node];
    this.#next[half] = first;
    this.#previous[half] = -1;
    if (first >= 0) this.#previous[first] = half;
    this.#first[node] = half;
    this.degrees[node]++;
  }

  #unhook(half: number): void {
    const node = this.#ends[half];
    const [next, previous] = [this.#next[half], this.#previous[half]];
    if (previous >= 0) this.#next[previous] = next;
    else this.#first[node] = next;
    if (next >= 0) this.#previous[next] = previous;
    this.degrees[node]--;
  }
}
