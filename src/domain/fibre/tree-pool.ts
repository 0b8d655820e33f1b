/** The best few different trees of one graph. */
export class TreePool {
  /** The cheapest first. */
  readonly trees: PooledTree[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Keeps a tree if it is another than those kept and costs no more than the dearest of a full pool, which goes. */
  offer(edges: Int32Array, cost: number): void {
    const { trees } = this;
    const mark = markOf(edges);
    if (trees.some((tree) => tree.cost === cost && tree.mark === mark)) return;
    if (trees.length === this.#most) {
      if (trees[trees.length - 1].cost < cost) return;
      trees.pop();
    }
    // Before those that cost the same: what is newer has been seen less.
    const place = trees.findIndex((tree) => tree.cost >= cost);
    trees.splice(place < 0 ? trees.length : place, 0, { edges, cost, mark });
  }
}

interface PooledTree {
  readonly edges: Int32Array;
  readonly cost: number;
  /** Equal for equal sets of edges; hardly ever for others. */
  readonly mark: number;
}

function markOf(edges: Int32Array): number {
  let mark = 0;
  for (let at = 0; at < edges.length; at++) {
    const mixed = Math.imul(edges[at] + 1, 0x9e3779b1);
    mark = (mark + Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)) | 0;
  }
  return mark;
}
