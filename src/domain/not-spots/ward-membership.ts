import type { AreaTable } from '../geo/area-table.ts';
import { buildPolygonIndex } from '../geo/build-polygon-index.ts';
import { type Found, findOwner, NO_OWNER, type PolygonIndex } from '../geo/polygon-index.ts';
import type { PremisesTable } from '../premises/premises-table.ts';

/** Which ward each premises lies in. */
export interface WardMembership {
  /** Ward number (order of the AreaTable), −1 outside every ward. On an edge or in an overlap the lowest GSS code wins. */
  readonly wardOf: Int32Array;
  /** Premises rows that lie in two or more wards, shared borders included. */
  overlapped: number;
}

/** The grid over the wards. */
export function wardIndex(wards: AreaTable): PolygonIndex {
  return buildPolygonIndex(wards.polygons, { owners: wards.polygonArea });
}

/** Fills `membership` for premises [from, to). */
export function assignWards(
  index: PolygonIndex,
  premises: PremisesTable,
  membership: WardMembership,
  chunk: { readonly from: number; readonly to: number },
): void {
  const found: Found = { owner: NO_OWNER, twice: false };
  const { lon, lat } = premises;
  for (let i = chunk.from; i < chunk.to; i++) {
    findOwner(index, lon[i], lat[i], found);
    membership.wardOf[i] = found.owner;
    if (found.twice) membership.overlapped++;
  }
}
