import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';

/**
 * The row in the densest part of `rows`: of the squares of `sideMetres` on the grid the one with most units (of equals the
 * westernmost, then southernmost), in it the row nearest to where its units are on average (of equals the lowest).
 */
export function densestRow(premises: PremisesTable, rows: Uint32Array, sideMetres: number): number {
  const { easting, northing } = premises;
  const keyOf = (row: number): number =>
    Math.floor(easting[row] / sideMetres) * SPAN + Math.floor(northing[row] / sideMetres);
  const units = new Map<number, number>();
  for (const row of rows) {
    const key = keyOf(row);
    units.set(key, (units.get(key) ?? 0) + unitsAt(premises, row));
  }
  let [best, most] = [Number.POSITIVE_INFINITY, -1];
  for (const [key, here] of units)
    if (here > most || (here === most && key < best)) [best, most] = [key, here];
  return middleRow(
    premises,
    rows.filter((row) => keyOf(row) === best),
  );
}

/** So many lines of squares have numbers of their own; the numbers rise from west to east, then from south to north. */
const SPAN = 2 ** 26;

function middleRow(premises: PremisesTable, rows: Uint32Array): number {
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
