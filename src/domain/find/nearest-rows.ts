import type { Points } from '../geo/geometry.ts';
import { groundDistanceMetres } from '../geo/ground-distance.ts';

/** A row and how far away it stands. */
export interface NearRow {
  readonly row: number;
  readonly distanceMetres: number;
}

/** What to look for: at most `count` rows, without those that `skip` holds for. */
export interface NearOptions {
  readonly count: number;
  readonly skip?: (row: number) => boolean;
}

/**
 * The rows nearest to a place, the nearest first; of equally near ones the lowest row. Looks at every row: 500,000 take
 * some milliseconds. Rows without a place (NaN) are left out.
 */
export function nearestRows(
  points: Points,
  place: { readonly lon: number; readonly lat: number },
  { count, skip }: NearOptions,
): NearRow[] {
  // On a plane that touches the earth at the place: the order is that of the true distances but for far ones.
  const east = Math.cos((place.lat * Math.PI) / 180);
  const rows: number[] = [];
  const squares: number[] = [];
  for (let row = 0; row < points.lon.length; row++) {
    const x = (points.lon[row] - place.lon) * east;
    const y = points.lat[row] - place.lat;
    const square = x * x + y * y;
    if (!(rows.length < count || square < squares[squares.length - 1])) continue;
    if (Number.isNaN(square) || skip?.(row)) continue;
    let at = rows.length;
    while (at > 0 && squares[at - 1] > square) at--;
    rows.splice(at, 0, row);
    squares.splice(at, 0, square);
    if (rows.length > count) {
      rows.pop();
      squares.pop();
    }
  }
  return rows.map((row) => ({
    row,
    distanceMetres: groundDistanceMetres(place, { lon: points.lon[row], lat: points.lat[row] }),
  }));
}

/** "84 m", "1.2 km", "310 km": a distance for reading. */
export function distanceText(metres: number): string {
  if (metres < 1) return 'under 1 m';
  if (metres < 995) return `${Math.round(metres)} m`;
  const kilometres = metres / 1000;
  return kilometres < 9.95
    ? `${kilometres.toFixed(1)} km`
    : `${Math.round(kilometres).toLocaleString('en-GB')} km`;
}
