import type { WorkStep } from '../project/work-step.ts';
import type { FoundThings } from './found-things.ts';
import { LineCuts } from './line-cuts.ts';
import { type LinesToJoin, levelsDiffer } from './lines-to-join.ts';
import { MergedNodes } from './merged-nodes.ts';
import { NearNodes } from './near-nodes.ts';
import { segmentCrossing } from './segment-crossing.ts';
import { SegmentGrid, shareAlong, squaredDistance } from './segment-grid.ts';
import { SNAP_MILLIMETRES } from './snap-millimetres.ts';

/** Where lines meet, and the nodes there. */
export interface FoundCuts {
  readonly cuts: LineCuts;
  readonly nodes: MergedNodes;
}

/** Finds where ends meet ends, ends meet lines, and lines cross. */
export function* findCuts(given: LinesToJoin, found: FoundThings): Generator<WorkStep, FoundCuts> {
  const grid = yield* SegmentGrid.of(given, 'Ordering streets', given.isIn);
  const finder = new CutFinder(given, grid, found);
  yield* finder.joinEnds();
  yield* finder.endsOnBodies();
  if (given.splitsAtCrossings) yield* finder.crossings();
  return finder;
}

class CutFinder {
  readonly nodes = new MergedNodes();
  readonly cuts: LineCuts;
  private readonly given: LinesToJoin;
  private readonly grid: SegmentGrid;
  private readonly found: FoundThings;
  private readonly lineCount: number;
  /** Line of each vertex. */
  private readonly lineOfVertex: Int32Array;
  /** Node at the first and last vertex of each line. */
  private readonly firstNode: Int32Array;
  private readonly lastNode: Int32Array;

  constructor(given: LinesToJoin, grid: SegmentGrid, found: FoundThings) {
    this.given = given;
    this.cuts = new LineCuts(given);
    this.grid = grid;
    this.found = found;
    this.lineCount = given.starts.length - 1;
    this.lineOfVertex = new Int32Array(given.xy.length / 2);
    for (let line = 0; line < this.lineCount; line++)
      this.lineOfVertex.fill(line, given.starts[line], given.starts[line + 1]);
    this.firstNode = new Int32Array(this.lineCount).fill(-1);
    this.lastNode = new Int32Array(this.lineCount).fill(-1);
  }

  /** Every end at the nearest earlier end within the tolerance, else a node of its own. */
  *joinEnds(): Generator<WorkStep> {
    const { xy, starts, isIn, nameOf } = this.given;
    const near = new NearNodes();
    const toNode = new Map<number, number>();
    const ends = new MergedNodes();
    for (let line = 0; line < this.lineCount; line++) {
      if ((line & 4095) === 0) yield { what: 'Joining ends', fraction: line / this.lineCount };
      if (!isIn(line)) continue;
      for (const isLast of [false, true]) {
        const vertex = isLast ? starts[line + 1] - 1 : starts[line];
        const [x, y] = [xy[2 * vertex], xy[2 * vertex + 1]];
        const end = ends.at(x, y);
        let node = toNode.get(end);
        if (node === undefined) {
          node = near.nearest(x, y);
          if (node < 0) {
            node = this.nodes.at(x, y);
            near.add(node, x, y);
          } else this.found.add('SNAPPED_END', () => nameOf(line));
          toNode.set(end, node);
        }
        (isLast ? this.lastNode : this.firstNode)[line] = node;
        this.cuts.add(line, vertex, node);
      }
    }
  }

  /** Lines are cut where another line's end lies on them. */
  *endsOnBodies(): Generator<WorkStep> {
    const { xy, starts, isIn, nameOf } = this.given;
    const done = new MergedNodes();
    for (let line = 0; line < this.lineCount; line++) {
      if ((line & 2047) === 0) yield { what: 'Joining ends to streets', fraction: line / this.lineCount };
      if (!isIn(line)) continue;
      for (const isLast of [false, true]) {
        const vertex = isLast ? starts[line + 1] - 1 : starts[line];
        const [x, y] = [xy[2 * vertex], xy[2 * vertex + 1]];
        const before = done.count;
        if (done.at(x, y) < before && !this.levelMatters(line)) continue;
        const node = (isLast ? this.lastNode : this.firstNode)[line];
        const r = SNAP_MILLIMETRES;
        this.grid.within(x - r, y - r, x + r, y + r, (segment) => {
          const squared = squaredDistance(xy, segment, x, y);
          if (squared > r * r) return;
          const body = this.lineOfVertex[segment];
          const share = shareAlong(xy, segment, x, y);
          const px = xy[2 * segment] + share * (xy[2 * segment + 2] - xy[2 * segment]);
          const py = xy[2 * segment + 1] + share * (xy[2 * segment + 3] - xy[2 * segment + 1]);
          if (this.isItsEnd(body, node, px, py)) return;
          if (squared > TOUCH_SQUARED && this.levelsDiffer(line, body)) return;
          if (squared > TOUCH_SQUARED) this.found.add('SNAPPED_END', () => nameOf(line));
          this.cuts.add(body, segment + share, node);
        });
      }
    }
  }

