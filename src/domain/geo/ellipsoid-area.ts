import type { Polygons } from './geometry.ts';

/**
 * Area in square metres of a polygon on the WGS84 ellipsoid: outer ring less its holes, never negative. Edges are straight
 * in longitude and latitude; with edges of some hundred metres that is within two millionths of the area between geodesics.
 * The integral of the authalic area function along the border, by Simpson's rule on each edge. Source: Snyder, J. P. (1987),
 * Map Projections: A Working Manual, equation 3-12. Valid for polygons that hold no pole and do not cross the
 * antimeridian. Rings are [lon, lat] pairs in degrees, first vertex repeated last; their direction does not matter.
 */
export function ellipsoidArea({ coordinates, ringStarts, polygonStarts }: Polygons, index: number): number {
  let area = 0;
  for (let ring = polygonStarts[index]; ring < polygonStarts[index + 1]; ring++) {
    const own = ringArea(coordinates, ringStarts[ring], ringStarts[ring + 1]);
    area += ring === polygonStarts[index] ? own : -own;
  }
  return Math.max(0, area);
}

function ringArea(coordinates: Float64Array, from: number, to: number): number {
  if (to - from < 4) return 0;
  // Against a parallel of the ring itself: the difference of two large numbers would lose digits.
  const base = zoneArea(coordinates[2 * from + 1]);
  let sum = 0;
  for (let i = from; i < to - 1; i++) {
    const south = coordinates[2 * i + 1];
    const north = coordinates[2 * i + 3];
    const mean = (zoneArea(south) + 4 * zoneArea((south + north) / 2) + zoneArea(north)) / 6 - base;
    sum += mean * (coordinates[2 * i + 2] - coordinates[2 * i]) * RADIANS;
  }
  return Math.abs(sum);
}

/** Area between the equator and a latitude in degrees, per radian of longitude, in square metres. */
function zoneArea(lat: number): number {
  const sine = Math.sin(lat * RADIANS);
  const q = sine / (1 - ECCENTRICITY ** 2 * sine ** 2) + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY;
  return 0.5 * SEMI_MAJOR_METRES ** 2 * (1 - ECCENTRICITY ** 2) * q;
}

const RADIANS = Math.PI / 180;
/** WGS84. */
const SEMI_MAJOR_METRES = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
