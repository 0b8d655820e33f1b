import { boxOf, type Polygons } from '../geo/geometry.ts';

/** A side of a box along which borders run straight: where, and which share of the side they cover (0 … 1). */
export interface StraightSide {
  readonly side: 'western' | 'southern' | 'eastern' | 'northern';
  /** The side's x (western, eastern) or y, in the coordinates given. */
  readonly at: number;
  readonly share: number;
}

/**
 * Sides of the polygons' box along which their borders run straight for a good part, as a file cut by a frame has them.
 * `coordinates` are x, y pairs of any plane, in the polygons' rings; within `tolerance` of the side counts as on it. Where
 * half of all borders keep to the axes (squares of a raster), a side must be straight for half of its length.
 */
export function straightSides(
  { coordinates, ringStarts }: Pick<Polygons, 'coordinates' | 'ringStarts'>,
  tolerance: number,
): StraightSide[] {
  const box = boxOf(coordinates);
  if (!box) return [];
  const [west, south, east, north] = box;
  const sums = { western: 0, southern: 0, eastern: 0, northern: 0 };
  let all = 0;
  let onAxis = 0;
  for (let ring = 0; ring + 1 < ringStarts.length; ring++) {
    for (let v = ringStarts[ring]; v < ringStarts[ring + 1] - 1; v++) {
      const ax = coordinates[2 * v];
      const ay = coordinates[2 * v + 1];
      const bx = coordinates[2 * v + 2];
      const by = coordinates[2 * v + 3];
      const length = Math.hypot(bx - ax, by - ay);
      all += length;
      if (Math.abs(bx - ax) <= tolerance || Math.abs(by - ay) <= tolerance) onAxis += length;
      const within = (value: number, side: number): boolean => Math.abs(value - side) <= tolerance;
      if (within(ax, west) && within(bx, west)) sums.western += length;
      if (within(ax, east) && within(bx, east)) sums.eastern += length;
      if (within(ay, south) && within(by, south)) sums.southern += length;
      if (within(ay, north) && within(by, north)) sums.northern += length;
    }
  }
  const least = onAxis > all / 2 ? 0.5 : 0.1;
  const sides = [
    { side: 'western', at: west, share: sums.western / (north - south) },
    { side: 'eastern', at: east, share: sums.eastern / (north - south) },
    { side: 'southern', at: south, share: sums.southern / (east - west) },
    { side: 'northern', at: north, share: sums.northern / (east - west) },
  ] as const;
  return sides.filter(({ share }) => share >= least && Number.isFinite(share));
}