  /** Both lines are cut where they cross, but near ends, which were joined before, and between known levels. */
  *crossings(): Generator<WorkStep> {
    const { xy, starts, isIn, nameOf, levelOf } = this.given;
    for (let line = 0; line < this.lineCount; line++) {
      if ((line & 1023) === 0) yield { what: 'Finding crossings', fraction: line / this.lineCount };
      if (!isIn(line)) continue;
      for (let one = starts[line]; one < starts[line + 1] - 1; one++) {
        const [ax, ay, bx, by] = [xy[2 * one], xy[2 * one + 1], xy[2 * one + 2], xy[2 * one + 3]];
        this.grid.along(ax, ay, bx, by, (other) => {
          if (other <= one + 1) return;
          const met = segmentCrossing(ax, ay, bx, by, xy, other);
          if (!met || this.liesAlong(one, other)) return;
          const second = this.lineOfVertex[other];
          const x = Math.round(ax + met.share * (bx - ax));
          const y = Math.round(ay + met.share * (by - ay));
          if (second === line && this.isRingEnd(line, one, other)) return;
          if (this.isNearEnd(line, x, y) || this.isNearEnd(second, x, y)) return;
          if (this.levelsDiffer(line, second)) {
            this.found.add('KEPT_APART_BY_LEVEL', () => `${nameOf(line)} and ${nameOf(second)}`);
            return;
          }
          const node = this.nodes.at(x, y);
          const isShared = isVertex(met.share) && isVertex(met.otherShare);
          const isAssumed = levelOf(line) === null || levelOf(second) === null;
          // Lines that have a vertex in common say themselves that they meet.
          if (isAssumed && !isShared && second !== line)
            this.found.add('SPLIT_AT_CROSSING', () => `${nameOf(line)} and ${nameOf(second)}`);
          this.cuts.add(line, one + met.share, node);
          this.cuts.add(second, other + met.otherShare, node);
        });
      }
    }
  }

  private levelMatters(line: number): boolean {
    return this.given.levelOf(line) !== null;
  }

  private levelsDiffer(one: number, other: number): boolean {
    return levelsDiffer(this.given, one, other);
  }

  /** Whether a place is where the line itself begins or ends: its end was joined to all that is there. */
  private isNearEnd(line: number, x: number, y: number): boolean {
    const { starts } = this.given;
    return (
      this.squaredFrom(starts[line], x, y) <= SNAP_MILLIMETRES ** 2 ||
      this.squaredFrom(starts[line + 1] - 1, x, y) <= SNAP_MILLIMETRES ** 2
    );
  }

  /** Whether a line ends at a node, by this place. */
  private isItsEnd(line: number, node: number, x: number, y: number): boolean {
    const { starts } = this.given;
    const far = (2 * SNAP_MILLIMETRES) ** 2;
    return (
      (this.firstNode[line] === node && this.squaredFrom(starts[line], x, y) <= far) ||
      (this.lastNode[line] === node && this.squaredFrom(starts[line + 1] - 1, x, y) <= far)
    );
  }

  private squaredFrom(vertex: number, x: number, y: number): number {
    const { xy } = this.given;
    return (xy[2 * vertex] - x) ** 2 + (xy[2 * vertex + 1] - y) ** 2;
  }

  /** Whether two segments lie on one another: rounding makes them cross anywhere, and their ends cut them already. */
  private liesAlong(one: number, other: number): boolean {
    const { xy } = this.given;
    const touching = [one, one + 1, other, other + 1].filter(
      (vertex, i) =>
        squaredDistance(xy, i < 2 ? other : one, xy[2 * vertex], xy[2 * vertex + 1]) <= TOUCH_SQUARED,
    );
    return touching.some(
      (vertex) =>
        this.squaredFrom(vertex, xy[2 * touching[0]], xy[2 * touching[0] + 1]) > SNAP_MILLIMETRES ** 2,
    );
  }

  /** Whether two segments of a ring are its first and last, which meet where it closes. */
  private isRingEnd(line: number, one: number, other: number): boolean {
    const { xy, starts } = this.given;
    const [first, last] = [starts[line], starts[line + 1] - 1];
    return (
      one === first &&
      other === last - 1 &&
      xy[2 * first] === xy[2 * last] &&
      xy[2 * first + 1] === xy[2 * last + 1]
    );
  }
}

/** Two centimetres: what whole numbers and a file's last decimals leave of a touch. */
const TOUCH_SQUARED = 20 ** 2;

function isVertex(share: number): boolean {
  return share === 0 || share === 1;
}
