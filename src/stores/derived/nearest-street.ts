import type { DigGround } from '../../domain/dig/dig-ground.ts';

const METRES_A_DEGREE = 111_320;

/**
 * How far a place is from the nearest street that is drawn around the premises, metres, as on a plane; null where none is
 * drawn.
 */
export function nearestStreetMetres(
  { starts, lonLat }: DigGround['lines'],
  { lon, lat }: { readonly lon: number; readonly lat: number },
): number | null {
  const east = METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (let line = 0; line + 1 < starts.length; line++)
    for (let at = starts[line]; at + 1 < starts[line + 1]; at++) {
      const x = (lonLat[2 * at] - lon) * east;
      const y = (lonLat[2 * at + 1] - lat) * METRES_A_DEGREE;
      const dx = (lonLat[2 * at + 2] - lonLat[2 * at]) * east;
      const dy = (lonLat[2 * at + 3] - lonLat[2 * at + 1]) * METRES_A_DEGREE;
      const long = dx * dx + dy * dy;
      const share = long === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / long));
      least = Math.min(least, Math.hypot(x + share * dx, y + share * dy));
    }
  return Number.isFinite(least) ? least : null;
}
