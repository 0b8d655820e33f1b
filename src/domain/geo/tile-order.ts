import { firstAtLeast } from '../tables/first-at-least.ts';

/** Zoom of the tiles that premises are ordered by: about 380 m across in Britain. */
export const TILE_ORDER_ZOOM = 16;

/** Morton key (x in the even bits, y in the odd) of the zoom-16 web-mercator tile that holds the point; degrees, WGS84. */
export function tileKey(lon: number, lat: number): number {
  return mortonKey(tileX(lon), tileY(lat));
}

/**
 * The points in ascending key order. order[i] is the index of the i-th point, keys[i] its key. Equal keys keep their
 * order in the input. Coordinates must be finite; latitudes beyond ±85.05113° count as at that edge.
 */
export function orderByTile(lon: Float64Array, lat: Float64Array): { order: Uint32Array; keys: Uint32Array } {
  const count = lon.length;
  let keys: Uint32Array = new Uint32Array(count);
  let order: Uint32Array = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    keys[i] = tileKey(lon[i], lat[i]);
    order[i] = i;
  }
  let nextKeys: Uint32Array = new Uint32Array(count);
  let nextOrder: Uint32Array = new Uint32Array(count);
  const starts = new Uint32Array(RADIX);
  for (let shift = 0; shift < 32; shift += RADIX_BITS) {
    starts.fill(0);
    for (let i = 0; i < count; i++) starts[(keys[i] >>> shift) & (RADIX - 1)]++;
    if (count > 0 && starts[(keys[0] >>> shift) & (RADIX - 1)] === count) continue;
    let sum = 0;
    for (let digit = 0; digit < RADIX; digit++) {
      const inDigit = starts[digit];
      starts[digit] = sum;
      sum += inDigit;
    }
    for (let i = 0; i < count; i++) {
      const to = starts[(keys[i] >>> shift) & (RADIX - 1)]++;
      nextKeys[to] = keys[i];
      nextOrder[to] = order[i];
    }
    [keys, nextKeys] = [nextKeys, keys];
    [order, nextOrder] = [nextOrder, order];
  }
  return { order, keys };
}

/**
 * The range [from, to) of `keys` (ascending, as `orderByTile` gives them) that lies in tile z/x/y, for z ≤ 16.
 * Throws RangeError for deeper zooms: their points do not lie together.
 */
export function tileRange(keys: Uint32Array, z: number, x: number, y: number): [number, number] {
  if (!(z >= 0 && z <= TILE_ORDER_ZOOM))
    throw new RangeError(`Tiles are contiguous for zooms 0 to ${TILE_ORDER_ZOOM}, not ${z}.`);
  const levels = TILE_ORDER_ZOOM - z;
  const span = 4 ** levels;
  const first = mortonKey(x, y) * span;
  return [firstAtLeast(keys, first), firstAtLeast(keys, first + span)];
}

const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;
const TILES_ACROSS = 2 ** TILE_ORDER_ZOOM;

function tileX(lon: number): number {
  return clampTile(Math.floor((lon / 360 + 0.5) * TILES_ACROSS));
}

function tileY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return clampTile(Math.floor((0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * TILES_ACROSS));
}

function clampTile(tile: number): number {
  return tile < 0 ? 0 : tile >= TILES_ACROSS ? TILES_ACROSS - 1 : tile;
}

function mortonKey(x: number, y: number): number {
  return (spread(x) | (spread(y) << 1)) >>> 0;
}

/** Puts a zero bit between the lower 16 bits. Source: Anderson, Bit Twiddling Hacks, "Interleave bits by binary magic numbers". */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  bits = (bits | (bits << 1)) & 0x55555555;
  return bits;
}
