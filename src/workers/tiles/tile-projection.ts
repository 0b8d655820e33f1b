/** Tile units across a vector tile. */
export const TILE_EXTENT = 4096;

/** Places degrees (WGS84) in the units of one web-mercator tile: 0 … TILE_EXTENT, x to the east, y to the south. */
export interface TileProjection {
  x(lon: number): number;
  y(lat: number): number;
}

/** The projection of tile z/x/y. Latitudes within ±85.05113°. */
export function tileProjection(z: number, x: number, y: number): TileProjection {
  const across = 2 ** z;
  return {
    x: (lon) => ((lon / 360 + 0.5) * across - x) * TILE_EXTENT,
    y: (lat) => {
      const sine = Math.sin((lat * Math.PI) / 180);
      const mercator = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
      return (mercator * across - y) * TILE_EXTENT;
    },
  };
}
