import { RADIANS_PER_DEGREE } from '../units.ts';

/**
 * A plane of whole millimetres around a place: good to tell what touches and what is nearest. Distances along it are off by
 * how much a degree of longitude shrinks from its middle (0.6 % at 30 km north of London); lengths are measured on the
 * ground instead (`lengthMetres`), degree by degree. Whole numbers, so that crossings come out the same on every machine.
 */
export class GroundPlane {
  private readonly lon: number;
  private readonly lat: number;
  /** Millimetres a degree at the middle. */
  private readonly perLon: number;
  private readonly perLat: number;

  /** `lon` and `lat`: the middle, degrees. */
  constructor(lon: number, lat: number) {
    this.lon = Math.round(lon * 1e4) / 1e4;
    this.lat = Math.round(lat * 1e4) / 1e4;
    this.perLon = Math.round(metresPerLongitude(this.lat) * 1000);
    this.perLat = Math.round(metresPerLatitude(this.lat) * 1000);
  }

  x(lon: number): number {
    return Math.round((lon - this.lon) * this.perLon);
  }

  y(lat: number): number {
    return Math.round((lat - this.lat) * this.perLat);
  }

  /** Degrees, to 1e-7. */
  lonOf(x: number): number {
    return Math.round((this.lon + x / this.perLon) * 1e7) / 1e7;
  }

  latOf(y: number): number {
    return Math.round((this.lat + y / this.perLat) * 1e7) / 1e7;
  }

  /** Metres on the ground between two places of the plane; within 1 in 100,000 of the ellipsoid's up to 10 km. */
  metresBetween(x1: number, y1: number, x2: number, y2: number): number {
    const middle = this.lat + (y1 + y2) / 2 / this.perLat;
    const east = ((x2 - x1) / this.perLon) * metresPerLongitude(middle);
    const north = ((y2 - y1) / this.perLat) * metresPerLatitude(middle);
    return Math.sqrt(east * east + north * north);
  }
}

/** Metres of one degree along a parallel, WGS84 (National Imagery and Mapping Agency's series; within 0.1 m). */
function metresPerLongitude(lat: number): number {
  const angle = lat * RADIANS_PER_DEGREE;
  return 111_412.84 * Math.cos(angle) - 93.5 * Math.cos(3 * angle) + 0.118 * Math.cos(5 * angle);
}

/** Metres of one degree along a meridian, WGS84 (the same series). */
function metresPerLatitude(lat: number): number {
  const angle = lat * RADIANS_PER_DEGREE;
  return (
    111_132.92 - 559.82 * Math.cos(2 * angle) + 1.175 * Math.cos(4 * angle) - 0.0023 * Math.cos(6 * angle)
  );
}
