import { lengthMetres } from '../ground/cut-line.ts';
import type { Position } from '../ground/position.ts';
import { UrgencyQueue } from '../ground/urgency-queue.ts';
import { keyOf } from './street-links.ts';

/** Lines joined at their ends, for finding ways along them. Places in the list of lines are the names of its edges. */
export class StreetRoutes {
  readonly nodes: readonly Position[];
  private readonly lines: readonly (readonly Position[])[];
  private readonly nodeOf = new Map<string, number>();
  private readonly edges: { readonly to: number; readonly line: number; readonly metres: number }[][] = [];

  /** `weightOf` is how many metres one metre of a line counts for; Infinity: it cannot be taken. */
  constructor(lines: readonly (readonly Position[])[], weightOf: (line: number) => number = () => 1) {
    const nodes: Position[] = [];
    this.lines = lines;
    const numbered = (position: Position): number => {
      const known = this.nodeOf.get(keyOf(position));
      if (known !== undefined) return known;
      this.nodeOf.set(keyOf(position), nodes.length);
      this.edges.push([]);
      return nodes.push(position) - 1;
    };
    lines.forEach((line, i) => {
      const metres = lengthMetres(line) * weightOf(i);
      const [a, b] = [numbered(line[0]), numbered(line[line.length - 1])];
      if (!Number.isFinite(metres)) return;
      this.edges[a].push({ to: b, line: i, metres });
      this.edges[b].push({ to: a, line: i, metres });
    });
    this.nodes = nodes;
  }

  /** The node at a position; −1: there is none. */
  at(position: Position): number {
    return this.nodeOf.get(keyOf(position)) ?? -1;
  }

  /** How many lines end at a node. */
  degree(node: number): number {
    return this.edges[node].length;
  }

  /** The shortest ways from some nodes to all others, or to those within a distance. */
  from(starts: readonly number[], withinMetres = Number.POSITIVE_INFINITY): RouteTree {
    const metres = new Float64Array(this.nodes.length).fill(Number.POSITIVE_INFINITY);
    const cameBy = new Int32Array(this.nodes.length).fill(-1);
    const cameFrom = new Int32Array(this.nodes.length).fill(-1);
    const queue = new UrgencyQueue<{ readonly node: number; readonly urgency: number }>();
    for (const node of starts) {
      metres[node] = 0;
      queue.add({ node, urgency: 0 });
    }
    for (let next = queue.take(); next; next = queue.take()) {
      if (next.urgency > metres[next.node]) continue;
      for (const { to, line, metres: step } of this.edges[next.node]) {
        const way = next.urgency + step;
        if (way >= metres[to] || way > withinMetres) continue;
        metres[to] = way;
        cameBy[to] = line;
        cameFrom[to] = next.node;
        queue.add({ node: to, urgency: way });
      }
    }
    return new RouteTree(metres, cameBy, cameFrom);
  }

  /** Parts that hang together, as nodes, the one with most of them first. */
  components(): number[][] {
    const seen = new Uint8Array(this.nodes.length);
    const parts: number[][] = [];
    for (let start = 0; start < this.nodes.length; start++) {
      if (seen[start]) continue;
      const part = [start];
      seen[start] = 1;
      for (const node of part)
        for (const { to } of this.edges[node]) {
          if (seen[to]) continue;
          seen[to] = 1;
          part.push(to);
        }
      parts.push(part);
    }
    return parts.toSorted((a, b) => b.length - a.length);
  }

  /** Lines end to end, as one, from a node that the first of them begins or ends at. */
  joined(route: readonly number[], start: number): Position[] {
    const whole: Position[] = [this.nodes[start]];
    for (const i of route) {
      const line = this.lines[i];
      const isOnward = keyOf(line[0]) === keyOf(whole[whole.length - 1]);
      whole.push(...(isOnward ? line.slice(1) : line.slice(0, -1).reverse()));
    }
    return whole;
  }
}

/** The shortest ways from where they began. */
export class RouteTree {
  readonly metres: Float64Array;
  private readonly cameBy: Int32Array;
  private readonly cameFrom: Int32Array;

  constructor(metres: Float64Array, cameBy: Int32Array, cameFrom: Int32Array) {
    this.metres = metres;
    this.cameBy = cameBy;
    this.cameFrom = cameFrom;
  }

  /** Lines on the way to a node, from where it began; none where it cannot be reached. */
  to(node: number): number[] {
    const route: number[] = [];
    for (let at = node; this.cameBy[at] >= 0; at = this.cameFrom[at]) route.push(this.cameBy[at]);
    return route.reverse();
  }

  /** The node before one on the way to it; −1 where it began. */
  before(node: number): number {
    return this.cameFrom[node];
  }

  /** All nodes that can be reached. */
  reached(): number[] {
    return [...this.metres.keys()].filter((node) => Number.isFinite(this.metres[node]));
  }
}
