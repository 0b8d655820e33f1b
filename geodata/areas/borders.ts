import { at, type Position, signedAreaMetres2 } from '../ground/position.ts';
import { latticeChance } from '../ground/random.ts';
import type { HexLattice } from './hex-lattice.ts';

/** A polygon: the outer ring anticlockwise, then its holes clockwise; open rings. */
export type PolygonRings = readonly (readonly Position[])[];

/**
 * Borders along the sides of cells. Where they run is decided once for the finest areas; coarser areas made of those
 * run along the very same points, so that neighbours share each vertex and nothing overlaps or gapes.
 */
export class Borders {
  private readonly places = new Map<number, Position>();
  /** Every other corner of a border in open country, where fewer points do. */
  private readonly dropped = new Set<number>();
  private readonly bends = new Map<string, readonly Position[]>();
  private readonly cells: readonly (readonly [number, number])[];
  private readonly neighbours: readonly (readonly number[])[];
  private readonly lattice: HexLattice;
  private readonly detail: (position: Position) => number;

  /** `finest[i]` is cell i's smallest area; `detail` says how finely borders are drawn somewhere: 0, 1 or 2. */
  constructor(
    lattice: HexLattice,
    cells: readonly (readonly [number, number])[],
    neighbours: readonly (readonly number[])[],
    finest: Int32Array,
    detail: (position: Position) => number,
  ) {
    this.lattice = lattice;
    this.cells = cells;
    this.neighbours = neighbours;
    this.detail = detail;
    this.settle(finest);
  }

  /** The polygons of each area 0 .. `areas` − 1, given each cell's area. */
  polygons(area: Int32Array, areas: number): PolygonRings[][] {
    const next: Map<number, number>[] = Array.from({ length: areas }, () => new Map());
    this.eachBorderSide(area, (i, from, to) => next[area[i]].set(from, to));
    return next.map((sides) => nested(this.rings(sides)));
  }

  private rings(sides: Map<number, number>): Position[][] {
    const rings: Position[][] = [];
    while (sides.size > 0) {
      const ring: Position[] = [];
      const start = sides.keys().next().value as number;
      let corner = start;
      do {
        const to = sides.get(corner) as number;
        sides.delete(corner);
        if (!this.dropped.has(corner)) ring.push(this.place(corner));
        ring.push(...this.bend(corner, to));
        corner = to;
      } while (corner !== start);
      rings.push(ring);
    }
    return rings;
  }

  /** Draws each border corner towards its neighbours along borders, twice: the zigzag of the cells goes, the bends stay. */
  private settle(finest: Int32Array): void {
    const linked = new Map<number, Set<number>>();
    const link = (a: number, b: number) => {
      const known = linked.get(a);
      if (known) known.add(b);
      else linked.set(a, new Set([b]));
    };
    this.eachBorderSide(finest, (_, from, to) => {
      link(from, to);
      link(to, from);
    });
    for (const key of linked.keys()) this.places.set(key, this.lattice.cornerPosition(key));
    for (let round = 0; round < 2; round++) {
      const before = new Map(this.places);
      for (const [key, others] of linked) {
        let x = 0;
        let y = 0;
        for (const other of others) {
          const place = before.get(other) as Position;
          x += place[0] / others.size;
          y += place[1] / others.size;
        }
        const [ownX, ownY] = before.get(key) as Position;
        this.places.set(key, [0.5 * ownX + 0.5 * x, 0.5 * ownY + 0.5 * y]);
      }
    }
    for (const [key, [x, y]] of this.places) {
      const position = at(x, y);
      this.places.set(key, position);
      if (linked.get(key)?.size === 2 && this.lattice.isOddCorner(key) && this.detail(position) === 0)
        this.dropped.add(key);
    }
  }

  private place(key: number): Position {
    return this.places.get(key) as Position;
  }

  /** The points between two corners, the same from either side. */
  private bend(from: number, to: number): readonly Position[] {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    let points = this.bends.get(key);
    if (!points) {
      const first = this.place(Math.min(from, to));
      const last = this.place(Math.max(from, to));
      points = between(first, last, this.detail(first));
      this.bends.set(key, points);
    }
    return from < to ? points : [...points].reverse();
  }

  /** Each side of a cell that borders another area, anticlockwise about the cell. */
  private eachBorderSide(area: Int32Array, visit: (cell: number, from: number, to: number) => void): void {
    this.cells.forEach(([q, r], i) => {
      for (let k = 0; k < 6; k++) {
        const j = this.neighbours[i][k];
        if (j >= 0 && area[j] === area[i]) continue;
        visit(i, this.lattice.cornerKey(q, r, k), this.lattice.cornerKey(q, r, (k + 1) % 6));
      }
    });
  }
}

/** Points off the straight line from a to b: a middle one, then one more in each half, `rounds` times over. */
function between(a: Position, b: Position, rounds: number): Position[] {
  if (rounds === 0) return [];
  const middle = at((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
  const off = 0.34 * (latticeChance(7, Math.round(middle[0]), Math.round(middle[1])) - 0.5);
  const bent = at(middle[0] - off * (b[1] - a[1]), middle[1] + off * (b[0] - a[0]));
  return [...between(a, bent, rounds - 1), bent, ...between(bent, b, rounds - 1)];
}

/** Rings put together as polygons. Areas are connected: one outer ring, and the rest are holes. */
function nested(rings: readonly Position[][]): PolygonRings[] {
  const outer = rings.filter((ring) => signedAreaMetres2(ring) > 0);
  const holes = rings.filter((ring) => signedAreaMetres2(ring) <= 0);
  return outer.map((ring, i) => (i === 0 ? [ring, ...holes] : [ring]));
}
