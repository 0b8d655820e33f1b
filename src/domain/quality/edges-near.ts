import { columnOf, rowOf } from '../geo/cell-grid.ts';
import type { PolygonIndex } from '../geo/polygon-index.ts';
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
  const { coordinates } = index;
  for (let row = rowOf(index, rows[0]); row <= rowOf(index, rows[1]); row++) {
    for (let column = columnOf(index, columns[0]); column <= columnOf(index, columns[1]); column++) {
      const cell = row * index.columns + column;
      for (let run = index.runStarts[cell]; run < index.runStarts[cell + 1]; run++) {
        const owner = index.runOwner[run];
        let best = nearest.get(owner) ?? radiusMetres;
        for (let i = index.runEdges[run]; i < index.runEdges[run + 1]; i++) {
          const at = 2 * index.edges[i];
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
      }
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
