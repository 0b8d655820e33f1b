import type { JoinedSets } from './joined-sets.ts';
import type { PathMove } from './path-moves.ts';
import type { SteinerProblem } from './steiner-problem.ts';

/**
 * A tree over all terminals while moves are made in it. Edges that no move takes out stay, so what they join is one for good:
 * whether a move leaves a tree is seen from the loose ones alone, those that some move takes out or has brought in.
 */
export class LooseTree {
  readonly #problem: SteinerProblem;
  readonly #given: Int32Array;
  readonly #sets: JoinedSets;
  readonly #isIn: Uint8Array;
  readonly #isLoose: Uint8Array;
  /** First those of the given tree, then what moves brought in. */
  readonly #loose: number[] = [];
  readonly #ofGiven: number;
  /** By node: one of those that the edges that stay join it to. */
  readonly #piece: Int32Array;
  /** By node: edges at it. */
  readonly #degrees: Int32Array;
  /** By node: the last look that it was seen in. */
  readonly #seen: Int32Array;
  #look = 0;
  #nodes = 0;
  #size: number;

  /** @param given `moves`: all that will be tried; `sets`: of all nodes, written on */
  constructor(
    problem: SteinerProblem,
    edges: Int32Array,
    { moves, sets }: { readonly moves: readonly PathMove[]; readonly sets: JoinedSets },
  ) {
    const { tails, heads, nodeCount, edgeCount } = problem.graph;
    this.#problem = problem;
    this.#given = edges;
    this.#sets = sets;
    this.#isIn = new Uint8Array(edgeCount);
    this.#isLoose = new Uint8Array(edgeCount);
    this.#piece = new Int32Array(nodeCount);
    this.#degrees = new Int32Array(nodeCount);
    this.#seen = new Int32Array(nodeCount);
    this.#size = edges.length;
    for (const { out } of moves) for (const edge of out) this.#isLoose[edge] = 1;
    for (let node = 0; node < nodeCount; node++) sets.separate(node);
    for (const edge of edges) {
      this.#isIn[edge] = 1;
      this.#touch(edge, 1);
      if (this.#isLoose[edge]) this.#loose.push(edge);
      else sets.join(tails[edge], heads[edge]);
    }
    this.#ofGiven = this.#loose.length;
    for (let node = 0; node < nodeCount; node++) this.#piece[node] = sets.find(node);
  }

  /** Whether all of these are in the tree. */
  holds(edges: readonly number[]): boolean {
    return edges.every((edge) => this.#isIn[edge] === 1);
  }

  /**
   * Takes edges out and others in if that leaves a tree over all terminals; else all stays as it was.
   * @returns how many edges it has, or would have
   */
  change(out: readonly number[], into: readonly number[]): number {
    const before = this.#loose.length;
    for (const edge of out) this.#take(edge);
    const added = into.filter((edge) => this.#isIn[edge] === 0);
    const isTwice = added.some((edge, at) => added.indexOf(edge) < at);
    if (!isTwice) for (const edge of added) this.#put(edge);
    const size = isTwice ? this.#size + added.length : this.#size;
    if (!isTwice && this.#isTree(out)) return size;
    if (!isTwice) for (const edge of added) this.#take(edge);
    for (const edge of this.#loose.splice(before)) this.#isLoose[edge] = 0;
    for (const edge of out) this.#put(edge);
    return size;
  }

  /** In no particular order. */
  edges(): Int32Array {
    const kept = this.#given.filter((edge) => this.#isIn[edge]);
    const brought = this.#loose.slice(this.#ofGiven).filter((edge) => this.#isIn[edge]);
    const all = new Int32Array(kept.length + brought.length);
    all.set(kept);
    all.set(brought, kept.length);
    return all;
  }

  #take(edge: number): void {
    if (!this.#isIn[edge]) return;
    this.#isIn[edge] = 0;
    this.#size--;
    this.#touch(edge, -1);
  }

  #put(edge: number): void {
    if (this.#isIn[edge]) return;
    this.#isIn[edge] = 1;
    this.#size++;
    this.#touch(edge, 1);
    if (this.#isLoose[edge]) return;
    this.#isLoose[edge] = 1;
    this.#loose.push(edge);
  }

  #touch(edge: number, by: 1 | -1): void {
    const { tails, heads } = this.#problem.graph;
    for (const node of [tails[edge], heads[edge]]) {
      const degree = this.#degrees[node];
      if (degree + by === 0) this.#nodes--;
      else if (degree === 0) this.#nodes++;
      this.#degrees[node] = degree + by;
    }
  }

  /** Without a circle, in one piece, and at all terminals: only those at edges taken out can be left. */
  #isTree(out: readonly number[]): boolean {
    const { graph, isTerminal } = this.#problem;
    const { tails, heads } = graph;
    if (this.#size !== this.#nodes - 1) return false;
    for (const edge of out)
      for (const node of [tails[edge], heads[edge]])
        if (isTerminal[node] && this.#degrees[node] === 0) return false;
    const piece = this.#piece;
    const seen = this.#seen;
    const sets = this.#sets;
    const isIn = this.#isIn;
    const loose = this.#loose;
    const look = ++this.#look;
    for (let at = 0; at < loose.length; at++) {
      const edge = loose[at];
      if (!isIn[edge]) continue;
      const tail = piece[tails[edge]];
      const head = piece[heads[edge]];
      if (seen[tail] !== look) {
        seen[tail] = look;
        sets.separate(tail);
      }
      if (seen[head] !== look) {
        seen[head] = look;
        sets.separate(head);
      }
      if (!sets.join(tail, head)) return false;
    }
    return true;
  }
}
