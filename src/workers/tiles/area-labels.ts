import type { AreaTable } from '../../domain/geo/area-table.ts';
import { type Box, type Polygons, polygonBox } from '../../domain/geo/geometry.ts';
import type { AreaLabel } from '../compute-api.ts';
import { innermostPoint } from './innermost-point.ts';

/** A label point for every area that has a shape: the innermost point of its largest polygon, and the box of them all. */
export function areaLabelsOf(areas: AreaTable): AreaLabel[] {
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
  return [...largest]
    .sort(([a], [b]) => a - b)
    .map(([area, { polygon, box }]) => {
      const { lon, lat } = innermostPoint(areas.polygons, polygon);
      return { code: areas.codes[area], name: areas.names[area], lon, lat, box };
    });
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
