import type { WorkStep } from '../project/work-step.ts';
import type { FoundThings } from './found-things.ts';
import { MergedNodes } from './merged-nodes.ts';
import { type PlaneLines, SegmentGrid, shareAlong, squaredDistance } from './segment-grid.ts';

/** Ends nearer than this to another line's end or body are taken to meet it; so are crossings this near one another. Millimetres. */
export const SNAP_MILLIMETRES = 1000;

/** Pieces of lines between the nodes where they meet. */
export interface JoinedLines {
  readonly nodeX: Float64Array;
  readonly nodeY: Float64Array;
  /** Line, tail and head of each piece, in the order of lines and along them. */
  readonly lineOf: Int32Array;
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  /** Its shape from tail to head, nodes included. */
  readonly shapes: PlaneLines;
}

export interface LinesToJoin extends PlaneLines {
  /** Lines that are left out have false. */
  readonly isIn: (line: number) => boolean;
  /** null: not known. Lines of two known levels cross without meeting. */
  readonly levelOf: (line: number) => number | null;
  /** False: lines meet at ends only (ducts cross without meeting). */
  readonly splitsAtCrossings: boolean;
  readonly nameOf: (line: number) => string;
}

/**
 * Lines cut where they meet: ends within SNAP_MILLIMETRES of one another or of a line's body, and crossings, but between
 * levels that are known to differ. The lowest line's place stands for all that meet.
 */
export function* joinLines(given: LinesToJoin, found: FoundThings): Generator<WorkStep, JoinedLines> {
  const grid = yield* SegmentGrid.of(given, 'Ordering streets', given.isIn);
  const desk = new JoinDesk(given, grid, found);
  yield* desk.joinEnds();
  yield* desk.endsOnBodies();
  if (given.splitsAtCrossings) yield* desk.crossings();
  yield* desk.mergeNear();
  return yield* desk.pieces();
}

class JoinDesk {
  private readonly given: LinesToJoin;
  private readonly grid: SegmentGrid;
  private readonly found: FoundThings;
  private readonly nodes = new MergedNodes();
  private readonly lineCount: number;
  /** Line of each vertex. */
  private readonly lineOfVertex: Int32Array;
  /** Node at the first and last vertex of each line. */
  private readonly firstNode: Int32Array;
  private readonly lastNode: Int32Array;
  /** Cuts: line, where along it (vertex and share of the segment behind it), node. */
  private readonly cutLines: number[] = [];
  private readonly cutAts: number[] = [];
  private readonly cutNodes: number[] = [];
  /** Cuts in the order of lines and along them, once sorted. */
  private sorted = new Int32Array(0);

