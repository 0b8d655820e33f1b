import { moved, type Position } from '../ground/position.ts';
import type { Random } from '../ground/random.ts';
import type { Box } from './footprints.ts';
import type { Building } from './town-plan.ts';

/**
 * A building's outline, anticlockwise and open: its box, or for houses that stand alone, works and public buildings
 * often the box less a corner at the back. `side` is 1 to the left of the street, −1 to the right. The middle is
 * always within.
 */
export function groundPlan(box: Box, kind: Building['kind'], side: number, random: Random): Position[] {
  const w = box.width / 2;
  const d = box.depth / 2;
  let corners: [number, number][] = [
    [-w, -d],
    [w, -d],
    [w, d],
    [-w, d],
  ];
  if (ANGLED.has(kind) && random.chance(0.55)) {
    const cut = random.between(0.3, 0.6) * box.width;
    const back = side * (d - random.between(0.3, 0.45) * box.depth);
    const far = side * d;
    const isLeft = random.chance(0.5);
    corners = notchedCorners({ w, far, back, inner: isLeft ? cut - w : w - cut, isLeft });
    if (side < 0) corners.reverse();
  }
  return corners.map(([along, left]) => moved(box.centre, box.heading, along, left));
}

const ANGLED: ReadonlySet<Building['kind']> = new Set(['detached', 'public', 'farm', 'works']);

function notchedCorners({
  w,
  far,
  back,
  inner,
  isLeft,
}: {
  w: number;
  far: number;
  back: number;
  inner: number;
  isLeft: boolean;
}): [number, number][] {
  return isLeft
    ? [
        [-w, -far],
        [w, -far],
        [w, far],
        [inner, far],
        [inner, back],
        [-w, back],
      ]
    : [
        [-w, -far],
        [w, -far],
        [w, back],
        [inner, back],
        [inner, far],
        [-w, far],
      ];
}
