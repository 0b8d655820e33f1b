/** A scale bar: how long it is drawn, and what that stands for. */
export interface ScaleLength {
  readonly pixels: number;
  readonly label: string;
}

/** Metres around the equator of the web-mercator sphere. */
const EQUATOR_METRES = 2 * Math.PI * 6_378_137;

/** MapLibre's zoom 0 shows the world in one tile of this many pixels. */
const TILE_PIXELS = 512;

/** The longest round length (1, 2 or 5 times a power of ten) of at most `mostPixels` at a latitude (degrees) and zoom. */
export function scaleLength(latitude: number, zoom: number, mostPixels: number): ScaleLength {
  const metresPerPixel = (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / (TILE_PIXELS * 2 ** zoom);
  const most = metresPerPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return { pixels: metres / metresPerPixel, label };
}
