import type { TrenchPiece } from '../cost/trench-piece.ts';
import { pointKey } from './built-together.ts';

/** A route as it hangs from the places that fibre comes from: each node is reached by one piece, roots by none. */
export interface TrenchTree {
  /** Nodes in the order in which fibre reaches them: every node after the one before it on its way. */
  readonly nodes: readonly TreeNode[];
  /** Node of the end of a piece that lies nearest to a point, at it for who has a lead-in; −1 where nothing is built. */
  readonly nodeAt: (point: Point) => number;
}

interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** A node of a route, and what leads to it. */
export interface TreeNode {
  /** Node before it; −1: it is where fibre comes from. */
  readonly before: number;
  /** Piece that leads here; −1 at roots. */
  readonly piece: number;
  /** Place in `roots`; −1: led from none of them. */
  readonly root: number;
}

/**
 * Walks pieces from each root, the nearest point of the route to it. Where a route has a loop (streets that were to be dug in
 * any case), the way with the fewest pieces counts. What hangs from no root begins at its first point.
 */
export function trenchTree(
  pieces: readonly Pick<TrenchPiece, 'line' | 'kind'>[],
  roots: readonly Point[],
): TrenchTree {
  const ends = pieces.map(({ line }) => [endKey(line, 0), endKey(line, line.length - 2)] as const);
  const piecesAt = new Map<string, number[]>();
  for (const [piece, pair] of ends.entries())
    for (const key of pair) {
      const had = piecesAt.get(key);
      if (had) had.push(piece);
      else piecesAt.set(key, [piece]);
    }
  const nodes: TreeNode[] = [];
  const at = new Map<string, number>();
  const keys: string[] = [];
  const put = (key: string, node: TreeNode): void => {
    if (at.has(key)) return;
    at.set(key, nodes.length);
    keys.push(key);
    nodes.push(node);
  };
  let next = 0;
  function walk(): void {
    for (; next < nodes.length; next++) {
      for (const piece of piecesAt.get(keys[next]) ?? []) {
        const [one, other] = ends[piece];
        put(one === keys[next] ? other : one, { before: next, piece, root: nodes[next].root });
      }
    }
  }
  const route = pieces.filter(({ kind }) => kind !== 'lead-in');
  const starts = roots.map((root) => nearestEnd(root, route.length > 0 ? route : pieces));
  for (const [root, key] of starts.entries()) if (key) put(key, { before: -1, piece: -1, root });
  walk();
  for (const [key] of ends) {
    put(key, { before: -1, piece: -1, root: -1 });
    walk();
  }
  const nearest = nearestIn(pieces);
  const nodeAt = (point: Point): number =>
    at.get(pointKey({ lon: rounded(point.lon), lat: rounded(point.lat) })) ?? at.get(nearest(point)) ?? -1;
  return { nodes, nodeAt };
}

/** As lines of pieces are. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function endKey(line: readonly number[], from: number): string {
  return pointKey({ lon: line[from], lat: line[from + 1] });
}

/** The end of a piece that lies nearest to a point, in degrees of which those of longitude are shortened; '' where there is no piece. */
function nearestEnd({ lon, lat }: Point, pieces: readonly Pick<TrenchPiece, 'line'>[]): string {
  const shorter = Math.cos((lat * Math.PI) / 180);
  let [least, key] = [Number.POSITIVE_INFINITY, ''];
  for (const { line } of pieces)
    for (const from of [0, line.length - 2]) {
      const distance = Math.hypot((line[from] - lon) * shorter, line[from + 1] - lat);
      if (distance < least) [least, key] = [distance, endKey(line, from)];
    }
  return key;
}

/** The same as `nearestEnd` for many points: ends are gone through only where none lies in the cells around a point. */
function nearestIn(pieces: readonly Pick<TrenchPiece, 'line'>[]): (point: Point) => string {
  const cells = new Map<string, { readonly line: readonly number[] }[]>();
  const cellAt = (lon: number, lat: number): string => `${Math.floor(lon / CELL)} ${Math.floor(lat / CELL)}`;
  return (point) => {
    if (cells.size === 0)
      for (const { line } of pieces)
        for (const from of [0, line.length - 2]) {
          const end = { line: [line[from], line[from + 1]] };
          const cell = cellAt(line[from], line[from + 1]);
          const had = cells.get(cell);
          if (had) had.push(end);
          else cells.set(cell, [end]);
        }
    const near = [-CELL, 0, CELL].flatMap((east) =>
      [-CELL, 0, CELL].flatMap((north) => cells.get(cellAt(point.lon + east, point.lat + north)) ?? []),
    );
    return nearestEnd(point, near.length > 0 ? near : pieces);
  };
}

/** Degrees: about 10 m. */
const CELL = 1e-4;
