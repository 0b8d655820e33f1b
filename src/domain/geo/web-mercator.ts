/** Radius of the sphere that web mercator (EPSG:3857) is defined on, in metres. */
const RADIUS_METRES = 6_378_137;

/** Degrees [lon, lat] of web-mercator metres. Valid within ±20,037,508.34 m. */
export function webMercatorToLonLat(x: number, y: number): [number, number] {
  return [
    (x / RADIUS_METRES) * (180 / Math.PI),
    (2 * Math.atan(Math.exp(y / RADIUS_METRES)) - Math.PI / 2) * (180 / Math.PI),
  ];
}

/** Web-mercator metres of degrees. Valid between 85.06° south and north. */
export function lonLatToWebMercator(lon: number, lat: number): [number, number] {
  return [
    RADIUS_METRES * lon * (Math.PI / 180),
    RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
  ];
}