  constructor(given: LinesToJoin, grid: SegmentGrid, found: FoundThings) {
    this.given = given;
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
        this.cut(line, vertex, node);
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
          this.cut(body, segment + share, node);
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
          const met = crossing(ax, ay, bx, by, xy, other);
          if (!met) return;
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
          this.cut(line, one + met.share, node);
          this.cut(second, other + met.otherShare, node);
        });
      }
    }
  }

  /** Nodes of one line that are nearer than the tolerance along it are one. */
  *mergeNear(): Generator<WorkStep> {
    const count = this.cutLines.length;
    this.sorted = yield* this.inOrder();
    for (let at = 0; at + 1 < count; at++) {
      if ((at & 16383) === 0) yield { what: 'Joining streets', fraction: at / count };
      const [one, other] = [this.sorted[at], this.sorted[at + 1]];
      if (this.cutLines[one] !== this.cutLines[other] || this.cutNodes[one] === this.cutNodes[other])
        continue;
      if (this.millimetresBetween(this.cutAts[one], this.cutAts[other]) <= SNAP_MILLIMETRES)
        this.nodes.merge(this.cutNodes[one], this.cutNodes[other]);
    }
  }

  *pieces(): Generator<WorkStep, JoinedLines> {
    const { xy, nameOf } = this.given;
    const { nodes, sorted } = this;
    const numbers = new Int32Array(nodes.count).fill(-1);
    const [nodeX, nodeY]: [number[], number[]] = [[], []];
    const numberOf = (node: number): number => {
      const root = nodes.find(node);
      if (numbers[root] < 0) {
        numbers[root] = nodeX.length;
        nodeX.push(nodes.xs[root]);
        nodeY.push(nodes.ys[root]);
      }
      return numbers[root];
    };
    const [lineOf, tails, heads, starts]: number[][] = [[], [], [], [0]];
    const shape: number[] = [];
    const known = new KnownPieces();
    for (let at = 0; at + 1 < sorted.length; at++) {
      if ((at & 4095) === 0) yield { what: 'Cutting streets', fraction: at / sorted.length };
      const [from, to] = [sorted[at], sorted[at + 1]];
      const line = this.cutLines[from];
      if (line !== this.cutLines[to]) continue;
      const [tail, head] = [numberOf(this.cutNodes[from]), numberOf(this.cutNodes[to])];
      const length = this.millimetresBetween(this.cutAts[from], this.cutAts[to]);
      if (tail === head && length <= 2 * SNAP_MILLIMETRES) {
        const isWhole = this.isWhole(line, from, to);
        if (isWhole) this.found.add('ZERO_LENGTH', () => nameOf(line));
        continue;
      }
      const begin = shape.length;
      shape.push(nodeX[tail], nodeY[tail]);
      for (let vertex = Math.floor(this.cutAts[from]) + 1; vertex < this.cutAts[to]; vertex++) {
        const [x, y] = [xy[2 * vertex], xy[2 * vertex + 1]];
        if (x !== shape[shape.length - 2] || y !== shape[shape.length - 1]) shape.push(x, y);
      }
      if (
        shape[shape.length - 2] === nodeX[head] &&
        shape[shape.length - 1] === nodeY[head] &&
        shape.length - begin > 2
      )
        shape.length -= 2;
      shape.push(nodeX[head], nodeY[head]);
      const twin = known.like(tail, head, shape, begin, (piece) => !this.levelsDiffer(lineOf[piece], line));
      if (twin >= 0) {
        this.found.add('DUPLICATE', () =>
          lineOf[twin] === line ? nameOf(line) : `${nameOf(line)} on ${nameOf(lineOf[twin])}`,
        );
        shape.length = begin;
        continue;
      }
      known.add(lineOf.length, tail, head, shape, begin);
      lineOf.push(line);
      tails.push(tail);
      heads.push(head);
      starts.push(shape.length / 2);
    }
    return {
      nodeX: Float64Array.from(nodeX),
      nodeY: Float64Array.from(nodeY),
      lineOf: Int32Array.from(lineOf),
      tails: Int32Array.from(tails),
      heads: Int32Array.from(heads),
      shapes: { xy: Float64Array.from(shape), starts: Int32Array.from(starts) },
    };
  }

  private cut(line: number, at: number, node: number): void {
    this.cutLines.push(line);
    this.cutAts.push(at);
    this.cutNodes.push(node);
  }

  /** Cuts by line, along it, then by node. Lines are counted out; the few cuts of each are sorted. */
  private *inOrder(): Generator<WorkStep, Int32Array<ArrayBuffer>> {
    const count = this.cutLines.length;
    const offsets = new Int32Array(this.lineCount + 1);
    for (const line of this.cutLines) offsets[line + 1]++;
    for (let line = 0; line < this.lineCount; line++) offsets[line + 1] += offsets[line];
    const order = new Int32Array(count);
    const next = offsets.slice(0, this.lineCount);
    for (let i = 0; i < count; i++) order[next[this.cutLines[i]]++] = i;
    for (let line = 0; line < this.lineCount; line++) {
      if ((line & 4095) === 0) yield { what: 'Joining streets', fraction: line / this.lineCount };
      if (offsets[line + 1] - offsets[line] > 1)
        order
          .subarray(offsets[line], offsets[line + 1])
          .sort((a, b) => this.cutAts[a] - this.cutAts[b] || this.cutNodes[a] - this.cutNodes[b]);
    }
    return order;
  }

  private isWhole(line: number, from: number, to: number): boolean {
    const { starts } = this.given;
    return this.cutAts[from] === starts[line] && this.cutAts[to] === starts[line + 1] - 1;
  }

  private levelMatters(line: number): boolean {
    return this.given.levelOf(line) !== null;
  }

  private levelsDiffer(one: number, other: number): boolean {
    const [a, b] = [this.given.levelOf(one), this.given.levelOf(other)];
    return a !== null && b !== null && a !== b;
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

  private millimetresBetween(from: number, to: number): number {
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
}

/** Two centimetres: what whole numbers and a file's last decimals leave of a touch. */
const TOUCH_SQUARED = 20 ** 2;

function placeAt(xy: Float64Array, at: number): [number, number] {
  const vertex = Math.floor(at);
  const share = at - vertex;
  if (share === 0) return [xy[2 * vertex], xy[2 * vertex + 1]];
  return [
    xy[2 * vertex] + share * (xy[2 * vertex + 2] - xy[2 * vertex]),
    xy[2 * vertex + 1] + share * (xy[2 * vertex + 3] - xy[2 * vertex + 1]),
  ];
}

function isVertex(share: number): boolean {
  return share === 0 || share === 1;
}

/** Where two segments cross or touch, as shares of each; null where they do not or lie along one another. */
export function crossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  xy: Float64Array,
  other: number,
): { readonly share: number; readonly otherShare: number } | null {
  const [cx, cy] = [xy[2 * other], xy[2 * other + 1]];
  const [rx, ry] = [bx - ax, by - ay];
  const [sx, sy] = [xy[2 * other + 2] - cx, xy[2 * other + 3] - cy];
  const turn = rx * sy - ry * sx;
  if (turn === 0) return null;
  const share = ((cx - ax) * sy - (cy - ay) * sx) / turn;
  if (!(share >= 0 && share <= 1)) return null;
  const otherShare = ((cx - ax) * ry - (cy - ay) * rx) / turn;
  return otherShare >= 0 && otherShare <= 1 ? { share, otherShare } : null;
}

