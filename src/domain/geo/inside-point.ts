import type { AreaTable } from './area-table.ts';
import { type Box, type Polygons, polygonBox } from './geometry.ts';
import { innermostPoint } from './innermost-point.ts';

/** A point inside an area, far from its border, and the box of all its polygons. */
export interface InsidePoint {
  readonly lon: number;
  readonly lat: number;
  readonly box: Box;
}

/** By area number: the innermost point of the area's largest polygon. Areas without a shape are not in the map. */
export function insidePoints(areas: AreaTable): Map<number, InsidePoint> {
  const largest = new Map<number, { polygon: number; size: number; box: Box }>();
  areas.polygonArea.forEach((area, polygon) => {
    const box = polygonBox(areas.polygons, polygon);
    if (!box) return;
    const size = ringSize(areas.polygons, areas.polygons.polygonStarts[polygon]);
    const known = largest.get(area);
    if (!known) largest.set(area, { polygon, size, box });
    else
      largest.set(area, { ...(size > known.size ? { polygon, size } : known), box: joined(known.box, box) });
  });
  return new Map(
    [...largest]
      .sort(([a], [b]) => a - b)
      .map(([area, { polygon, box }]) => [area, { ...innermostPoint(areas.polygons, polygon), box }]),
  );
}

/** Shoelace area of a ring in square degrees: good enough to tell which part of one area is the largest. */
function ringSize({ coordinates, ringStarts }: Polygons, ring: number): number {
  let twice = 0;
  for (let i = ringStarts[ring]; i < ringStarts[ring + 1] - 1; i++) {
    twice += coordinates[2 * i] * coordinates[2 * i + 3] - coordinates[2 * i + 2] * coordinates[2 * i + 1];
  }
  return Math.abs(twice / 2);
}

function joined(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
