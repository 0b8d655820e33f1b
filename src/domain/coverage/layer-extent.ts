import type { AreaTable } from '../geo/area-table.ts';
import { polygonTouchesBox } from '../geo/box-touches.ts';
import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { boxOf, type Polygons, polygonCount } from '../geo/geometry.ts';
import { holdsPoint } from '../geo/polygon-index.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { type Bitset, emptyBits, fullBits, setBit } from './bitset.ts';

/** Numbers of the wards whose union is the assumed extent of a footprint: those that touch its bounding box. */
export function wardsTouched(wards: AreaTable, footprint: Polygons): Uint8Array {
  const touched = new Uint8Array(wards.codes.length);
  const box = boxOf(footprint.coordinates);
  if (!box) return touched;
  for (let polygon = 0; polygon < polygonCount(wards.polygons); polygon++) {
    const ward = wards.polygonArea[polygon];
    if (touched[ward] === 0 && polygonTouchesBox(wards.polygons, polygon, box)) touched[ward] = 1;
  }
  return touched;
}

/** A bit for each premises within the areas chosen (`chosen` null: all of them), edges included. */
export function premisesWithin(areas: AreaTable, chosen: Uint8Array | null, premises: PremisesTable): Bitset {
  const index = buildPolygonIndex(chosen ? polygonsOf(areas, chosen) : areas.polygons, { owners: null });
  const bits = emptyBits(premises.count);
  for (let i = 0; i < premises.count; i++)
    if (holdsPoint(index, premises.lon[i], premises.lat[i])) setBit(bits, i);
  return bits;
}

/**
 * The same from a ward number per premises (−1: none), without looking at shapes again. Right only where all wards are
 * chosen, or no premises lies in two wards: otherwise the lowest ward may be unchosen while another one is not.
 */
export function premisesInWards(wardOf: Int32Array, chosen: Uint8Array | null): Bitset {
  const bits = emptyBits(wardOf.length);
  for (let i = 0; i < wardOf.length; i++)
    if (wardOf[i] >= 0 && (!chosen || chosen[wardOf[i]])) setBit(bits, i);
  return bits;
}

/** Every premises. */
export function premisesEverywhere(premises: PremisesTable): Bitset {
  return fullBits(premises.count);
}

function polygonsOf(areas: AreaTable, chosen: Uint8Array): Polygons {
  const { coordinates, ringStarts, polygonStarts } = areas.polygons;
  const rings: number[] = [0];
  const starts: number[] = [0];
  const parts: Float64Array[] = [];
  let vertices = 0;
  for (let polygon = 0; polygon < polygonCount(areas.polygons); polygon++) {
    if (!chosen[areas.polygonArea[polygon]]) continue;
    for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
      parts.push(coordinates.subarray(2 * ringStarts[ring], 2 * ringStarts[ring + 1]));
      vertices += ringStarts[ring + 1] - ringStarts[ring];
      rings.push(vertices);
    }
    starts.push(rings.length - 1);
  }
  const joined = new Float64Array(2 * vertices);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return {
    coordinates: joined,
    ringStarts: Uint32Array.from(rings),
    polygonStarts: Uint32Array.from(starts),
  };
}
