/** Radius of the sphere that web mercator (EPSG:3857) is defined on, in metres. */
const RADIUS_METRES = 6_378_137;

/** Degrees [lon, lat] of web-mercator metres. Valid within ±20,037,508.34 m. */
export function webMercatorToLonLat(x: number, y: number): [number, number] {
  return [
    (x / RADIUS_METRES) * (180 / Math.PI),
    (2 * Math.atan(Math.exp(y / RADIUS_METRES)) - Math.PI / 2) * (180 / Math.PI),
  ];
}
