/** The best few different trees of one graph. */
export class TreePool {
  readonly trees: { readonly edges: Int32Array; readonly cost: number }[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Keeps a tree if it is better than the worst of a full pool, or costs what none in it costs. */
  offer(edges: Int32Array, cost: number): void {
    const { trees } = this;
    if (trees.some((tree) => tree.cost === cost)) return;
    if (trees.length === this.#most) {
      if (trees[trees.length - 1].cost <= cost) return;
      trees.pop();
    }
    trees.push({ edges, cost });
    trees.sort((a, b) => a.cost - b.cost);
  }
}
