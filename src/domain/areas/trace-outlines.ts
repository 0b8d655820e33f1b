import { RingGroups } from './ring-groups.ts';
import type { Position, Shape } from './shape.ts';

/** Where an edge, by number, is at an ordinate. */
export type EdgeAt = (edge: number, ordinate: number) => number;

/**
 * The outlines of what a sweeping line finds between the edges it goes over, by answer. Told of every piece of the sweep
 * from south to north: `cross` for its edges from west to east, then `piece`; in the end `finish`. No two edges cross
 * within a piece. An outline runs along original edges, with the ground of its answer to its left.
 */
export class OutlineTracer {
  private readonly outlines: readonly AnswerOutline[];
  private now = OUTSIDE;
  private edge = NONE;

  /** Abscissae closer than `tolerance` are the same. */
  constructor(at: EdgeAt, answers: number, tolerance: number) {
    this.outlines = Array.from({ length: answers }, () => new AnswerOutline(at, tolerance));
  }

  /** The line goes over an edge, beyond which `answer` lies (OUTSIDE: none). Nothing lies in a strip without width. */
  cross(edge: number, answer: number, hasWidth: boolean): void {
    // Of edges that lie on one another the same is taken all along.
    if (this.edge === NONE || edge < this.edge) this.edge = edge;
    if (!hasWidth) return;
    if (answer !== this.now) {
      if (this.now !== OUTSIDE) this.outlines[this.now].ahead.push(this.edge);
      if (answer !== OUTSIDE) this.outlines[answer].ahead.push(this.edge);
      this.now = answer;
    }
    this.edge = NONE;
  }

  /** All edges above this ordinate were told. */
  piece(ordinate: number): void {
    for (const outline of this.outlines) outline.goOn(ordinate);
  }

  /** The shapes, by answer, after the last piece has ended at `ordinate`. */
  finish(ordinate: number): Shape[] {
    this.piece(ordinate);
    return this.outlines.map((outline) => outline.shape());
  }
}

/** No answer: beyond the ward. */
export const OUTSIDE = -1;
const NONE = -1;

/**
 * The outline of one answer as runs along edges. In every piece runs take turns: ground begins at one (which leads
 * south) and ends at the next (which leads north). Ends are numbered 2 · run for the southern and 2 · run + 1 for the
 * northern, and each is linked with exactly one other.
 */
class AnswerOutline {
  /** Edges of the piece to come, from west to east. */
  ahead: number[] = [];
  private behind: number[] = [];
  private readonly edge: number[] = [];
  private readonly leadsNorth: boolean[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly link: number[] = [];
  private readonly groups = new RingGroups();
  private readonly at: EdgeAt;
  private readonly tolerance: number;

  constructor(at: EdgeAt, tolerance: number) {
    this.at = at;
    this.tolerance = tolerance;
  }

  goOn(ordinate: number): void {
    const { ahead, behind, edge } = this;
    this.ahead = [];
    if (ahead.length === behind.length && behind.every((run, i) => edge[run] === ahead[i])) return;
    this.behind = this.linked(ahead, ordinate);
    for (let i = 0; i + 1 < this.behind.length; i += 2) this.groups.join(this.behind[i], this.behind[i + 1]);
  }

  /**
   * Runs below and edges above the ordinate in their common order. Wherever ground lies on one side only, the outline
   * is level, from one event to the next: these two ends are linked.
   */
  private linked(ahead: readonly number[], ordinate: number): number[] {
    const { behind } = this;
    const above: number[] = [];
    let open = NONE;
    let opened = BELOW;
    const take = (end: number, side: number): void => {
      if (open === NONE) {
        open = end;
        opened = side;
        return;
      }
      this.link[open] = end;
      this.link[end] = open;
      this.groups.join(open >> 1, end >> 1);
      open = NONE;
    };
    let i = 0;
    let westBelow = Number.NEGATIVE_INFINITY;
    let westAbove = Number.NEGATIVE_INFINITY;
    while (i < behind.length || above.length < ahead.length) {
      const j = above.length;
      const isBoth = i < behind.length && j < ahead.length;
      if (isBoth && open === NONE && this.edge[behind[i]] === ahead[j]) {
        above.push(behind[i++]);
        continue;
      }
      const x = isBoth ? this.at(this.edge[behind[i]], ordinate) : 0;
      const y = isBoth ? this.at(ahead[j], ordinate) : 0;
      // Rounding may turn neighbours round; their order stands.
      westBelow = Math.max(westBelow, x);
      westAbove = Math.max(westAbove, y);
      let side = westBelow < westAbove ? BELOW : ABOVE;
      if (!isBoth) side = i < behind.length ? BELOW : ABOVE;
      else if (Math.abs(westBelow - westAbove) <= this.tolerance)
        side = open === NONE ? BELOW : touching(opened, (opened === BELOW ? i : j) % 2 === 1);
      if (side === BELOW) {
        const run = behind[i++];
        this.to[run] = ordinate;
        take(2 * run + 1, BELOW);
      } else {
        const run = this.edge.push(ahead[j]) - 1;
        this.leadsNorth.push(j % 2 === 1);
        this.from.push(ordinate);
        this.to.push(ordinate);
        above.push(run);
        this.groups.add();
        take(2 * run, ABOVE);
      }
    }
    return above;
  }

  shape(): Shape {
    const seen = new Uint8Array(this.edge.length);
    for (let first = 0; first < seen.length; first++) {
      if (seen[first]) continue;
      const ring: Position[] = [];
      for (let run = first; !seen[run]; ) {
        seen[run] = 1;
        const south: Position = [this.at(this.edge[run], this.from[run]), this.from[run]];
        const north: Position = [this.at(this.edge[run], this.to[run]), this.to[run]];
        if (this.leadsNorth[run]) ring.push(south, north);
        else ring.push(north, south);
        run = this.link[this.leadsNorth[run] ? 2 * run + 1 : 2 * run] >> 1;
      }
      this.groups.addRing(first, ring);
    }
    return this.groups.polygons();
  }
}

const BELOW = 0;
const ABOVE = 1;

/**
 * At a point where ground touches ground only with its tip, the outlines are to stay apart. Ground that has begun on a side
 * ends there on the same side; where ground ends on one side, it ends on the other too.
 */
function touching(opened: number, hasBegun: boolean): number {
  return hasBegun ? opened : BELOW + ABOVE - opened;
}
