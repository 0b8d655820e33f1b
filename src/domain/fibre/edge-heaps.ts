/**
 * Heaps of edge ends that can be poured into one another (leftist heaps, Crane 1972): item 2e is edge e seen from its
 * tail, 2e + 1 from its head. A heap is named by its first item; −1 is the empty one.
 */
export class EdgeHeaps {
  /** By edge. */
  readonly keys: Float64Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #ranks: Int32Array;

  constructor(edgeCount: number) {
    this.keys = new Float64Array(edgeCount);
    this.#left = new Int32Array(2 * edgeCount);
    this.#right = new Int32Array(2 * edgeCount);
    this.#ranks = new Int32Array(2 * edgeCount);
  }

  /** A heap of one item. */
  single(item: number): number {
    this.#left[item] = -1;
    this.#right[item] = -1;
    this.#ranks[item] = 1;
    return item;
  }

  /** Two heaps as one; neither is one of its own any more. */
  pour(one: number, other: number): number {
    if (one < 0) return other;
    if (other < 0) return one;
    const keys = this.keys;
    const isFirst = keys[one >> 1] <= keys[other >> 1];
    const top = isFirst ? one : other;
    const left = this.#left;
    const right = this.#right;
    const ranks = this.#ranks;
    const below = this.pour(right[top], isFirst ? other : one);
    const beside = left[top];
    const besideRank = beside < 0 ? 0 : ranks[beside];
    if (besideRank >= ranks[below]) {
      right[top] = below;
      ranks[top] = ranks[below] + 1;
    } else {
      left[top] = below;
      right[top] = beside;
      ranks[top] = besideRank + 1;
    }
    return top;
  }

  /** What is left of a heap without its first. */
  withoutFirst(heap: number): number {
    return this.pour(this.#left[heap], this.#right[heap]);
  }
}
