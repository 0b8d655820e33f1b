import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { LegacyTile } from 'geojson-vt';
import { TILE_EXTENT } from './tile-projection.ts';

/** Layers as a Mapbox vector tile (version 2) in a buffer of its own that can be transferred; empty where there are none. */
export function writtenTile(layers: Readonly<Record<string, LegacyTile>>): ArrayBuffer {
  if (Object.keys(layers).length === 0) return new ArrayBuffer(0);
  const bytes = fromGeojsonVt(layers as Parameters<typeof fromGeojsonVt>[0], {
    version: 2,
    extent: TILE_EXTENT,
  });
  const tile = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(tile).set(bytes);
  return tile;
}
