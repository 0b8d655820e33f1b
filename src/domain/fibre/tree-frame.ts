import type { StreetGraph } from './street-graph.ts';

/** A tree hung up at a root: who is above whom, and which nodes are below one. */
export class TreeFrame {
  /** Nodes of the tree, each after the one above it, with what is below a node in one run. */
  readonly order: Int32Array;
  /** Nodes in the tree. */
  size = 0;
  /** By node: its place in `order`, −1 outside the tree; what is below it ends before `ends`. */
  readonly places: Int32Array;
  readonly ends: Int32Array;
  /** By node: the one above it and the edge to it; −1 at the root. */
  readonly parents: Int32Array;
  readonly parentEdges: Int32Array;
  /** By node: steps from the root, and tree edges at it (0 outside the tree). */
  readonly depths: Int32Array;
  readonly degrees: Int32Array;
  readonly #graph: StreetGraph;
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #stack: Int32Array;

  constructor(graph: StreetGraph) {
    this.#graph = graph;
    const { nodeCount } = graph;
    this.order = new Int32Array(nodeCount);
    this.places = new Int32Array(nodeCount);
    this.ends = new Int32Array(nodeCount);
    this.parents = new Int32Array(nodeCount);
    this.parentEdges = new Int32Array(nodeCount);
    this.depths = new Int32Array(nodeCount);
    this.degrees = new Int32Array(nodeCount);
    this.#first = new Int32Array(nodeCount);
    this.#next = new Int32Array(2 * nodeCount);
    this.#stack = new Int32Array(nodeCount);
  }

  /** Hangs up a tree that contains `root`, or is the root alone. */
  hang(edges: Int32Array, root: number): void {
    const { tails, heads } = this.#graph;
    const first = this.#first.fill(-1);
    const next = this.#next;
    this.degrees.fill(0);
    for (let at = 0; at < edges.length; at++) {
      const edge = edges[at];
      next[2 * at] = first[tails[edge]];
      first[tails[edge]] = 2 * at;
      next[2 * at + 1] = first[heads[edge]];
      first[heads[edge]] = 2 * at + 1;
      this.degrees[tails[edge]]++;
      this.degrees[heads[edge]]++;
    }
    this.places.fill(-1);
    const { order, places, parents, parentEdges, depths } = this;
    const stack = this.#stack;
    let waiting = 0;
    let size = 0;
    stack[waiting++] = root;
    parents[root] = -1;
    parentEdges[root] = -1;
    depths[root] = 0;
    while (waiting > 0) {
      const node = stack[--waiting];
      places[node] = size;
      order[size++] = node;
      for (let half = first[node]; half >= 0; half = next[half]) {
        const edge = edges[half >> 1];
        if (edge === parentEdges[node]) continue;
        const below = half & 1 ? tails[edge] : heads[edge];
        parents[below] = node;
        parentEdges[below] = edge;
        depths[below] = depths[node] + 1;
        stack[waiting++] = below;
      }
    }
    this.size = size;
    this.#closeRuns();
  }

  /** What is below each node ends where the last of it ends. */
  #closeRuns(): void {
    const { order, ends, parents } = this;
    for (let place = 0; place < this.size; place++) ends[order[place]] = place + 1;
    for (let place = this.size - 1; place > 0; place--) {
      const node = order[place];
      const above = parents[node];
      if (ends[node] > ends[above]) ends[above] = ends[node];
    }
  }
}
