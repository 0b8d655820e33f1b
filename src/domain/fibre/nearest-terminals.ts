import type { SteinerProblem } from './steiner-problem.ts';
import type { WorkMeter } from './work-meter.ts';

/** The nearest terminals of every node, the nearest first: `LABELS` places a node, −1 where there are fewer. */
export interface NearestTerminals {
  readonly labels: Int32Array;
  /** Pence to them. */
  readonly distances: Float64Array;
}

/** Terminals that are kept for each node. */
export const LABELS = 4;

/** Dijkstra from all terminals at once; a node is passed once for each of its nearest. */
export function* nearestTerminals(
  problem: SteinerProblem,
  meter: WorkMeter,
): Generator<void, NearestTerminals> {
  const { offsets, neighbours, arcEdges, costs, nodeCount } = problem.graph;
  const labels = new Int32Array(LABELS * nodeCount).fill(-1);
  const distances = new Float64Array(LABELS * nodeCount).fill(Number.POSITIVE_INFINITY);
  const counts = new Uint8Array(nodeCount);
  const queue = new PairQueue();
  for (const terminal of problem.terminals) queue.put(0, terminal, terminal);
  while (queue.size > 0) {
    const key = queue.leastKey;
    const node = queue.leastOne;
    const label = queue.leastOther;
    queue.dropLeast();
    meter.spent += 20;
    if (meter.isPauseDue()) yield;
    const first = LABELS * node;
    const count = counts[node];
    if (count === LABELS) continue;
    let at = first;
    while (at < first + count && labels[at] !== label) at++;
    if (at < first + count) continue;
    labels[first + count] = label;
    distances[first + count] = key;
    counts[node]++;
    meter.spent += 10 * (offsets[node + 1] - offsets[node]);
    for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
      const next = neighbours[arc];
      if (counts[next] < LABELS) queue.put(key + costs[arcEdges[arc]], next, label);
    }
  }
  return { labels, distances };
}

/** Pairs by key, the least first; equal ones in a fixed order. */
class PairQueue {
  size = 0;
  #keys = new Float64Array(1024);
  #pairs = new Int32Array(2048);

  get leastKey(): number {
    return this.#keys[0];
  }

  get leastOne(): number {
    return this.#pairs[0];
  }

  get leastOther(): number {
    return this.#pairs[1];
  }

  put(key: number, one: number, other: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const pairs = this.#pairs;
    let place = this.size++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (keys[above] <= key) break;
      keys[place] = keys[above];
      pairs[2 * place] = pairs[2 * above];
      pairs[2 * place + 1] = pairs[2 * above + 1];
      place = above;
    }
    keys[place] = key;
    pairs[2 * place] = one;
    pairs[2 * place + 1] = other;
  }

  dropLeast(): void {
    const keys = this.#keys;
    const pairs = this.#pairs;
    const size = --this.size;
    const key = keys[size];
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= size) break;
      if (below + 1 < size && keys[below + 1] < keys[below]) below++;
      if (keys[below] >= key) break;
      keys[place] = keys[below];
      pairs[2 * place] = pairs[2 * below];
      pairs[2 * place + 1] = pairs[2 * below + 1];
      place = below;
    }
    keys[place] = key;
    pairs[2 * place] = pairs[2 * size];
    pairs[2 * place + 1] = pairs[2 * size + 1];
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.size);
    keys.set(this.#keys);
    const pairs = new Int32Array(4 * this.size);
    pairs.set(this.#pairs);
    this.#keys = keys;
    this.#pairs = pairs;
  }
}
