import { EARTH_RADIUS_METRES, RADIANS_PER_DEGREE } from '../../domain/units.ts';

/** The outline of what a sector looks over, [longitude, latitude], closed: a wedge, or a circle where it looks all around. */
export function sectorRing(
  { lon, lat }: { readonly lon: number; readonly lat: number },
  look: { readonly azimuthDegrees: number; readonly widthDegrees: number; readonly metres: number },
): [number, number][] {
  const { azimuthDegrees, metres } = look;
  const width = Math.min(360, look.widthDegrees);
  const steps = Math.max(4, Math.ceil(width / STEP_DEGREES));
  const degreesNorth = metres / EARTH_RADIUS_METRES / RADIANS_PER_DEGREE;
  const degreesEast = degreesNorth / Math.cos(lat * RADIANS_PER_DEGREE);
  const arc = Array.from({ length: steps + 1 }, (_, i): [number, number] => {
    const angle = (azimuthDegrees - width / 2 + (width * i) / steps) * RADIANS_PER_DEGREE;
    return [lon + degreesEast * Math.sin(angle), lat + degreesNorth * Math.cos(angle)];
  });
  return width === 360 ? [...arc.slice(0, -1), arc[0]] : [[lon, lat], ...arc, [lon, lat]];
}

const STEP_DEGREES = 6;
