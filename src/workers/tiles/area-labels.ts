import type { AreaTable } from '../../domain/geo/area-table.ts';
import { insidePoints } from '../../domain/geo/inside-point.ts';
import type { AreaLabel } from '../compute-api.ts';

/** A label point for every area that has a shape: the innermost point of its largest polygon, and the box of them all. */
export function areaLabelsOf(areas: AreaTable): AreaLabel[] {
  return [...insidePoints(areas)].map(([area, { lon, lat, box }]) => {
    return { code: areas.codes[area], name: areas.names[area], lon, lat, box };
  });
}
