import type { WorkStep } from '../project/work-step.ts';
import type { CentrePieces } from './centre-pieces.ts';
import type { EdgeDraft } from './edge-draft.ts';

/** An end of a piece, as its node sees it. */
export interface Arm {
  readonly piece: number;
  readonly isHead: boolean;
}

/** Where a footway ends at a junction. */
export interface Corner {
  readonly node: number;
  /** How far along the piece, from its end, the corner lies; 0 where it lies behind it. */
  readonly alongMillimetres: number;
}

/**
 * The nodes of junctions. Where streets with footways meet there is a node at each corner, between one arm and the next, shared by
 * the footways on either side of it; elsewhere the one node of the centre lines. Arms without footways of their own lead to the corner that
 * they lie in.
 */
export class Junctions {
  /** By arm (2 × piece, + 1 for its head): the corner on its left and right, or its one node. */
  private readonly leftNode: Int32Array;
  private readonly rightNode: Int32Array;
  private readonly leftAlong: Float64Array;
  private readonly rightAlong: Float64Array;
  private readonly offsets: Float64Array;

  private constructor(pieces: CentrePieces, offsets: Float64Array) {
    const arms = 2 * pieces.lineOf.length;
    this.leftNode = new Int32Array(arms).fill(-1);
    this.rightNode = new Int32Array(arms).fill(-1);
    this.leftAlong = new Float64Array(arms);
    this.rightAlong = new Float64Array(arms);
    this.offsets = offsets;
  }

  /** Makes the nodes in `draft`. `offsets`: by piece, millimetres from the centre to its footways; 0 where it has none. */
  static *of(pieces: CentrePieces, offsets: Float64Array, draft: EdgeDraft): Generator<WorkStep, Junctions> {
    const junctions = new Junctions(pieces, offsets);
    const nodeCount = pieces.nodeX.length;
    const starts = new Int32Array(nodeCount + 1);
    const count = pieces.lineOf.length;
    for (const ends of [pieces.tails, pieces.heads]) for (const node of ends) starts[node + 1]++;
    for (let node = 0; node < nodeCount; node++) starts[node + 1] += starts[node];
    const arms = new Int32Array(2 * count);
    const next = starts.slice(0, nodeCount);
    for (let piece = 0; piece < count; piece++) {
      arms[next[pieces.tails[piece]]++] = 2 * piece;
      arms[next[pieces.heads[piece]]++] = 2 * piece + 1;
    }
    for (let node = 0; node < nodeCount; node++) {
      if ((node & 2047) === 0) yield { what: 'Laying corners', fraction: node / nodeCount };
      if (starts[node] < starts[node + 1])
        junctions.lay(pieces, draft, node, arms.subarray(starts[node], starts[node + 1]));
    }
    return junctions;
  }

  hasCorners({ piece }: Arm): boolean {
    return this.offsets[piece] > 0;
  }

  /** The node of an arm without footways. */
  nodeAt({ piece, isHead }: Arm): number {
    return this.leftNode[2 * piece + (isHead ? 1 : 0)];
  }

  /** The corner on one side of an arm, looking along it from its node. */
  cornerAt({ piece, isHead }: Arm, isLeft: boolean): Corner {
    const arm = 2 * piece + (isHead ? 1 : 0);
    return isLeft
      ? { node: this.leftNode[arm], alongMillimetres: this.leftAlong[arm] }
      : { node: this.rightNode[arm], alongMillimetres: this.rightAlong[arm] };
  }

  private lay(pieces: CentrePieces, draft: EdgeDraft, node: number, arms: Int32Array): void {
    const [x, y] = [pieces.nodeX.values[node], pieces.nodeY.values[node]];
    const ways = Array.from(arms, (arm) => wayOf(pieces, arm, this.offsets[arm >> 1]));
    const wide = ways.filter(({ offset }) => offset > 0).sort(byTurn);
    if (wide.length === 0) {
      const made = draft.addNode(x, y);
      for (const { arm } of ways) this.leftNode[arm] = this.rightNode[arm] = made;
      return;
    }
    const corners =
      wide.length === 1 ? this.laySingle(draft, x, y, wide[0]) : this.layRound(draft, x, y, wide);
    for (const way of ways) {
      if (way.offset > 0) continue;
      const corner =
        wide.length === 1 ? corners[isLeftOf(wide[0], way) ? 0 : 1] : corners[sectorOf(wide, way)];
      this.leftNode[way.arm] = this.rightNode[way.arm] = corner;
    }
  }

  /** A street that ends here, or goes on as a path: a node on either side of it. */
  private laySingle(draft: EdgeDraft, x: number, y: number, { arm, ux, uy, offset }: Way): [number, number] {
    const left = draft.addNode(Math.round(x - uy * offset), Math.round(y + ux * offset));
    const right = draft.addNode(Math.round(x + uy * offset), Math.round(y - ux * offset));
    this.leftNode[arm] = left;
    this.rightNode[arm] = right;
    return [left, right];
  }

