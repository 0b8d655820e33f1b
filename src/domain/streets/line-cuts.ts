import type { WorkStep } from '../project/work-step.ts';
import type { MergedNodes } from './merged-nodes.ts';
import type { PlaneLines } from './segment-grid.ts';
import { SNAP_MILLIMETRES } from './snap-millimetres.ts';

/** Where lines are cut: at their ends and wherever they meet others. */
export class LineCuts {
  /** Line of each cut; where along it: vertex, and share of the segment behind it; the node there. */
  readonly lines: number[] = [];
  readonly ats: number[] = [];
  readonly nodes: number[] = [];
  private readonly given: PlaneLines;

  constructor(given: PlaneLines) {
    this.given = given;
  }

  add(line: number, at: number, node: number): void {
    this.lines.push(line);
    this.ats.push(at);
    this.nodes.push(node);
  }

  /** Merges nodes of one line that are nearer than the tolerance along it; the cuts in the order of lines and along them. */
  *inOrder(nodes: MergedNodes): Generator<WorkStep, Int32Array> {
    const order = yield* this.sorted();
    for (let at = 0; at + 1 < order.length; at++) {
      if ((at & 16383) === 0) yield { what: 'Joining streets', fraction: at / order.length };
      const [one, other] = [order[at], order[at + 1]];
      if (this.lines[one] !== this.lines[other] || this.nodes[one] === this.nodes[other]) continue;
      if (this.millimetresBetween(this.ats[one], this.ats[other]) <= SNAP_MILLIMETRES)
        nodes.merge(this.nodes[one], this.nodes[other]);
    }
    return order;
  }

  /** Along the line from one place of it to a later one; no more than is needed to tell that they are far apart. */
  millimetresBetween(from: number, to: number): number {
    const { xy } = this.given;
    let [x, y] = placeAt(xy, from);
    let sum = 0;
    const step = (nextX: number, nextY: number): void => {
      sum += Math.sqrt((nextX - x) ** 2 + (nextY - y) ** 2);
      [x, y] = [nextX, nextY];
    };
    for (let vertex = Math.floor(from) + 1; vertex < to; vertex++) {
      step(xy[2 * vertex], xy[2 * vertex + 1]);
      if (sum > 10 * SNAP_MILLIMETRES) return sum;
    }
    step(...placeAt(xy, to));
    return sum;
  }

  /** By line, along it, then by node. Lines are counted out; the few cuts of each are sorted. */
  private *sorted(): Generator<WorkStep, Int32Array<ArrayBuffer>> {
    const count = this.lines.length;
    const lineCount = this.given.starts.length - 1;
    const offsets = new Int32Array(lineCount + 1);
    for (const line of this.lines) offsets[line + 1]++;
    for (let line = 0; line < lineCount; line++) offsets[line + 1] += offsets[line];
    const order = new Int32Array(count);
    const next = offsets.slice(0, lineCount);
    for (let i = 0; i < count; i++) order[next[this.lines[i]]++] = i;
    for (let line = 0; line < lineCount; line++) {
      if ((line & 4095) === 0) yield { what: 'Joining streets', fraction: line / lineCount };
      if (offsets[line + 1] - offsets[line] > 1)
        order
          .subarray(offsets[line], offsets[line + 1])
          .sort((a, b) => this.ats[a] - this.ats[b] || this.nodes[a] - this.nodes[b]);
    }
    return order;
  }
}

function placeAt(xy: Float64Array, at: number): [number, number] {
  const vertex = Math.floor(at);
  const share = at - vertex;
  if (share === 0) return [xy[2 * vertex], xy[2 * vertex + 1]];
  return [
    xy[2 * vertex] + share * (xy[2 * vertex + 2] - xy[2 * vertex]),
    xy[2 * vertex + 1] + share * (xy[2 * vertex + 3] - xy[2 * vertex + 1]),
  ];
}
