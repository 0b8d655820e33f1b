import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** Features of a layer of an encoded tile, as another program reads them; none where the tile has no such layer. */
export function readLayer(tile: ArrayBuffer, layer: string): VectorTileFeature[] {
  const found = new VectorTile(new PbfReader(new Uint8Array(tile))).layers[layer];
  return found ? Array.from({ length: found.length }, (_, i) => found.feature(i)) : [];
}

/** The tile of zoom `z` that holds a point, by the formula of the OpenStreetMap wiki ("Slippy map tilenames"). */
export function tileHolding(lon: number, lat: number, z: number): [number, number, number] {
  const n = 2 ** z;
  const phi = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * n);
  const y = Math.floor(((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2) * n);
  return [z, x, y];
}
