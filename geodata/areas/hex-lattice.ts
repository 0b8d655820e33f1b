import { at, type Position } from '../ground/position.ts';
import { latticeChance } from '../ground/random.ts';

/**
 * Six-sided cells over the plane (pointy top, axial coordinates q, r), corners pushed about by chance. Three cells
 * meet at each corner, so borders between groups of cells meet in threes and never cross.
 */
export class HexLattice {
  readonly sideMetres: number;
  private readonly origin: Position;
  private readonly salt: number;

  constructor(origin: Position, spacingMetres: number, salt: number) {
    this.origin = origin;
    this.sideMetres = spacingMetres / Math.sqrt(3);
    this.salt = salt;
  }

  centreOf(q: number, r: number): Position {
    return at(
      this.origin[0] + Math.sqrt(3) * this.sideMetres * (q + r / 2),
      this.origin[1] + 1.5 * this.sideMetres * r,
    );
  }

  /** The cell whose centre is nearest. */
  cellAt(position: Position): [number, number] {
    const x = (position[0] - this.origin[0]) / this.sideMetres;
    const y = (position[1] - this.origin[1]) / this.sideMetres;
    const q = (Math.sqrt(3) / 3) * x - y / 3;
    const r = (2 / 3) * y;
    const s = -q - r;
    let rq = Math.round(q);
    let rr = Math.round(r);
    const rs = Math.round(s);
    if (Math.abs(rq - q) > Math.abs(rr - r) && Math.abs(rq - q) > Math.abs(rs - s)) rq = -rr - rs;
    else if (Math.abs(rr - r) > Math.abs(rs - s)) rr = -rq - rs;
    return [rq, rr];
  }

  /** Key of corner `k` (0 to 5, anticlockwise from the lower right); neighbour `k` lies across corners k and k + 1. */
  cornerKey(q: number, r: number, k: number): number {
    return cornerKeyOf(2 * q + r + CORNERS[k][0], 3 * r + CORNERS[k][1]);
  }

  /** Corners are odd and even by turns along any path of sides. */
  isOddCorner(key: number): boolean {
    return ((((key % KEY_ROWS) - KEY_HALF) % 3) + 3) % 3 === 1;
  }

  /** Where a corner lies, pushed from its place by up to a quarter of a side. */
  cornerPosition(key: number): Position {
    const x = Math.floor(key / KEY_ROWS) - KEY_HALF;
    const y = (key % KEY_ROWS) - KEY_HALF;
    const push = 0.5 * this.sideMetres;
    return [
      this.origin[0] +
        (Math.sqrt(3) / 2) * this.sideMetres * x +
        push * (latticeChance(this.salt, x, y) - 0.5),
      this.origin[1] + (this.sideMetres / 2) * y + push * (latticeChance(this.salt + 1, x, y) - 0.5),
    ];
  }
}

/** The six cells around one, in the order of the sides. */
export const NEIGHBOURS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
];

/** Corners in half-widths and half-sides from the centre: lower right, upper right, top, upper left, lower left, bottom. */
const CORNERS: readonly (readonly [number, number])[] = [
  [1, -1],
  [1, 1],
  [0, 2],
  [-1, 1],
  [-1, -1],
  [0, -2],
];
const KEY_HALF = 1 << 20;
const KEY_ROWS = 1 << 21;

function cornerKeyOf(x: number, y: number): number {
  return (x + KEY_HALF) * KEY_ROWS + (y + KEY_HALF);
}
