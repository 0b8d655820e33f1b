import type { Map as MapLibreMap } from 'maplibre-gl';
import type { WardPlace } from './ward-places.ts';

/** Whether a box is in sight, and large enough to be made out. */
export function isInSight(map: MapLibreMap, [west, south, east, north]: WardPlace['box']): boolean {
  const bounds = map.getBounds();
  const isInside = bounds.contains([west, south]) && bounds.contains([east, north]);
  return isInside && (north - south) * SMALLEST_SHARE > bounds.getNorth() - bounds.getSouth();
}

/** Whether any part of a box is in sight. */
export function touchesSight(map: MapLibreMap, [west, south, east, north]: WardPlace['box']): boolean {
  const bounds = map.getBounds();
  return (
    west <= bounds.getEast() &&
    east >= bounds.getWest() &&
    south <= bounds.getNorth() &&
    north >= bounds.getSouth()
  );
}

/** A box that is in sight takes at least one part in so many of the map's height. */
const SMALLEST_SHARE = 6;
