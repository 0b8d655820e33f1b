import { type Polygons, PolygonsBuilder } from '../geo/geometry.ts';

/** Polygons as Turf takes and gives them: per polygon its rings, the outer first; per ring its [lon, lat] positions in degrees. */
export type Shape = readonly (readonly Ring[])[];

export type Ring = readonly Position[];

export type Position = readonly [number, number];

/** Polygons as flat arrays. */
export function polygonsFromShape(shape: Shape): Polygons {
  const builder = new PolygonsBuilder();
  for (const rings of shape) builder.push(rings);
  return builder.finish();
}

/** Corners of a shape. */
export function cornerCount(shape: Shape): number {
  return shape.reduce((sum, rings) => sum + rings.reduce((corners, ring) => corners + ring.length, 0), 0);
}
