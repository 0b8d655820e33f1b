import type { TextColumn } from '../tables/text-column.ts';
import type { Polygons } from './geometry.ts';

/**
 * Named areas (wards, LSOAs, authorities, footprints), ascending by code, so that the lowest index is the lowest GSS
 * code. Polygon p belongs to area polygonArea[p]; an area may have several polygons, or none.
 */
export interface AreaTable {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly polygons: Polygons;
  readonly polygonArea: Uint32Array;
  /** The file's other columns, in area order. */
  readonly columns: readonly TextColumn[];
}

export const NO_AREAS: AreaTable = {
  codes: [],
  names: [],
  polygons: {
    coordinates: new Float64Array(0),
    ringStarts: new Uint32Array(1),
    polygonStarts: new Uint32Array(1),
  },
  polygonArea: new Uint32Array(0),
  columns: [],
};
