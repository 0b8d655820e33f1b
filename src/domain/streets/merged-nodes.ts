/** Places of the plane as nodes: the same millimetres are one node, and nodes may be merged into the lowest of them. */
export class MergedNodes {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  private readonly parents: number[] = [];
  private slots = new Int32Array(2048).fill(-1);

  get count(): number {
    return this.xs.length;
  }

  /** The node at a place, made where there is none. */
  at(x: number, y: number): number {
    const slot = this.slotOf(x, y);
    if (this.slots[slot] >= 0) return this.slots[slot];
    const node = this.xs.length;
    this.xs.push(x);
    this.ys.push(y);
    this.parents.push(node);
    this.slots[slot] = node;
    if (2 * this.xs.length > this.slots.length) this.rehash();
    return node;
  }

  /** The node at exactly this place; −1: none. */
  known(x: number, y: number): number {
    return this.slots[this.slotOf(x, y)];
  }

  /** The lowest node that this one is merged with. */
  find(given: number): number {
    const { parents } = this;
    let node = given;
    while (parents[node] !== node) {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }
    return node;
  }

  merge(one: number, other: number): void {
    const a = this.find(one);
    const b = this.find(other);
    if (a < b) this.parents[b] = a;
    else this.parents[a] = b;
  }

  private slotOf(x: number, y: number): number {
    const mask = this.slots.length - 1;
    let slot = placeHash(x, y) & mask;
    for (;;) {
      const node = this.slots[slot];
      if (node < 0 || (this.xs[node] === x && this.ys[node] === y)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let node = 0; node < this.xs.length; node++)
      this.slots[this.slotOf(this.xs[node], this.ys[node])] = node;
  }
}

/** A number from 0 that scatters places; whole numbers below 2^53 either way. */
export function placeHash(x: number, y: number): number {
  const low = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca6b);
  const high = Math.imul(Math.floor(x / 4_294_967_296), 0x27d4eb2f) ^ Math.floor(y / 4_294_967_296);
  const mixed = low ^ high;
  return (mixed ^ (mixed >>> 15) ^ (mixed >>> 7)) >>> 0;
}
