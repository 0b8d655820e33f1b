import type { Lines, Polygons } from './geometry.ts';

/** Geometry as the file prints it: no range checked, nothing converted yet. Arrays `row` name the row of each shape. */
export interface RawGeometry {
  readonly points: { readonly coordinates: Float64Array; readonly row: Uint32Array };
  readonly lines: Lines & { readonly row: Uint32Array };
  readonly polygons: Polygons & { readonly row: Uint32Array };
}
