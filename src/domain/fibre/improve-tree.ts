import { insertNodes } from './node-moves.ts';
import { type PathMove, PathMoves } from './path-moves.ts';
import type { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import { costOf, pruneEnds, tidyTree } from './tidy-tree.ts';
import { TreeFrame } from './tree-frame.ts';
import type { WorkMeter } from './work-meter.ts';

/** Local search over one graph: nodes in, paths exchanged, branching nodes out, until nothing of it pays. */
export class TreeImprover {
  readonly #problem: SteinerProblem;
  readonly #desk: SearchDesk;
  readonly #frame: TreeFrame;
  readonly #meter: WorkMeter;
  readonly #isIn: Uint8Array;
  readonly #isChosen: Uint8Array;
  /** By node: the last look at a tree that it was in. */
  readonly #seen: Int32Array;
  #look = 0;
  /** Edges of a tree before and after a move. */
  readonly #buffers: readonly [Int32Array, Int32Array];
  readonly #moves: PathMoves;

  constructor(problem: SteinerProblem, tools: { readonly desk: SearchDesk; readonly meter: WorkMeter }) {
    const { graph } = problem;
    this.#problem = problem;
    this.#desk = tools.desk;
    this.#meter = tools.meter;
    this.#frame = new TreeFrame(graph);
    this.#isIn = new Uint8Array(graph.edgeCount);
    this.#isChosen = new Uint8Array(graph.nodeCount);
    this.#seen = new Int32Array(graph.nodeCount);
    this.#buffers = [new Int32Array(graph.edgeCount), new Int32Array(graph.edgeCount)];
    this.#moves = new PathMoves(problem, graph.costs, { ...tools, frame: this.#frame });
  }

  /** A tree over the same terminals that costs no more; yields when others are to be let in. */
  *improve(given: Int32Array): Generator<void, Int32Array> {
    const { costs } = this.#problem.graph;
    const [root] = this.#problem.terminals;
    let edges = given;
    let cost = costOf(costs, edges);
    for (;;) {
      edges = yield* insertNodes(this.#problem, edges, { costs, frame: this.#frame, meter: this.#meter });
      if (this.#meter.isPauseDue()) yield;
      this.#frame.hang(edges, root);
      const moves = yield* this.#moves.find(edges);
      if (this.#meter.isPauseDue()) yield;
      edges = this.#tidied(yield* this.#changed(edges, moves));
      const now = costOf(costs, edges);
      if (now >= cost || this.#meter.isStoppedEarly) return edges;
      cost = now;
    }
  }

  /** Makes the moves that still are sound after those before them. */
  *#changed(given: Int32Array, moves: readonly PathMove[]): Generator<void, Int32Array> {
    const isIn = this.#isIn.fill(0);
    for (const edge of given) isIn[edge] = 1;
    let edges = given;
    let isFirst = true;
    for (const { out, into } of moves) {
      if (!out.every((edge) => isIn[edge])) continue;
      for (const edge of out) isIn[edge] = 0;
      const next = this.#buffers[isFirst ? 0 : 1];
      let size = 0;
      for (let at = 0; at < edges.length; at++) if (isIn[edges[at]]) next[size++] = edges[at];
      const kept = size;
      for (const edge of into) if (!isIn[edge]) next[size++] = edge;
      for (let at = kept; at < size; at++) isIn[next[at]] = 1;
      this.#meter.spent += 12 * size;
      if (this.#isTree(next, size)) {
        edges = next.subarray(0, size);
        isFirst = !isFirst;
      } else {
        for (let at = kept; at < size; at++) isIn[next[at]] = 0;
        for (const edge of out) isIn[edge] = 1;
      }
      if (this.#meter.isPauseDue()) yield;
    }
    return edges;
  }

  #isTree(edges: Int32Array, size: number): boolean {
    const { tails, heads } = this.#problem.graph;
    const { terminals } = this.#problem;
    const { sets } = this.#desk;
    const seen = this.#seen;
    const look = ++this.#look;
    let nodes = 0;
    for (let at = 0; at < size; at++) {
      const tail = tails[edges[at]];
      const head = heads[edges[at]];
      if (seen[tail] !== look) {
        seen[tail] = look;
        sets.separate(tail);
        nodes++;
      }
      if (seen[head] !== look) {
        seen[head] = look;
        sets.separate(head);
        nodes++;
      }
    }
    if (size !== nodes - 1) return false;
    for (let at = 0; at < terminals.length; at++) if (seen[terminals[at]] !== look) return false;
    for (let at = 0; at < size; at++) if (!sets.join(tails[edges[at]], heads[edges[at]])) return false;
    return true;
  }

  #tidied(given: Int32Array): Int32Array {
    const { tails, heads } = this.#problem.graph;
    const edges = pruneEnds(this.#problem, given, this.#desk);
    const isChosen = this.#isChosen.fill(0);
    for (const edge of edges) {
      isChosen[tails[edge]] = 1;
      isChosen[heads[edge]] = 1;
    }
    return tidyTree(this.#problem, isChosen, { desk: this.#desk, meter: this.#meter });
  }
}
