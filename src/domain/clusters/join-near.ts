import Flatbush from 'flatbush';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';

/**
 * Which points lie together: two are joined when at most `distance` apart, and so is whoever is joined to either (single
 * linkage; DBSCAN of Ester and others, 1996, with every point a core point). Returns for each point the lowest point of its
 * group. Coordinates and distance in one unit on a plane, finite; distance above 0. The points of a square whose diagonal is
 * the distance are joined without looking; squares are found by a packed R-tree, so a crowd costs no more than its squares.
 */
export function* joinNear(
  x: Float64Array,
  y: Float64Array,
  distance: number,
): Generator<WorkStep, Uint32Array> {
  const what = 'Joining not-spots that lie together';
  const group = Uint32Array.from(x, (_, i) => i);
  if (x.length === 0) return group;
  const squares = yield* squaresOf(x, y, distance, what);
  for (let square = 0; square < squares.count; square++) {
    const first = squares.points[squares.starts[square]];
    for (let i = squares.starts[square] + 1; i < squares.starts[square + 1]; i++)
      join(group, first, squares.points[i]);
  }
  yield { what, fraction: 0.4 };
  const index = new Flatbush(squares.count);
  const { boxes } = squares;
  const reach = distance + SLACK;
  const plane: Plane = { x, y, distance, reach, squares };
  for (let square = 0; square < squares.count; square++)
    index.add(boxes[4 * square], boxes[4 * square + 1], boxes[4 * square + 2], boxes[4 * square + 3]);
  index.finish();
  for (let square = 0; square < squares.count; square++) {
    if (square % SQUARES_A_STEP === 0) yield { what, fraction: 0.4 + (0.6 * square) / squares.count };
    const [west, south, east, north] = boxes.subarray(4 * square, 4 * square + 4);
    index.search(west - reach, south - reach, east + reach, north + reach, (other) => {
      if (other > square) joinSquares(group, plane, square, other);
      return false;
    });
  }
  for (let i = 0; i < group.length; i++) group[i] = lowest(group, i);
  return group;
}

const SQUARES_A_STEP = 2_048;
/** What boxes are looked at further out, so that rounding at their edges loses no pair. */
const SLACK = 1e-6;

/** Points by square: points[starts[s] .. starts[s + 1]), and the box around them. */
interface Squares {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly points: Uint32Array;
  /** west, south, east, north per square. */
  readonly boxes: Float64Array;
}

function* squaresOf(
  x: Float64Array,
  y: Float64Array,
  distance: number,
  what: string,
): Generator<WorkStep, Squares> {
  // A hair shorter, so that rounding cannot part two corners of one square by more than the distance.
  const side = (distance / Math.SQRT2) * (1 - 1e-9);
  const numbers = new Map<string | number, number>();
  const squareOf = new Uint32Array(x.length);
  const originX = Math.floor(x[0] / side);
  const originY = Math.floor(y[0] / side);
  for (let i = 0; i < x.length; i++) {
    if (i % CHUNK_ROWS === 0) yield { what, fraction: (0.4 * i) / x.length };
    const column = Math.floor(x[i] / side) - originX;
    const row = Math.floor(y[i] / side) - originY;
    const near = Math.abs(column) < SPAN / 2 && Math.abs(row) < SPAN / 2;
    const key = near ? column * SPAN + row : `${column} ${row}`;
    let square = numbers.get(key);
    if (square === undefined) {
      square = numbers.size;
      numbers.set(key, square);
    }
    squareOf[i] = square;
  }
  const count = numbers.size;
  const starts = new Uint32Array(count + 1);
  for (const square of squareOf) starts[square + 1]++;
  for (let square = 0; square < count; square++) starts[square + 1] += starts[square];
  const next = starts.slice(0, count);
  const points = new Uint32Array(x.length);
  const boxes = new Float64Array(4 * count);
  for (let i = 0; i < x.length; i++) {
    const square = squareOf[i];
    const isFirst = next[square] === starts[square];
    points[next[square]++] = i;
    const at = 4 * square;
    boxes[at] = isFirst ? x[i] : Math.min(boxes[at], x[i]);
    boxes[at + 1] = isFirst ? y[i] : Math.min(boxes[at + 1], y[i]);
    boxes[at + 2] = isFirst ? x[i] : Math.max(boxes[at + 2], x[i]);
    boxes[at + 3] = isFirst ? y[i] : Math.max(boxes[at + 3], y[i]);
  }
  return { count, starts, points, boxes };
}

/** So many squares north of each other have numbers of their own. */
const SPAN = 2 ** 26;

interface Plane {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly distance: number;
  readonly reach: number;
  readonly squares: Squares;
}

/** Joins two squares where a point of one is near enough to a point of the other. */
function joinSquares(group: Uint32Array, plane: Plane, one: number, other: number): void {
  const { x, y, distance, reach, squares } = plane;
  const { starts, points, boxes } = squares;
  if (lowest(group, points[starts[one]]) === lowest(group, points[starts[other]])) return;
  const [west, south, east, north] = boxes.subarray(4 * other, 4 * other + 4);
  const most = distance * distance;
  for (let i = starts[one]; i < starts[one + 1]; i++) {
    const px = x[points[i]];
    const py = y[points[i]];
    if (px < west - reach || px > east + reach || py < south - reach || py > north + reach) continue;
    for (let j = starts[other]; j < starts[other + 1]; j++) {
      const dx = px - x[points[j]];
      const dy = py - y[points[j]];
      if (dx * dx + dy * dy > most) continue;
      join(group, points[i], points[j]);
      return;
    }
  }
}

function join(group: Uint32Array, one: number, other: number): void {
  const a = lowest(group, one);
  const b = lowest(group, other);
  if (a < b) group[b] = a;
  else group[a] = b;
}

/** The lowest point of a group; the way there is halved as it is walked. */
function lowest(group: Uint32Array, point: number): number {
  let at = point;
  while (group[at] !== at) {
    group[at] = group[group[at]];
    at = group[at];
  }
  return at;
}
