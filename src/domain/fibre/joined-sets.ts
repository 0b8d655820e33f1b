/** Which nodes hang together (union–find, smaller under larger, paths halved). */
export class JoinedSets {
  readonly #parents: Int32Array;
  readonly #sizes: Int32Array;

  constructor(nodeCount: number) {
    this.#parents = new Int32Array(nodeCount);
    this.#sizes = new Int32Array(nodeCount);
    this.clear();
  }

  /** Every node alone again. */
  clear(): void {
    for (let node = 0; node < this.#parents.length; node++) this.separate(node);
  }

  /** One node alone again; right only where all of its set are separated. */
  separate(node: number): void {
    this.#parents[node] = node;
    this.#sizes[node] = 1;
  }

  /** The node that stands for the set of this one. */
  find(given: number): number {
    const parents = this.#parents;
    let node = given;
    while (parents[node] !== node) {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }
    return node;
  }

  /** Joins the sets of two nodes; false where they were one already. */
  join(one: number, other: number): boolean {
    let upper = this.find(one);
    let lower = this.find(other);
    if (upper === lower) return false;
    if (this.#sizes[upper] < this.#sizes[lower]) {
      const larger = lower;
      lower = upper;
      upper = larger;
    }
    this.#parents[lower] = upper;
    this.#sizes[upper] += this.#sizes[lower];
    return true;
  }
}
