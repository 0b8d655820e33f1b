import { EdgeHeaps } from './edge-heaps.ts';
import type { SearchDesk } from './search-desk.ts';
import type { SteinerProblem } from './steiner-problem.ts';
import type { TreeFrame } from './tree-frame.ts';
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
  readonly #desk: SearchDesk;
  readonly #frame: TreeFrame;
  readonly #meter: WorkMeter;
  /** By node: the nearest tree node. */
  readonly #bases: Int32Array;
  /** Nodes of a region, as a chain from its tree node. */
  readonly #nextInRegion: Int32Array;
  readonly #heaps: EdgeHeaps;
  /** By tree node. */
  readonly #heapOf: Int32Array;
  readonly #isTreeEdge: Uint8Array;
  /** Key nodes below a key node, as a chain. */
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;
  /** Of nodes whose tree node is out of the tree for the while of one trial: nearest among those that stay. */
  readonly #orphanOf: Int32Array;
  readonly #orphanDistances: Float64Array;
  readonly #orphanBases: Int32Array;
  readonly #orphanArrivals: Int32Array;
  #trial = 0;
  #orphans: number[] = [];
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
    this.#desk = tools.desk;
    this.#frame = tools.frame;
    this.#meter = tools.meter;
    this.#bases = new Int32Array(nodeCount);
    this.#nextInRegion = new Int32Array(nodeCount);
    this.#heaps = new EdgeHeaps(edgeCount);
    this.#heapOf = new Int32Array(nodeCount);
    this.#isTreeEdge = new Uint8Array(edgeCount);
    this.#firstChild = new Int32Array(nodeCount);
    this.#nextChild = new Int32Array(nodeCount);
    this.#orphanOf = new Int32Array(nodeCount);
    this.#orphanDistances = new Float64Array(nodeCount);
    this.#orphanBases = new Int32Array(nodeCount);
    this.#orphanArrivals = new Int32Array(nodeCount);
  }

  /**
   * Moves that each make the tree cheaper, the best first; each is sound alone, and together they may not be.
   * The frame holds the tree, hung up at a terminal.
   */
  *find(edges: Int32Array): Generator<void, PathMove[]> {
    this.#isTreeEdge.fill(0);
    for (const edge of edges) this.#isTreeEdge[edge] = 1;
    this.#assignRegions();
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

  #assignRegions(): void {
    const { offsets, neighbours, arcEdges } = this.#problem.graph;
    const { heap, distances, arrivals } = this.#desk;
    const { order, size } = this.#frame;
    const bases = this.#bases.fill(-1);
    const chain = this.#nextInRegion;
    distances.fill(Number.POSITIVE_INFINITY);
    for (let place = 0; place < size; place++) {
      const node = order[place];
      distances[node] = 0;
      bases[node] = node;
      chain[node] = -1;
    }
    let work = size;
    const relax = (node: number): void => {
      const distance = distances[node];
      const end = offsets[node + 1];
      work += end - offsets[node];
      for (let arc = offsets[node]; arc < end; arc++) {
        const through = distance + this.#costs[arcEdges[arc]];
        const next = neighbours[arc];
        if (through < distances[next]) {
          distances[next] = through;
          bases[next] = bases[node];
          arrivals[next] = arcEdges[arc];
          heap.lower(next, through);
          work += 2;
        }
      }
    };
    for (let place = 0; place < size; place++) relax(order[place]);
    while (heap.size > 0) {
      const node = heap.takeLeast();
      const base = bases[node];
      chain[node] = chain[base];
      chain[base] = node;
      work += 4;
      relax(node);
    }
    this.#meter.spent += 4 * work;
  }

  #fillHeaps(): void {
    const { tails, heads, edgeCount } = this.#problem.graph;
    const { distances } = this.#desk;
    const bases = this.#bases;
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
    // By node: of the path up from it, and of all key paths at it.
    const up = this.#orphanDistances;
    let most = 0;
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
    this.#trial++;
    this.#orphans.length = 0;
    let top = node;
    do {
      if (top !== node) this.#orphan(top);
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
      if (this.#orphanOf[other] !== this.#trial && this.#pieceOf(other) === 1) {
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
    if (this.#orphans.length > 0) {
      this.#settleOrphans(best);
      this.#lookAround((edge, key, one, other) => {
        if (one !== other && key < best) {
          best = key;
          by = edge;
        }
      });
    }
    if (by >= 0) moves.push({ gain: cost - best, out, into: this.#pathOver(by) });
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
    this.#trial++;
    this.#orphans.length = 0;
    const out: number[] = [];
    let cost = 0;
    this.#orphan(node);
    for (const child of children)
      for (let at = child; at !== node; at = parents[at]) {
        if (at !== child) this.#orphan(at);
        out.push(parentEdges[at]);
        cost += this.#costs[parentEdges[at]];
      }
    for (let at = node; ; ) {
      out.push(parentEdges[at]);
      cost += this.#costs[parentEdges[at]];
      at = parents[at];
      if (isTerminal[at] || degrees[at] >= 3) break;
      this.#orphan(at);
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
        const isOut = this.#orphanOf[base] === this.#trial;
        const other = isOut ? piece : this.#pieceOf(base);
        if (other !== piece) offer(first >> 1, this.#heaps.keys[first >> 1], piece, other);
        if (other === children.length) break;
        heapOf[child] = this.#heaps.withoutFirst(first);
        this.#meter.spent += 16;
      }
    });
    this.#settleOrphans(cost);
    this.#lookAround(offer);
    const chosen = cheapestJoins(keys, pieces);
    if (!chosen) return;
    const instead = chosen.reduce((sum, pair) => sum + keys[pair], 0);
    if (instead >= cost) return;
    const into = new Set(chosen.flatMap((pair) => this.#pathOver(edges[pair])));
    moves.push({ gain: cost - instead, out, into: [...into] });
  }

  #otherBase(item: number): number {
    const { tails, heads } = this.#problem.graph;
    return this.#bases[item & 1 ? tails[item >> 1] : heads[item >> 1]];
  }

  /** Takes a tree node out for this trial: what was nearest to it looks for another. */
  #orphan(base: number): void {
    for (let node = base; node >= 0; node = this.#nextInRegion[node]) {
      this.#orphanOf[node] = this.#trial;
      this.#orphans.push(node);
    }
  }

  #settleOrphans(most: number): void {
    const { offsets, neighbours, arcEdges } = this.#problem.graph;
    const { heap, distances } = this.#desk;
    const costs = this.#costs;
    const trial = this.#trial;
    const orphanOf = this.#orphanOf;
    const orphanDistances = this.#orphanDistances;
    let work = 0;
    for (const node of this.#orphans) {
      let least = Number.POSITIVE_INFINITY;
      const end = offsets[node + 1];
      work += 2 * (end - offsets[node]);
      for (let arc = offsets[node]; arc < end; arc++) {
        const next = neighbours[arc];
        if (orphanOf[next] === trial) continue;
        const through = distances[next] + costs[arcEdges[arc]];
        if (through < least) {
          least = through;
          this.#orphanBases[node] = this.#bases[next];
          this.#orphanArrivals[node] = arcEdges[arc];
        }
      }
      if (least >= most) least = Number.POSITIVE_INFINITY;
      orphanDistances[node] = least;
      if (least < most) heap.lower(node, least);
    }
    while (heap.size > 0) {
      const node = heap.takeLeast();
      const distance = orphanDistances[node];
      const end = offsets[node + 1];
      work += 4 + end - offsets[node];
      for (let arc = offsets[node]; arc < end; arc++) {
        const next = neighbours[arc];
        if (orphanOf[next] !== trial) continue;
        const through = distance + costs[arcEdges[arc]];
        if (through < most && through < orphanDistances[next]) {
          orphanDistances[next] = through;
          this.#orphanBases[next] = this.#orphanBases[node];
          this.#orphanArrivals[next] = arcEdges[arc];
          heap.lower(next, through);
        }
      }
    }
    this.#meter.spent += 4 * work;
  }

  /** Every edge at an orphan, with the length of the path over it and the two pieces it would join. */
  #lookAround(offer: (edge: number, key: number, one: number, other: number) => void): void {
    const { offsets, neighbours, arcEdges } = this.#problem.graph;
    const { distances } = this.#desk;
    const trial = this.#trial;
    for (const node of this.#orphans) {
      const distance = this.#orphanDistances[node];
      if (distance === Number.POSITIVE_INFINITY) continue;
      const piece = this.#pieceOf(this.#orphanBases[node]);
      for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        const next = neighbours[arc];
        const isOrphan = this.#orphanOf[next] === trial;
        if (isOrphan && next < node) continue;
        const beyond = isOrphan ? this.#orphanDistances[next] : distances[next];
        if (beyond === Number.POSITIVE_INFINITY) continue;
        const base = isOrphan ? this.#orphanBases[next] : this.#bases[next];
        offer(arcEdges[arc], distance + this.#costs[arcEdges[arc]] + beyond, piece, this.#pieceOf(base));
      }
    }
  }

  /** The edges of the path over an edge between two regions. */
  #pathOver(edge: number): number[] {
    const { tails, heads } = this.#problem.graph;
    const path = [edge];
    for (const end of [tails[edge], heads[edge]])
      for (let node = end; ; ) {
        const isOrphan = this.#orphanOf[node] === this.#trial;
        if (!isOrphan && this.#bases[node] === node) break;
        const arrival = isOrphan ? this.#orphanArrivals[node] : this.#desk.arrivals[node];
        path.push(arrival);
        node = tails[arrival] === node ? heads[arrival] : tails[arrival];
      }
    return path;
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
