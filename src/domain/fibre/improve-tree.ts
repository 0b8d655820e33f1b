import { LooseTree } from './loose-tree.ts';
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
  readonly #isChosen: Uint8Array;
  readonly #moves: PathMoves;

  constructor(problem: SteinerProblem, tools: { readonly desk: SearchDesk; readonly meter: WorkMeter }) {
    const { graph } = problem;
    this.#problem = problem;
    this.#desk = tools.desk;
    this.#meter = tools.meter;
    this.#frame = new TreeFrame(graph);
    this.#isChosen = new Uint8Array(graph.nodeCount);
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
    const loose = new LooseTree(this.#problem, given, { moves, sets: this.#desk.sets });
    for (const { out, into } of moves) {
      if (!loose.holds(out)) continue;
      const size = loose.change(out, into);
      this.#meter.spent += 12 * size;
      if (this.#meter.isPauseDue()) yield;
    }
    return loose.edges();
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
