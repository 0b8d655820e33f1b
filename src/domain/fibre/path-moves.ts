import { EdgeHeaps } from './edge-heaps.ts';
import type { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { TreeFrame } from './tree-frame.ts';
import { TreeRegions } from './tree-regions.ts';
import type { WorkMeter } from './work-meter.ts';

/** A change of a tree: these edges out, those in. */
export interface PathMove {
  /** Pence saved. */
  readonly gain: number;
  readonly out: readonly number[];
  readonly into: readonly number[];
}

/**
 * Looks for key paths that a cheaper path can stand in for, and for branching nodes that the tree is cheaper without.
 * A key node is a terminal or where three or more tree edges meet; a key path runs between two of them. All of a tree is
 * looked at in one pass, from its ends to its root: every node off the tree is given to its nearest tree node, and the
 * paths between such regions wait in heaps that are poured into one another on the way up.
 * Source: Uchoa and Werneck (2012), "Fast local search for the Steiner problem in graphs".
 */
export class PathMoves {
  readonly #problem: SteinerProblem;
  readonly #costs: Float64Array;
  readonly #frame: TreeFrame;
  readonly #meter: WorkMeter;
  readonly #regions: TreeRegions;
  readonly #heaps: EdgeHeaps;
  /** By tree node. */
  readonly #heapOf: Int32Array;
  readonly #isTreeEdge: Uint8Array;
  /** Key nodes below a key node, as a chain. */
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;
  /** By node: pence of the path from it up to the next key node. */
  readonly #up: Float64Array;
  /** Of the trial: the piece a tree node is in. */
  #pieceOf: (base: number) => number = () => 0;

  constructor(
    problem: SteinerProblem,
    costs: Float64Array,
    tools: { readonly desk: SearchDesk; readonly frame: TreeFrame; readonly meter: WorkMeter },
  ) {
    const { nodeCount, edgeCount } = problem.graph;
    this.#problem = problem;
    this.#costs = costs;
    this.#frame = tools.frame;
    this.#meter = tools.meter;
    this.#regions = new TreeRegions(problem.graph, tools);
    this.#heaps = new EdgeHeaps(edgeCount);
    this.#heapOf = new Int32Array(nodeCount);
    this.#isTreeEdge = new Uint8Array(edgeCount);
    this.#firstChild = new Int32Array(nodeCount);
    this.#nextChild = new Int32Array(nodeCount);
    this.#up = new Float64Array(nodeCount);
  }

  /**
   * Moves that each make the tree cheaper, the best first; each is sound alone, and together they may not be.
   * The frame holds the tree, hung up at a terminal.
   */
  *find(edges: Int32Array): Generator<void, PathMove[]> {
    this.#isTreeEdge.fill(0);
    for (const edge of edges) this.#isTreeEdge[edge] = 1;
    this.#regions.assign();
    if (this.#meter.isPauseDue()) yield;
    this.#fillHeaps();
    this.#firstChild.fill(-1);
    const { order, size, degrees } = this.#frame;
    const { isTerminal } = this.#problem;
    const moves: PathMove[] = [];
    for (let place = size - 1; place > 0; place--) {
      const node = order[place];
      if (this.#meter.isPauseDue()) yield;
      if (!isTerminal[node] && degrees[node] < 3) continue;
      if (!isTerminal[node]) this.#tryWithout(node, moves);
      this.#gather(node);
      const top = this.#tryOtherPath(node, moves);
      this.#nextChild[node] = this.#firstChild[top];
      this.#firstChild[top] = node;
    }
    return moves.sort((a, b) => b.gain - a.gain);
  }

  #fillHeaps(): void {
    const { tails, heads, edgeCount } = this.#problem.graph;
    const { bases, distances } = this.#regions;
    const heaps = this.#heaps;
    const heapOf = this.#heapOf.fill(-1);
    const most = this.#dearestTrial();
    for (let edge = 0; edge < edgeCount; edge++) {
      if (this.#isTreeEdge[edge]) continue;
      const tail = bases[tails[edge]];
      const head = bases[heads[edge]];
      if (tail === head || tail < 0 || head < 0) continue;
      const key = distances[tails[edge]] + this.#costs[edge] + distances[heads[edge]];
      if (key >= most) continue;
      this.#meter.spent += 40;
      heaps.keys[edge] = key;
      heapOf[tail] = heaps.pour(heapOf[tail], heaps.single(2 * edge));
      heapOf[head] = heaps.pour(heapOf[head], heaps.single(2 * edge + 1));
    }
    this.#meter.spent += 4 * edgeCount;
  }

  /** Pence that a trial can take out at most: a dearer join is of no use. */
  #dearestTrial(): number {
    const { order, size, degrees, parents, parentEdges } = this.#frame;
    const { isTerminal } = this.#problem;
    const up = this.#up;
    let most = 0;
    // By place: of all key paths at a key node.
    const around = new Float64Array(size);
    for (let place = 1; place < size; place++) {
      const node = order[place];
      const above = parents[node];
      const goesOn = !isTerminal[above] && degrees[above] < 3;
      up[node] = this.#costs[parentEdges[node]] + (goesOn ? up[above] : 0);
    }
    for (let at = 1; at < size; at++) {
      const node = order[at];
      if (!isTerminal[node] && degrees[node] < 3) continue;
      let top = parents[node];
      while (!isTerminal[top] && degrees[top] < 3) top = parents[top];
      const cost = up[node];
      if (cost > most) most = cost;
      for (const end of [node, top])
        if (!isTerminal[end]) {
          const place = this.#frame.places[end];
          around[place] += cost;
          if (around[place] > most) most = around[place];
        }
    }
    return most;
  }

  /** Pours what waits below a key node, and on the paths to it, into its own heap. */
  #gather(node: number): void {
    const { parents } = this.#frame;
    const heaps = this.#heaps;
    const heapOf = this.#heapOf;
    let gathered = heapOf[node];
    for (let child = this.#firstChild[node]; child >= 0; child = this.#nextChild[child])
      for (let at = child; at !== node; at = parents[at]) gathered = heaps.pour(gathered, heapOf[at]);
    heapOf[node] = gathered;
  }

  /** The key path from a key node up: returns the key node it ends at. */
  #tryOtherPath(node: number, moves: PathMove[]): number {
    const { parents, parentEdges, places, ends, degrees } = this.#frame;
    const { isTerminal } = this.#problem;
    const out: number[] = [];
    let cost = 0;
    this.#regions.beginTrial();
    let top = node;
    do {
      if (top !== node) this.#regions.takeOut(top);
      out.push(parentEdges[top]);
      cost += this.#costs[parentEdges[top]];
      top = parents[top];
    } while (!isTerminal[top] && degrees[top] < 3);
    const [from, to] = [places[node], ends[node]];
    this.#pieceOf = (base) => (places[base] >= from && places[base] < to ? 0 : 1);
    let best = cost;
    let by = -1;
    const heapOf = this.#heapOf;
    while (heapOf[node] >= 0) {
      const first = heapOf[node];
      const other = this.#otherBase(first);
      if (!this.#regions.isOrphan(other) && this.#pieceOf(other) === 1) {
        const key = this.#heaps.keys[first >> 1];
        if (key < best) {
          best = key;
          by = first >> 1;
        }
        break;
      }
      heapOf[node] = this.#heaps.withoutFirst(first);
      this.#meter.spent += 16;
    }
    this.#regions.settleOrphans(best);
    this.#regions.lookAround((edge, key, one, other) => {
      if (key < best && this.#pieceOf(one) !== this.#pieceOf(other)) {
        best = key;
        by = edge;
      }
    });
    if (by >= 0) moves.push({ gain: cost - best, out, into: this.#regions.pathOver(by) });
    return top;
  }

  /** The tree without a branching node that is no terminal: its pieces are joined again as cheaply as regions tell. */
  #tryWithout(node: number, moves: PathMove[]): void {
    const { parents, parentEdges, places, ends, degrees } = this.#frame;
    const { isTerminal } = this.#problem;
    const children: number[] = [];
    for (let child = this.#firstChild[node]; child >= 0; child = this.#nextChild[child]) children.push(child);
    const pieces = children.length + 1;
    if (pieces > MOST_PIECES) return;
    this.#regions.beginTrial();
    const out: number[] = [];
    let cost = 0;
    this.#regions.takeOut(node);
    for (const child of children)
      for (let at = child; at !== node; at = parents[at]) {
        if (at !== child) this.#regions.takeOut(at);
        out.push(parentEdges[at]);
        cost += this.#costs[parentEdges[at]];
      }
    for (let at = node; ; ) {
      out.push(parentEdges[at]);
      cost += this.#costs[parentEdges[at]];
      at = parents[at];
      if (isTerminal[at] || degrees[at] >= 3) break;
      this.#regions.takeOut(at);
    }
    this.#pieceOf = (base) => {
      const place = places[base];
      for (let piece = 0; piece < children.length; piece++)
        if (place >= places[children[piece]] && place < ends[children[piece]]) return piece;
      return children.length;
    };
    // By pair of pieces: the cheapest edge between their regions.
    const keys = new Float64Array(pieces * pieces).fill(Number.POSITIVE_INFINITY);
    const edges = new Int32Array(pieces * pieces);
    const offer = (edge: number, key: number, one: number, other: number): void => {
      const pair = one < other ? one * pieces + other : other * pieces + one;
      if (one !== other && key < keys[pair]) {
        keys[pair] = key;
        edges[pair] = edge;
      }
    };
    const heapOf = this.#heapOf;
    children.forEach((child, piece) => {
      while (heapOf[child] >= 0) {
        const first = heapOf[child];
        const base = this.#otherBase(first);
        const isOut = this.#regions.isOrphan(base);
        const other = isOut ? piece : this.#pieceOf(base);
        if (other !== piece) offer(first >> 1, this.#heaps.keys[first >> 1], piece, other);
        if (other === children.length) break;
        heapOf[child] = this.#heaps.withoutFirst(first);
        this.#meter.spent += 16;
      }
    });
    this.#regions.settleOrphans(cost);
    this.#regions.lookAround((edge, key, one, other) =>
      offer(edge, key, this.#pieceOf(one), this.#pieceOf(other)),
    );
    const chosen = cheapestJoins(keys, pieces);
    if (!chosen) return;
    const instead = chosen.reduce((sum, pair) => sum + keys[pair], 0);
    if (instead >= cost) return;
    const into = new Set(chosen.flatMap((pair) => this.#regions.pathOver(edges[pair])));
    moves.push({ gain: cost - instead, out, into: [...into] });
  }

  #otherBase(item: number): number {
    const { tails, heads } = this.#problem.graph;
    return this.#regions.bases[item & 1 ? tails[item >> 1] : heads[item >> 1]];
  }
}

/** A branching node with more paths than this is left alone. */
const MOST_PIECES = 40;

/** Pairs (one × pieces + other) that join all pieces at least cost; null where they cannot be joined. */
function cheapestJoins(keys: Float64Array, pieces: number): number[] | null {
  const pairs: number[] = [];
  for (let pair = 0; pair < keys.length; pair++) if (keys[pair] < Number.POSITIVE_INFINITY) pairs.push(pair);
  pairs.sort((a, b) => keys[a] - keys[b] || a - b);
  const piecesOf = Array.from({ length: pieces }, (_, piece) => piece);
  const chosen: number[] = [];
  for (const pair of pairs) {
    const one = piecesOf[Math.floor(pair / pieces)];
    const other = piecesOf[pair % pieces];
    if (one === other) continue;
    chosen.push(pair);
    for (let piece = 0; piece < pieces; piece++) if (piecesOf[piece] === other) piecesOf[piece] = one;
  }
  return chosen.length === pieces - 1 ? chosen : null;
}
