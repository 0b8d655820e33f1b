import { checkedShape, waysToPrepare } from '../../src/domain/areas/checked-shape.ts';
import { combineInSteps } from '../../src/domain/areas/combine-in-steps.ts';
import type { ShapeOperation } from '../../src/domain/areas/combine-shapes.ts';
import { planeArea } from '../../src/domain/areas/ellipsoid-area.ts';
import { type ScannedAreas, scanAreas } from '../../src/domain/areas/scan-areas.ts';
import type { Shape } from '../../src/domain/areas/shape.ts';
import { lastOf } from './last-of.ts';
import { rectangle } from './polygons.ts';

/**
 * Shapes combined by Turf as the areas of wards are: checked by the area that the sweep measures, in the plane. The
 * first is the one cut. Words instead of a shape say why there is none.
 */
export function combineChecked(operation: ShapeOperation, shapes: readonly Shape[]): Shape | string {
  const { areas } = scanned(operation, shapes, null);
  const [, rest, expected] = areas[0];
  const [first, ...others] = shapes;
  const combine = combineInSteps(() => false);
  const steps = checkedShape(
    function* (prepare) {
      const ready: Shape[] = [];
      for (const shape of [first, ...others]) ready.push(yield* prepare(shape));
      const [one, ...more] = ready;
      if (operation !== 'intersection') return yield* combine(operation, one, more.flat());
      let shared = one;
      for (const other of more) shared = yield* combine(operation, shared, other);
      return shared;
    },
    waysToPrepare(combine),
    { expected, tolerance: 1e-9 * (rest + expected), areaOf: planeArea, isOver: () => false },
  );
  return lastOf(steps);
}

/** The same by the outlines of the sweep. */
export function outlineCombined(operation: ShapeOperation, shapes: readonly Shape[]): Shape {
  return scanned(operation, shapes, 0).outlines[COMBINED];
}

const COMBINED = 2;

function scanned(operation: ShapeOperation, shapes: readonly Shape[], outlined: number | null): ScannedAreas {
  const holds = {
    union: (inside: readonly boolean[]) => inside.includes(true),
    intersection: (inside: readonly boolean[]) => !inside.includes(false),
    difference: ([first, ...others]: readonly boolean[]) => first && !others.includes(true),
  }[operation];
  const answerAt = (inField: (field: number) => boolean): number => {
    const inside = shapes.map((_, field) => inField(field));
    return holds(inside) ? COMBINED : inside.includes(true) ? 1 : 0;
  };
  const questions = [{ answers: COMBINED + 1, answerAt }];
  return lastOf(scanAreas({ ward: boxAround(shapes), fields: shapes, questions, weight: () => 1, outlined }));
}

function boxAround(shapes: readonly Shape[]): Shape {
  let [west, south, east, north] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const ring of shapes.flatMap((shape) => shape.flat())) {
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  return west < east ? [[rectangle(west - 1, south, east + 1, north)]] : [];
}