  /** A node between each arm and the next, counter-clockwise. */
  private layRound(draft: EdgeDraft, x: number, y: number, wide: readonly Way[]): number[] {
    return wide.map((way, i) => {
      const after = wide[(i + 1) % wide.length];
      const { dx, dy, along, afterAlong } = cornerBetween(way, after);
      const corner = draft.addNode(Math.round(x + dx), Math.round(y + dy));
      this.leftNode[way.arm] = corner;
      this.leftAlong[way.arm] = Math.max(0, along);
      this.rightNode[after.arm] = corner;
      this.rightAlong[after.arm] = Math.max(0, afterAlong);
      return corner;
    });
  }
}

/** An arm's direction away from its node, a unit vector, and as whole numbers for exact comparison. */
interface Way {
  readonly arm: number;
  readonly dx: number;
  readonly dy: number;
  readonly ux: number;
  readonly uy: number;
  readonly offset: number;
  /** Half of the piece: no corner lies farther along. */
  readonly half: number;
}

function wayOf(pieces: CentrePieces, arm: number, offset: number): Way {
  const { xy, starts } = pieces.shapes;
  const piece = arm >> 1;
  const [from, to] = [starts[piece], starts[piece + 1]];
  const isHead = (arm & 1) === 1;
  const at = isHead ? to - 1 : from;
  const step = isHead ? -1 : 1;
  let other = at + step;
  // Past a vertex or two that lie on the node itself.
  while (other > from && other < to - 1 && isNear(xy, at, other)) other += step;
  const [dx, dy] = [xy[2 * other] - xy[2 * at], xy[2 * other + 1] - xy[2 * at + 1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  let whole = 0;
  for (let i = from; i + 1 < to; i++)
    whole += Math.sqrt((xy[2 * i + 2] - xy[2 * i]) ** 2 + (xy[2 * i + 3] - xy[2 * i + 1]) ** 2);
  return {
    arm,
    dx,
    dy,
    ux: length === 0 ? 1 : dx / length,
    uy: length === 0 ? 0 : dy / length,
    offset,
    half: whole / 2,
  };
}

function isNear(xy: Float64Array, one: number, other: number): boolean {
  return (xy[2 * one] - xy[2 * other]) ** 2 + (xy[2 * one + 1] - xy[2 * other + 1]) ** 2 < 500 ** 2;
}

/** Counter-clockwise from east; arms of one direction by number. */
function byTurn(one: Way, other: Way): number {
  const halves = halfOf(one) - halfOf(other);
  if (halves !== 0) return halves;
  const turn = one.dx * other.dy - one.dy * other.dx;
  return turn !== 0 ? (turn > 0 ? -1 : 1) : one.arm - other.arm;
}

function halfOf({ dx, dy }: Way): number {
  return dy > 0 || (dy === 0 && dx > 0) ? 0 : 1;
}

function isLeftOf(way: Way, other: Way): boolean {
  return way.dx * other.dy - way.dy * other.dx >= 0;
}

/** Place in `wide` of the arm that comes before this one, counter-clockwise. */
function sectorOf(wide: readonly Way[], way: Way): number {
  let before = wide.length - 1;
  for (const [i, one] of wide.entries()) if (byTurn(one, way) <= 0) before = i;
  return before;
}

/**
 * Where the left edge of one arm meets the right edge of the next, from their node, and how far along each arm that is. Arms that go
 * nearly straight on, or fold back, have their corner beside the node.
 */
function cornerBetween(
  one: Way,
  after: Way,
): { readonly dx: number; readonly dy: number; readonly along: number; readonly afterAlong: number } {
  const [ax, ay] = [-one.uy * one.offset, one.ux * one.offset];
  const [bx, by] = [after.uy * after.offset, -after.ux * after.offset];
  const turn = one.ux * after.uy - one.uy * after.ux;
  if (Math.abs(turn) < LEAST_TURN) return { dx: (ax + bx) / 2, dy: (ay + by) / 2, along: 0, afterAlong: 0 };
  const [wx, wy] = [bx - ax, by - ay];
  const along = clipped((wx * after.uy - wy * after.ux) / turn, one);
  const afterAlong = clipped((wx * one.uy - wy * one.ux) / turn, after);
  return {
    dx: (ax + along * one.ux + bx + afterAlong * after.ux) / 2,
    dy: (ay + along * one.uy + by + afterAlong * after.uy) / 2,
    along,
    afterAlong,
  };
}

/** Sine of an angle of 10°. */
const LEAST_TURN = 0.17;

function clipped(along: number, { offset, half }: Way): number {
  return Math.max(-2 * offset, Math.min(along, 4 * offset, half));
}
