/** Points in degrees, WGS84. */
export interface Points {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/**
 * Polygons as flat arrays. Ring r is coordinates[2 * ringStarts[r] .. 2 * ringStarts[r + 1]) as lon, lat pairs in
 * degrees (WGS84), first vertex repeated last. Polygon p is rings polygonStarts[p] .. polygonStarts[p + 1): the outer
 * ring, then its holes. Both `…Starts` have one entry more than there are items.
 */
export interface Polygons {
  readonly coordinates: Float64Array;
  readonly ringStarts: Uint32Array;
  readonly polygonStarts: Uint32Array;
}

/** Lines as flat arrays: line i is coordinates[2 * lineStarts[i] .. 2 * lineStarts[i + 1]) as lon, lat pairs in degrees. */
export interface Lines {
  readonly coordinates: Float64Array;
  readonly lineStarts: Uint32Array;
}

/** west, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** Number of polygons. */
export function polygonCount(polygons: Polygons): number {
  return polygons.polygonStarts.length - 1;
}

/** The box of coordinates[from .. to) (lon, lat pairs, indexes in vertices); null when empty. */
export function boxOf(coordinates: Float64Array, from = 0, to = coordinates.length / 2): Box | null {
  if (to <= from) return null;
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = from; i < to; i++) {
    const lon = coordinates[2 * i];
    const lat = coordinates[2 * i + 1];
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

/** The box of points; null when there are none. */
export function boxOfPoints({ lon, lat }: Points): Box | null {
  const pairs = new Float64Array(lon.length * 2);
  for (let i = 0; i < lon.length; i++) {
    pairs[2 * i] = lon[i];
    pairs[2 * i + 1] = lat[i];
  }
  return boxOf(pairs);
}

/** The box of polygon `index`, all its rings: a hole of a broken polygon may stick out. */
export function polygonBox(polygons: Polygons, index: number): Box | null {
  const { coordinates, ringStarts, polygonStarts } = polygons;
  return boxOf(coordinates, ringStarts[polygonStarts[index]], ringStarts[polygonStarts[index + 1]]);
}

/** Grows flat polygons ring by ring. */
export class PolygonsBuilder {
  private coordinates: number[] = [];
  private ringStarts: number[] = [0];
  private polygonStarts: number[] = [0];

  /** Adds one polygon: rings of [lon, lat] positions, the outer ring first. Open rings are closed. Extra ordinates are dropped. */
  push(rings: readonly (readonly (readonly number[])[])[]): void {
    for (const ring of rings) {
      for (const position of ring) this.coordinates.push(position[0], position[1]);
      const first = ring[0];
      const last = ring[ring.length - 1];
      if (first && last && (first[0] !== last[0] || first[1] !== last[1]))
        this.coordinates.push(first[0], first[1]);
      this.ringStarts.push(this.coordinates.length / 2);
    }
    this.polygonStarts.push(this.ringStarts.length - 1);
  }

  finish(): Polygons {
    return {
      coordinates: Float64Array.from(this.coordinates),
      ringStarts: Uint32Array.from(this.ringStarts),
      polygonStarts: Uint32Array.from(this.polygonStarts),
    };
  }
}
