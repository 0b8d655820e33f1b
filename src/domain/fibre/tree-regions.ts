import type { SearchDesk } from './search-desk.ts';
import type { StreetGraph } from './street-graph.ts';
import type { TreeFrame } from './tree-frame.ts';
import type { WorkMeter } from './work-meter.ts';

/**
 * Every node off a tree belongs to the region of its nearest tree node (a Voronoi diagram of the graph). For the while of a
 * trial some tree nodes are out of the tree: the nodes of their regions, orphans, then belong to the nearest that stays.
 * What is found here is written on the desk: nothing else may use the desk between `assign` and the last trial.
 */
export class TreeRegions {
  /** By node: the nearest tree node, −1 where none is reached. */
  readonly bases: Int32Array;
  readonly #graph: StreetGraph;
  readonly #desk: SearchDesk;
  readonly #frame: TreeFrame;
  readonly #meter: WorkMeter;
  /** Nodes of a region, as a chain from its tree node. */
  readonly #nextInRegion: Int32Array;
  /** By node: the last trial that it was an orphan of. */
  readonly #orphanOf: Int32Array;
  readonly #orphanDistances: Float64Array;
  readonly #orphanBases: Int32Array;
  readonly #orphanArrivals: Int32Array;
  #trial = 0;
  readonly #orphans: number[] = [];

  /** `frame` holds the tree when `assign` is called. */
  constructor(
    graph: StreetGraph,
    tools: { readonly desk: SearchDesk; readonly frame: TreeFrame; readonly meter: WorkMeter },
  ) {
    const { nodeCount } = graph;
    this.#graph = graph;
    this.#desk = tools.desk;
    this.#frame = tools.frame;
    this.#meter = tools.meter;
    this.bases = new Int32Array(nodeCount);
    this.#nextInRegion = new Int32Array(nodeCount);
    this.#orphanOf = new Int32Array(nodeCount);
    this.#orphanDistances = new Float64Array(nodeCount);
    this.#orphanBases = new Int32Array(nodeCount);
    this.#orphanArrivals = new Int32Array(nodeCount);
  }

  /** Pence to the nearest tree node, by node. */
  get distances(): Float64Array {
    return this.#desk.distances;
  }

  /** Gives every node to its region. */
  assign(): void {
    const { offsets, neighbours, arcEdges, costs } = this.#graph;
    const { heap, distances, arrivals } = this.#desk;
    const { order, size } = this.#frame;
    const bases = this.bases.fill(-1);
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
        const through = distance + costs[arcEdges[arc]];
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

  /** A new trial: all tree nodes are in. */
  beginTrial(): void {
    this.#trial++;
    this.#orphans.length = 0;
  }

  /** Takes a tree node out for this trial: what was nearest to it looks for another. */
  takeOut(base: number): void {
    for (let node = base; node >= 0; node = this.#nextInRegion[node]) {
      this.#orphanOf[node] = this.#trial;
      this.#orphans.push(node);
    }
  }

  /** Whether a node is an orphan of this trial: for a tree node, whether it is out. */
  isOrphan(node: number): boolean {
    return this.#orphanOf[node] === this.#trial;
  }

  /** Finds each orphan the nearest tree node that stays, as far as one is nearer than `most`. */
  settleOrphans(most: number): void {
    const { offsets, neighbours, arcEdges, costs } = this.#graph;
    const { heap, distances } = this.#desk;
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
          this.#orphanBases[node] = this.bases[next];
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

  /** Tells of every edge at an orphan: the length of the path over it and the two tree nodes it would join. */
  lookAround(offer: (edge: number, key: number, one: number, other: number) => void): void {
    const { offsets, neighbours, arcEdges, costs } = this.#graph;
    const { distances } = this.#desk;
    const trial = this.#trial;
    for (const node of this.#orphans) {
      const distance = this.#orphanDistances[node];
      if (distance === Number.POSITIVE_INFINITY) continue;
      const own = this.#orphanBases[node];
      for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        const next = neighbours[arc];
        const isOrphan = this.#orphanOf[next] === trial;
        if (isOrphan && next < node) continue;
        const beyond = isOrphan ? this.#orphanDistances[next] : distances[next];
        if (beyond === Number.POSITIVE_INFINITY) continue;
        const base = isOrphan ? this.#orphanBases[next] : this.bases[next];
        offer(arcEdges[arc], distance + costs[arcEdges[arc]] + beyond, own, base);
      }
    }
  }

  /** The edges of the path over an edge between two regions, to their tree nodes. */
  pathOver(edge: number): number[] {
    const { tails, heads } = this.#graph;
    const path = [edge];
    for (const end of [tails[edge], heads[edge]])
      for (let node = end; ; ) {
        const isOrphan = this.isOrphan(node);
        if (!isOrphan && this.bases[node] === node) break;
        const arrival = isOrphan ? this.#orphanArrivals[node] : this.#desk.arrivals[node];
        path.push(arrival);
        node = tails[arrival] === node ? heads[arrival] : tails[arrival];
      }
    return path;
  }
}
