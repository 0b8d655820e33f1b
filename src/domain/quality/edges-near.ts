import { columnOf, rowOf } from '../geo/cell-grid.ts';
import { type PolygonIndex, visitPieces } from '../geo/polygon-index.ts';
import { metresPerDegree } from './metres.ts';

/**
 * By owner: metres from the point to the nearest edge of its polygons, for the owners within `radiusMetres`. Looks only
 * at the grid cells that the radius touches.
 */
export function edgesNear(
  index: PolygonIndex,
  lon: number,
  lat: number,
  radiusMetres: number,
): Map<number, number> {
  const perDegree = metresPerDegree(lat);
  const columns = [lon - radiusMetres / perDegree.east, lon + radiusMetres / perDegree.east];
  const rows = [lat - radiusMetres / perDegree.north, lat + radiusMetres / perDegree.north];
  const nearest = new Map<number, number>();
  const { grid, coordinates } = index;
  for (let row = rowOf(grid, rows[0]); row <= rowOf(grid, rows[1]); row++) {
    for (let column = columnOf(grid, columns[0]); column <= columnOf(grid, columns[1]); column++) {
      visitPieces(index, row * grid.columns + column, (owner, first, last) => {
        let best = nearest.get(owner) ?? radiusMetres;
        for (let at = 2 * first; at < 2 * last; at += 2) {
          const metres = distanceToEdge(
            (coordinates[at] - lon) * perDegree.east,
            (coordinates[at + 1] - lat) * perDegree.north,
            (coordinates[at + 2] - lon) * perDegree.east,
            (coordinates[at + 3] - lat) * perDegree.north,
          );
          if (metres <= best) {
            best = metres;
            nearest.set(owner, metres);
          }
        }
      });
    }
  }
  return nearest;
}

/** From the origin to the segment a–b. */
function distanceToEdge(ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
  return Math.hypot(ax + along * dx, ay + along * dy);
}
