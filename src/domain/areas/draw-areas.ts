import { inSteps, type WorkStep } from '../project/work-step.ts';
import type { AreaFailure } from './area-analysis.ts';
import { type DrawnShape, drawWard } from './draw-ward.ts';
import { type DrawingOf, type MeasureInput, measureWard } from './measure-areas.ts';
import { WardLooker } from './ward-surfaces.ts';

/** A shape and the ward it lies in, by number. */
export interface DrawnArea extends DrawnShape {
  readonly ward: number;
}

/** All shapes of a drawing, by ward, and the wards that could not be drawn. */
export interface DrawnAreas {
  readonly areas: readonly DrawnArea[];
  readonly failures: readonly AreaFailure[];
}

/** A ward that is not joined within this time is named and left out of the drawing; its areas stand. */
const WARD_MILLISECONDS = 5_000;

/** Draws the wards one after another. `now`: milliseconds of a clock that only ends hopeless wards. */
export function* drawAreas(
  input: MeasureInput,
  of: DrawingOf,
  now: () => number = () => performance.now(),
): Generator<WorkStep, DrawnAreas> {
  const { wards, question } = input;
  const areas: DrawnArea[] = [];
  const failures: AreaFailure[] = [];
  const looker = new WardLooker(wards, input.layers);
  for (const [number, name] of wards.names.entries()) {
    const step = { what: `Drawing ${name}`, fraction: number / wards.names.length };
    yield step;
    const at = looker.look(number);
    const measured = yield* inSteps(measureWard(at, question, of), step);
    const end = now() + WARD_MILLISECONDS;
    const shapes = drawWard(at, measured, {
      question,
      of,
      ward: { number, name },
      isOver: () => now() > end,
    });
    const drawn = yield* inSteps(shapes, step);
    for (const shape of drawn.shapes) areas.push({ ...shape, ward: number });
    if (drawn.failure) failures.push(drawn.failure);
  }
  return { areas, failures };
}
