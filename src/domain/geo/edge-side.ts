import { orient2d } from 'robust-predicates';

/**
 * Which side of the directed edge the point is on; true is left. A point on the line is taken as moved by an
 * infinitely small step up and a still smaller one right (simulation of simplicity, Edelsbrunner and Mücke 1990), the
 * same for every point on a path, so that parities along a path always agree.
 */
export function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const turn = orient2d(ax, ay, bx, by, px, py);
  if (turn !== 0) return turn < 0;
  if (ax !== bx) return bx > ax;
  return by < ay;
}

/** Whether the point lies right of the edge's line, looking up it. The edge is not level. */
export function isRightOf(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  const below = side(ax, ay, bx, by, px, py);
  return ay < by ? !below : below;
}
