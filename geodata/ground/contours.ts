import { at, type Position, ringContains, signedAreaMetres2 } from './position.ts';

/** Values at the corners of square cells: value(column, row) stands at west + column × cell, south + row × cell. */
export interface Field {
  readonly west: number;
  readonly south: number;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/** An empty field over a square about a centre, filled with `value`. */
export function fieldOver([x, y]: Position, reachMetres: number, cellMetres: number, value: number): Field {
  const columns = Math.ceil((2 * reachMetres) / cellMetres) + 1;
  return {
    west: Math.round(x - reachMetres),
    south: Math.round(y - reachMetres),
    cellMetres,
    columns,
    rows: columns,
    values: new Float32Array(columns * columns).fill(value),
  };
}

/**
 * Polygons where a field is at least `level` (marching squares, straight between corners; where a cell's corners
 * alternate its mean decides). Outer rings run anticlockwise, holes clockwise, open. The field's rim must lie below
 * the level. A higher level's polygons lie within a lower one's.
 */
export function polygonsAbove(field: Field, level: number): Position[][][] {
  const next = sidesOf(field, level);
  const outer: { ring: Position[]; holes: Position[][]; box: Box }[] = [];
  const holes: Position[][] = [];
  while (next.size > 0) {
    const start = next.keys().next().value as number;
    const ring: Position[] = [];
    let key = start;
    do {
      ring.push(crossing(field, level, key));
      const to = next.get(key) as number;
      next.delete(key);
      key = to;
    } while (key !== start);
    if (signedAreaMetres2(ring) > 0) outer.push({ ring, holes: [], box: boxOf(ring) });
    else holes.push(ring);
  }
  for (const hole of holes) {
    let home: (typeof outer)[number] | null = null;
    for (const candidate of outer) {
      if (!inBox(candidate.box, hole[0]) || !ringContains(candidate.ring, hole[0])) continue;
      if (!home || sizeOf(candidate.box) < sizeOf(home.box)) home = candidate;
    }
    home?.holes.push(hole);
  }
  return outer.map(({ ring, holes: own }) => [ring, ...own]);
}

/** The ring without the points that lie within `toleranceMetres` of the line between those kept (Douglas–Peucker). */
export function simplified(ring: readonly Position[], toleranceMetres: number): Position[] {
  const far = ring.reduce(
    (best, point, i) =>
      (point[0] - ring[0][0]) ** 2 + (point[1] - ring[0][1]) ** 2 >
      (ring[best][0] - ring[0][0]) ** 2 + (ring[best][1] - ring[0][1]) ** 2
        ? i
        : best,
    0,
  );
  const closed = [...ring, ring[0]];
  const kept = new Set([0, far]);
  const pending: [number, number][] = [
    [0, far],
    [far, ring.length],
  ];
  for (let span = pending.pop(); span; span = pending.pop()) {
    const [from, to] = span;
    const [ax, ay] = closed[from];
    const [bx, by] = closed[to];
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    let worst = toleranceMetres;
    let split = -1;
    for (let i = from + 1; i < to; i++) {
      const [x, y] = closed[i];
      const off =
        length === 0
          ? Math.sqrt((x - ax) ** 2 + (y - ay) ** 2)
          : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
      if (off <= worst) continue;
      worst = off;
      split = i;
    }
    if (split < 0) continue;
    kept.add(split);
    pending.push([from, split], [split, to]);
  }
  return [...kept].sort((a, b) => a - b).map((i) => ring[i]);
}

/** Crossed cell side → the crossed side that follows it, high ground to the left. */
function sidesOf(field: Field, level: number): Map<number, number> {
  const { columns, rows, values } = field;
  const next = new Map<number, number>();
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const i = row * columns + column;
      const [a, b, c, d] = [values[i], values[i + 1], values[i + columns + 1], values[i + columns]];
      const state = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
      if (state === 0 || state === 15) continue;
      // A side is known by its lower or left corner and whether it stands.
      const sides = [2 * i, 2 * (i + 1) + 1, 2 * (i + columns), 2 * i + 1];
      const isHighBetween = (a + b + c + d) / 4 >= level;
      const pairs = (isHighBetween ? JOINED[state] : undefined) ?? PAIRS[state];
      for (const [from, to] of pairs) next.set(sides[from], sides[to]);
    }
  }
  return next;
}

/** Sides 0 south, 1 east, 2 north, 3 west; corners 1 south-west, 2 south-east, 4 north-east, 8 north-west. */
const PAIRS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];
const JOINED: Partial<Record<number, readonly (readonly [number, number])[]>> = {
  5: [
    [0, 1],
    [2, 3],
  ],
  10: [
    [1, 2],
    [3, 0],
  ],
};

function crossing(field: Field, level: number, side: number): Position {
  const i = side >> 1;
  const isUpright = side % 2 === 1;
  const from = field.values[i];
  const to = field.values[isUpright ? i + field.columns : i + 1];
  const t = Math.min(0.995, Math.max(0.005, (level - from) / (to - from)));
  const x = field.west + (i % field.columns) * field.cellMetres;
  const y = field.south + Math.floor(i / field.columns) * field.cellMetres;
  return at(x + (isUpright ? 0 : t * field.cellMetres), y + (isUpright ? t * field.cellMetres : 0));
}

type Box = readonly [number, number, number, number];

function boxOf(ring: readonly Position[]): Box {
  let [west, south] = ring[0];
  let [east, north] = ring[0];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

function inBox([west, south, east, north]: Box, [x, y]: Position): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

function sizeOf([west, south, east, north]: Box): number {
  return (east - west) * (north - south);
}
