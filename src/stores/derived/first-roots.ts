import type { DigGround } from '../../domain/dig/dig-ground.ts';
import type { Box } from '../../domain/geo/geometry.ts';

/** Fibre points that a new design begins with, at most: more make a search no slower, but a file of the project longer. */
export const MOST_FIRST_ROOTS = 500;

/**
 * Ids of the fibre points that a new design may use: all, for the route takes those that make it cheapest; of very many
 * those nearest to the box of the premises, in the order given among equally near ones.
 */
export function firstRoots(points: DigGround['fibrePoints'], box: Box | null): readonly string[] {
  if (points.length <= MOST_FIRST_ROOTS || !box) return points.slice(0, MOST_FIRST_ROOTS).map(idOf);
  return points
    .map(({ point }) => ({ point, away: squareTo(box, point) }))
    .sort((one, other) => one.away - other.away)
    .slice(0, MOST_FIRST_ROOTS)
    .map(idOf);
}

function idOf({ point }: Pick<DigGround['fibrePoints'][number], 'point'>): string {
  return point.id;
}

/** In squares of degrees of latitude: 0 within the box. */
function squareTo([west, south, east, north]: Box, { lon, lat }: { lon: number; lat: number }): number {
  const across = Math.cos((lat * Math.PI) / 180);
  const x = across * Math.max(0, west - lon, lon - east);
  const y = Math.max(0, south - lat, lat - north);
  return x * x + y * y;
}
