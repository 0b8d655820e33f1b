import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeArea } from '../../../src/domain/areas/ellipsoid-area.ts';
import { scanAreas } from '../../../src/domain/areas/scan-areas.ts';
import type { Position, Ring, Shape } from '../../../src/domain/areas/shape.ts';
import { lastOf } from '../../builders/last-of.ts';
import { rectangle } from '../../builders/polygons.ts';

const coordinate = fc.oneof(
  fc.integer({ min: 0, max: 8 }),
  fc.integer({ min: 0, max: 8_000 }).map((value) => value / 1_000),
);
/** Any ring at all: it may cross itself, run over itself, and lie on others. */
const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 7 });
const polygon = fc.array(ring, { minLength: 1, maxLength: 2 });
const shape: fc.Arbitrary<Shape> = fc.array(polygon, { minLength: 1, maxLength: 3 });

/** Outlines and areas of a ward by how many of the fields cover. */
function byCount(ward: Shape, fields: readonly Shape[]) {
  const answerAt = (holds: (field: number) => boolean): number =>
    fields.filter((_, field) => holds(field)).length;
  const questions = [{ answers: fields.length + 1, answerAt }];
  const scan = { ward, fields, questions, weight: () => 1, outlined: 0 };
  const { areas, outlines } = lastOf(scanAreas(scan));
  return { areas: areas[0], outlines };
}

function inRing(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[(i + 1) % ring.length];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** Even-odd within a polygon, any of the polygons. */
function inShape(shape: Shape, place: Position): boolean {
  return shape.some((rings) => rings.filter((one) => inRing(one, place)).length % 2 === 1);
}

/** Places that lie on no edge of whole coordinates, and hardly on any other. */
const PLACES = Array.from({ length: 200 }, (_, i): Position => {
  return [8 * ((i * 0.6180339887498949) % 1) + 1.41e-4, 8 * ((i * 0.7548776662466927) % 1) + 2.23e-4];
});

function cornersTwice(shape: Shape): number {
  return shape.flat().reduce((sum, [, ...rest]) => {
    return sum + rest.length - new Set(rest.map(([x, y]) => `${x.toFixed(9)} ${y.toFixed(9)}`)).size;
  }, 0);
}

describe('the outlines of a sweep', () => {
  it('hold the places of their answer and no others, and measure its area, for any rings', () => {
    fc.assert(
      fc.property(shape, shape, shape, (ward, one, other) => {
        const { areas, outlines } = byCount(ward, [one, other]);
        const whole = Math.max(1e-3, ...areas);
        for (const [answer, outline] of outlines.entries()) {
          expect(Math.abs(planeArea(outline) - areas[answer])).toBeLessThanOrEqual(1e-9 * whole);
          const wrong = PLACES.filter((place) => {
            const count = [one, other].filter((field) => inShape(field, place)).length;
            return inShape(outline, place) !== (inShape(ward, place) && count === answer);
          });
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('come back to no corner, also where ground touches ground with its tip', () => {
    fc.assert(
      fc.property(shape, shape, shape, (ward, one, other) => {
        const { outlines } = byCount(ward, [one, other]);
        expect(outlines.map(cornersTwice)).toEqual(outlines.map(() => 0));
      }),
      { numRuns: 200, seed: 7 },
    );
    const ward: Shape = [[rectangle(0, 0, 10, 10)]];
    const { outlines } = byCount(ward, [[[rectangle(1, 1, 6, 6)]], [[rectangle(4, 4, 9, 9)]]]);
    expect(outlines.map((outline) => outline.map((rings) => rings.length))).toEqual([[2], [1, 1], [1]]);
    expect(outlines[1].map(([outer]) => outer.length)).toEqual([7, 7]);
  });

  it('give a hole to the ground around it, and an island in the hole is ground of its own', () => {
    const ward: Shape = [[rectangle(0, 0, 10, 10)]];
    const ringed: Shape = [
      [rectangle(1, 1, 4, 9), rectangle(2, 2, 3, 8)],
      [rectangle(5, 1, 9, 9), rectangle(6, 2, 8, 8)],
      [rectangle(6.5, 3, 7.5, 4)],
    ];
    const [outside, inside] = byCount(ward, [ringed]).outlines;
    expect(inside.map((rings) => rings.length).sort()).toEqual([1, 2, 2]);
    expect(outside.map((rings) => rings.length).sort()).toEqual([1, 2, 3]);
    expect(planeArea(outside)).toBeCloseTo(100 - planeArea(inside), 12);
  });

  it('are as plain as the edges: no corner on a straight stretch', () => {
    const ward: Shape = [[rectangle(0, 0, 10, 10)]];
    const comb: Shape = Array.from({ length: 4 }, (_, i) => [rectangle(4, 2 * i + 1, 12, 2 * i + 2)]);
    const [rest, covered] = byCount(ward, [comb]).outlines;
    expect(covered.map(([outer]) => outer.length)).toEqual([5, 5, 5, 5]);
    expect(rest.flat().map((one) => one.length)).toEqual([4 + 16 + 1]);
  });
});
