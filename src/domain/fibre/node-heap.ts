/** Nodes by key, the least first: a binary heap that knows each node's place, so that a key can be lowered. */
export class NodeHeap {
  size = 0;
  readonly #nodes: Int32Array;
  readonly #keys: Float64Array;
  /** Place of a node in the heap; −1: not in it. */
  readonly #places: Int32Array;

  /** For nodes 0 … nodeCount − 1. */
  constructor(nodeCount: number) {
    this.#nodes = new Int32Array(nodeCount);
    this.#keys = new Float64Array(nodeCount);
    this.#places = new Int32Array(nodeCount).fill(-1);
  }

  /** Key of the first; the heap is not empty. */
  get leastKey(): number {
    return this.#keys[0];
  }

  /** Puts a node in, or lowers its key; a key that is not lower than its own changes nothing. */
  lower(node: number, key: number): void {
    let place = this.#places[node];
    if (place < 0) place = this.size++;
    else if (this.#keys[place] <= key) return;
    const nodes = this.#nodes;
    const keys = this.#keys;
    const places = this.#places;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (keys[above] <= key) break;
      nodes[place] = nodes[above];
      keys[place] = keys[above];
      places[nodes[place]] = place;
      place = above;
    }
    nodes[place] = node;
    keys[place] = key;
    places[node] = place;
  }

  /** Takes the node with the least key out; the heap is not empty. */
  takeLeast(): number {
    const nodes = this.#nodes;
    const keys = this.#keys;
    const places = this.#places;
    const least = nodes[0];
    places[least] = -1;
    const size = --this.size;
    if (size === 0) return least;
    const node = nodes[size];
    const key = keys[size];
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= size) break;
      if (below + 1 < size && keys[below + 1] < keys[below]) below++;
      if (keys[below] >= key) break;
      nodes[place] = nodes[below];
      keys[place] = keys[below];
      places[nodes[place]] = place;
      place = below;
    }
    nodes[place] = node;
    keys[place] = key;
    places[node] = place;
    return least;
  }

  clear(): void {
    for (let place = 0; place < this.size; place++) this.#places[this.#nodes[place]] = -1;
    this.size = 0;
  }
}
