import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';

/**
 * The row in the densest part of `rows`: of the squares of `sideMetres` on the grid the one with most units (of equals the
 * westernmost, then southernmost), in it the row nearest to where its units are on average (of equals the lowest).
 */
export function densestRow(premises: PremisesTable, rows: Uint32Array, sideMetres: number): number {
  const squares = new Map<string, Square>();
  let best: Square | null = null;
  for (const row of rows) {
    const column = Math.floor(premises.easting[row] / sideMetres);
    const line = Math.floor(premises.northing[row] / sideMetres);
    const key = `${column} ${line}`;
    let square = squares.get(key);
    if (!square) {
      square = { column, line, units: 0, rows: [] };
      squares.set(key, square);
    }
    square.units += unitsAt(premises, row);
    square.rows.push(row);
  }
  for (const square of squares.values()) if (!best || isDenser(square, best)) best = square;
  if (!best) throw new RangeError('A cluster has at least one row.');
  return middleRow(premises, best.rows);
}

interface Square {
  readonly column: number;
  readonly line: number;
  units: number;
  readonly rows: number[];
}

function isDenser(one: Square, other: Square): boolean {
  if (one.units !== other.units) return one.units > other.units;
  return one.column - other.column < 0 || (one.column === other.column && one.line < other.line);
}

function middleRow(premises: PremisesTable, rows: readonly number[]): number {
  const { easting, northing } = premises;
  let [x, y, units] = [0, 0, 0];
  for (const row of rows) {
    // A row of no units stands there all the same.
    const here = unitsAt(premises, row) || Number.EPSILON;
    x += easting[row] * here;
    y += northing[row] * here;
    units += here;
  }
  let best = rows[0];
  let nearest = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const square = (easting[row] - x / units) ** 2 + (northing[row] - y / units) ** 2;
    if (square >= nearest) continue;
    nearest = square;
    best = row;
  }
  return best;
}
