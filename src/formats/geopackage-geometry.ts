import type { Shape } from './shape-rows.ts';
import { BadWkb, readWkb } from './wkb.ts';
import { writeWkb } from './wkb-write.ts';

/**
 * Reads a geometry as a GeoPackage stores it (OGC 12-128r18, 2.1.3): header, then well-known binary. `first` is one
 * position of it. Throws BadGeoPackageGeometry.
 */
export function geometryOf(blob: Uint8Array): {
  readonly shape: Shape | null;
  readonly curved: boolean;
  readonly first: readonly number[] | null;
} {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50)
    throw new BadGeoPackageGeometry('its geometry has no GeoPackage header');
  const flags = blob[3];
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (envelope === undefined || 8 + envelope > blob.length)
    throw new BadGeoPackageGeometry('its geometry has a broken header');
  if (flags & 0x20) throw new BadGeoPackageGeometry('its geometry is of a private kind');
  try {
    const { shape, curved } = readWkb(blob.subarray(8 + envelope));
    return { shape, curved, first: firstPosition(shape) };
  } catch (error) {
    if (error instanceof BadWkb) throw new BadGeoPackageGeometry(`its geometry is broken: ${error.message}`);
    throw error;
  }
}

/** A blob that is no geometry. */
export class BadGeoPackageGeometry extends Error {}

/** A geometry with its header, in system `srs`; `geometry` null is an empty collection, which readers take as none. */
export function geometryBlob(
  geometry: { readonly type: string; readonly coordinates: unknown },
  srs: number,
): Uint8Array {
  const wkb = writeWkb(geometry);
  const blob = new Uint8Array(8 + wkb.length);
  blob.set([0x47, 0x50, 0, LITTLE_ENDIAN]);
  new DataView(blob.buffer).setInt32(4, srs, true);
  blob.set(wkb, 8);
  return blob;
}

const LITTLE_ENDIAN = 1;
/** By the envelope code of the flags: none, x y, x y z, x y m, x y z m. */
const ENVELOPE_BYTES: readonly (number | undefined)[] = [0, 32, 48, 48, 64];

function firstPosition(shape: Shape | null): readonly number[] | null {
  if (!shape) return null;
  if (shape.geometries) return firstPosition(shape.geometries[0] ?? null);
  let at: unknown = shape.coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) && typeof at[0] === 'number' ? (at as number[]) : null;
}
