import type { Position, Ring, Shape } from './shape.ts';

/** Rings of runs: which of them go round the same piece of ground, and which of those are its holes. */
export class RingGroups {
  private readonly parent: number[] = [];
  private readonly rings = new Map<number, Ring[]>();

  /** One more run, in a group of its own. */
  add(): void {
    this.parent.push(this.parent.length);
  }

  /** These two go round the same piece of ground. */
  join(one: number, other: number): void {
    const [low, high] = [this.root(one), this.root(other)].sort((a, b) => a - b);
    this.parent[high] = low;
  }

  /** An outline that a run belongs to, open, with the ground to its left. Where it touches itself it is parted. */
  addRing(run: number, positions: readonly Position[]): void {
    const root = this.root(run);
    const rings = this.rings.get(root) ?? [];
    rings.push(...simpleRings(positions));
    this.rings.set(root, rings);
  }

  /** Polygons, closed, the outer ring first. */
  polygons(): Shape {
    return [...this.rings.values()].flatMap((rings) => {
      const areas = new Map(rings.map((ring) => [ring, signedArea(ring)]));
      const areaOf = (ring: Ring): number => areas.get(ring) ?? 0;
      const outer = rings.filter((ring) => areaOf(ring) > 0).sort((a, b) => areaOf(a) - areaOf(b));
      const found = outer.map((ring): Ring[] => [ring]);
      for (const hole of rings.filter((ring) => areaOf(ring) < 0)) {
        const [x, y] = middleOf(hole);
        const home = found.length < 2 ? 0 : outer.findIndex((ring) => holds(ring, x, y));
        found[home]?.push(hole);
      }
      return found;
    });
  }

  private root(run: number): number {
    let root = run;
    while (this.parent[root] !== root) {
      this.parent[root] = this.parent[this.parent[root]];
      root = this.parent[root];
    }
    return root;
  }
}

/** Positions closer than this (degrees; a fifth of a micrometre) are one: where near-level edges cross, rounding parts them. */
const SAME = 2 ** -39;
const CELL = 4 * SAME;

/** The ring cut wherever it comes back to a place, closed; pieces of fewer than three corners are left out. */
function simpleRings(positions: readonly Position[]): Ring[] {
  const rings: Ring[] = [];
  const path: Position[] = [];
  const cells: string[] = [];
  const placeOf = new Map<string, number>();
  for (const position of positions) {
    const before = cellsNear(position)
      .map((cell) => placeOf.get(cell))
      .find((place) => place !== undefined);
    if (before === undefined) {
      const [x, y] = position;
      const cell = cellOf(x, y);
      placeOf.set(cell, path.length);
      path.push(position);
      cells.push(cell);
      continue;
    }
    const loop = path.slice(before);
    for (const gone of cells.slice(before + 1)) placeOf.delete(gone);
    path.length = before + 1;
    cells.length = before + 1;
    if (loop.length > 2) rings.push([...loop, loop[0]]);
  }
  if (path.length > 2) rings.push([...path, path[0]]);
  return rings;
}

/** The cell of a position and those that it all but lies in: mostly one. */
function cellsNear([x, y]: Position): string[] {
  const near = SAME;
  const cells = [x - near, x + near].flatMap((east) => [cellOf(east, y - near), cellOf(east, y + near)]);
  return [...new Set(cells)];
}

function cellOf(x: number, y: number): string {
  return `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
}

/** In the square of the coordinates' unit; positive where the ring turns to the left. */
function signedArea(ring: Ring): number {
  const [x, y] = ring[0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++)
    twice += (ring[i - 1][0] - x) * (ring[i][1] - y) - (ring[i][0] - x) * (ring[i - 1][1] - y);
  return twice / 2;
}

/** A place on the first edge of a ring, away from its corners. */
function middleOf(ring: Ring): Position {
  return [(ring[0][0] + ring[1][0]) / 2, (ring[0][1] + ring[1][1]) / 2];
}

function holds(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