/** Nodes by place, in cells of the tolerance. */
class NearNodes {
  private readonly cells = new Map<number, { node: number; x: number; y: number }[]>();

  add(node: number, x: number, y: number): void {
    const key = cellKey(Math.floor(x / SNAP_MILLIMETRES), Math.floor(y / SNAP_MILLIMETRES));
    const cell = this.cells.get(key);
    if (cell) cell.push({ node, x, y });
    else this.cells.set(key, [{ node, x, y }]);
  }

  /** The nearest within the tolerance, the earlier of equals; −1: none. */
  nearest(x: number, y: number): number {
    const [cx, cy] = [Math.floor(x / SNAP_MILLIMETRES), Math.floor(y / SNAP_MILLIMETRES)];
    let best = SNAP_MILLIMETRES ** 2;
    let node = -1;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const one of this.cells.get(cellKey(cx + dx, cy + dy)) ?? []) {
          const squared = (one.x - x) ** 2 + (one.y - y) ** 2;
          if (squared < best || (squared === best && (node < 0 || one.node < node))) {
            best = squared;
            node = one.node;
          }
        }
    return node;
  }
}

/** Cells up to 33,000 km away. */
function cellKey(x: number, y: number): number {
  return (x + 33_554_432) * 67_108_864 + y + 33_554_432;
}

/** Pieces between the same nodes, to tell which are drawn twice. */
class KnownPieces {
  private readonly known = new Map<number, { piece: number; length: number; x: number; y: number }[]>();

  add(piece: number, tail: number, head: number, shape: readonly number[], begin: number): void {
    const key = keyOf(tail, head);
    const entry = { piece, ...middleOf(shape, begin) };
    const list = this.known.get(key);
    if (list) list.push(entry);
    else this.known.set(key, [entry]);
  }

  /** An earlier piece between the same nodes, of the same length and by the same middle; −1: none. */
  like(
    tail: number,
    head: number,
    shape: readonly number[],
    begin: number,
    accepts: (piece: number) => boolean,
  ): number {
    const list = this.known.get(keyOf(tail, head));
    if (!list) return -1;
    const { length, x, y } = middleOf(shape, begin);
    const most = (2 * SNAP_MILLIMETRES) ** 2;
    const found = list.find(
      (one) =>
        Math.abs(one.length - length) <= 2 * SNAP_MILLIMETRES &&
        (one.x - x) ** 2 + (one.y - y) ** 2 <= most &&
        accepts(one.piece),
    );
    return found?.piece ?? -1;
  }
}

function keyOf(tail: number, head: number): number {
  return tail < head ? tail * 67_108_864 + head : head * 67_108_864 + tail;
}

function middleOf(shape: readonly number[], begin: number): { length: number; x: number; y: number } {
  let length = 0;
  for (let i = begin; i + 3 < shape.length; i += 2)
    length += Math.sqrt((shape[i + 2] - shape[i]) ** 2 + (shape[i + 3] - shape[i + 1]) ** 2);
  let left = length / 2;
  for (let i = begin; i + 3 < shape.length; i += 2) {
    const step = Math.sqrt((shape[i + 2] - shape[i]) ** 2 + (shape[i + 3] - shape[i + 1]) ** 2);
    if (step >= left && step > 0) {
      const share = left / step;
      return {
        length,
        x: shape[i] + share * (shape[i + 2] - shape[i]),
        y: shape[i + 1] + share * (shape[i + 3] - shape[i + 1]),
      };
    }
    left -= step;
  }
  return { length, x: shape[begin], y: shape[begin + 1] };
}
