/** A basemap in one file, read in ranges. The map draws from it; nothing of it is counted, kept or sent. */
export interface Basemap {
  readonly fileName: string;
  readonly bytes: number;
  readonly kind: 'vector' | 'raster';
  /** West, south, east, north in degrees, and the zooms that it holds. */
  readonly bounds: readonly [number, number, number, number];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Who made it, as plain text; '' where it does not say. */
  readonly attribution: string;
  /** Names of the vector layers; empty where it does not say. */
  readonly layerNames: readonly string[];
  /** Bytes of a tile, unpacked; null where there is none or it cannot be read. Throws once `signal` has aborted. */
  tile(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer | null>;
}
