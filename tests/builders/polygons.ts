import type { AreaTable } from '../../src/domain/geo/area-table.ts';
import { type Polygons, PolygonsBuilder } from '../../src/domain/geo/geometry.ts';

type Ring = readonly (readonly [number, number])[];

/** Polygons of rings, each polygon a list of rings (outer first). */
export function polygonsOf(...polygons: readonly (readonly Ring[])[]): Polygons {
  const builder = new PolygonsBuilder();
  for (const rings of polygons) builder.push(rings);
  return builder.finish();
}

/** An axis-parallel rectangle as a ring. */
export function rectangle(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** Areas with one polygon each; codes must be given in ascending order. */
export function areasOf(
  areas: readonly { code: string; name?: string; rings: readonly Ring[] }[],
): AreaTable {
  return {
    codes: areas.map((area) => area.code),
    names: areas.map((area) => area.name ?? area.code),
    polygons: polygonsOf(...areas.map((area) => area.rings)),
    polygonArea: Uint32Array.from(areas, (_, i) => i),
    columns: [],
  };
}
