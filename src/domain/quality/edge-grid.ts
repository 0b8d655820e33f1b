import { orient2d } from 'robust-predicates';
import type { WorkStep } from '../project/work-step.ts';
import type { Nodes } from './nodes.ts';

/** Directed edges on a grid of cells, cut where they cross or touch one another. */
export class EdgeGrid {
  /** Nodes on each edge between its ends, with how far along (0 … 1) they lie. */
  private readonly cuts: Map<number, number>[];
  private readonly cells = new Map<number, number[]>();

  constructor(
    private readonly edges: readonly (readonly [number, number])[],
    private readonly nodes: Nodes,
  ) {
    this.cuts = edges.map(() => new Map<number, number>());
    let west = Number.POSITIVE_INFINITY;
    let south = Number.POSITIVE_INFINITY;
    let span = 0;
    for (const [from, to] of edges) {
      const [ax, ay] = nodes.at(from);
      const [bx, by] = nodes.at(to);
      west = Math.min(west, ax);
      south = Math.min(south, ay);
      span += Math.max(Math.abs(bx - ax), Math.abs(by - ay));
    }
    // Cells as wide as two mean edges: an edge lies in few cells, and a cell holds few edges.
    const width = edges.length === 0 ? 1 : Math.max((2 * span) / edges.length, 1e-9);
    for (const [i, [from, to]] of edges.entries()) {
      const [ax, ay] = nodes.at(from);
      const [bx, by] = nodes.at(to);
      const columns = [
        Math.floor((Math.min(ax, bx) - west) / width),
        Math.floor((Math.max(ax, bx) - west) / width),
      ];
      const rows = [
        Math.floor((Math.min(ay, by) - south) / width),
        Math.floor((Math.max(ay, by) - south) / width),
      ];
      for (let row = rows[0]; row <= rows[1]; row++)
        for (let column = columns[0]; column <= columns[1]; column++) {
          const cell = row * CELLS_ACROSS + column;
          const held = this.cells.get(cell);
          if (held) held.push(i);
          else this.cells.set(cell, [i]);
        }
    }
  }

  /** Finds every crossing and touch. */
  *cross(): Generator<WorkStep, void> {
    let work = 0;
    let done = 0;
    for (const held of this.cells.values()) {
      done++;
      for (let i = 0; i < held.length; i++) {
        for (let j = i + 1; j < held.length; j++) this.crossTwo(held[i], held[j]);
        work += held.length - i;
        if (work < WORK_PER_STEP) continue;
        work = 0;
        yield { what: 'Crossing ward borders', fraction: done / this.cells.size };
      }
    }
  }

  /** The edges between the cuts, in the direction of their edge. */
  *pieces(): Generator<readonly [number, number]> {
    for (const [i, [from, to]] of this.edges.entries()) {
      const inner = [...this.cuts[i]].sort((one, other) => one[1] - other[1]).map(([node]) => node);
      const path = [from, ...inner, to];
      for (let k = 0; k + 1 < path.length; k++) yield [path[k], path[k + 1]];
    }
  }

  private crossTwo(one: number, other: number): void {
    const [a, b] = this.edges[one];
    const [c, d] = this.edges[other];
    const [ax, ay] = this.nodes.at(a);
    const [bx, by] = this.nodes.at(b);
    const [cx, cy] = this.nodes.at(c);
    const [dx, dy] = this.nodes.at(d);
    if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return;
    if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return;
    const c1 = orient2d(ax, ay, bx, by, cx, cy);
    const d1 = orient2d(ax, ay, bx, by, dx, dy);
    const a1 = orient2d(cx, cy, dx, dy, ax, ay);
    const b1 = orient2d(cx, cy, dx, dy, bx, by);
    if (c1 === 0) this.cut(one, c);
    if (d1 === 0) this.cut(one, d);
    if (a1 === 0) this.cut(other, a);
    if (b1 === 0) this.cut(other, b);
    if (Math.sign(c1) * Math.sign(d1) >= 0 || Math.sign(a1) * Math.sign(b1) >= 0) return;
    const along = c1 / (c1 - d1);
    const node = this.nodes.idOf(cx + along * (dx - cx), cy + along * (dy - cy));
    this.cut(one, node);
    this.cut(other, node);
  }

  /** Puts a node on an edge, unless it is an end or lies beyond the ends. */
  private cut(edge: number, node: number): void {
    const [from, to] = this.edges[edge];
    if (node === from || node === to) return;
    const [ax, ay] = this.nodes.at(from);
    const [bx, by] = this.nodes.at(to);
    const [px, py] = this.nodes.at(node);
    const along = Math.abs(bx - ax) > Math.abs(by - ay) ? (px - ax) / (bx - ax) : (py - ay) / (by - ay);
    if (along > 0 && along < 1) this.cuts[edge].set(node, along);
  }
}

const CELLS_ACROSS = 2 ** 24;

/** Pairs compared between two steps: a few milliseconds. */
const WORK_PER_STEP = 50_000;
