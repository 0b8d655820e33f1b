import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaSquareMetres, squareMetresPerSquareDegree } from '../../../src/domain/areas/ellipsoid-area.ts';
import { scanAreas } from '../../../src/domain/areas/scan-areas.ts';
import type { Position, Shape } from '../../../src/domain/areas/shape.ts';
import { lastOf } from '../../builders/last-of.ts';
import { rectangle } from '../../builders/polygons.ts';
import { type AnswerAt, slabAreas } from '../../builders/slab-areas.ts';

const coordinate = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 8, noNaN: true }));
const position = fc.tuple(coordinate, coordinate);
/** Any ring at all: it may cross itself, run over itself, and lie on others. */
const ring = fc.array(position, { minLength: 3, maxLength: 7 });
const polygon = fc.array(ring, { minLength: 1, maxLength: 2 });
const shape: fc.Arbitrary<Shape> = fc.array(polygon, { minLength: 1, maxLength: 3 });

/** Areas of the ward by which fields cover, as a number of bits. */
function byFields(ward: Shape, fields: readonly Shape[], weight: (y: number) => number = () => 1): number[] {
  const answerAt = (holds: (field: number) => boolean): number =>
    fields.reduce((bits, _, field) => bits | (holds(field) ? 1 << field : 0), 0);
  const questions = [{ answers: 1 << fields.length, answerAt }];
  return [...lastOf(scanAreas({ ward, fields, questions, weight, outlined: null })).areas[0]];
}

/** The same for the slabs: which of two fields cover, inside the ward. */
const byBits: AnswerAt = ([inWard, one, other]) => (inWard ? (one ? 1 : 0) + (other ? 2 : 0) : null);

describe('scanAreas', () => {
  it('measures a square, what a field covers of it, and the rest', () => {
    const ward: Shape = [[rectangle(0, 0, 10, 10)]];
    const field: Shape = [[rectangle(5, -5, 20, 5), rectangle(6, 1, 7, 2)], [rectangle(8, 4, 9, 6)]];
    const [rest, covered] = byFields(ward, [field]);
    expect(covered).toBeCloseTo(25 - 1 + 1, 12);
    expect(rest).toBeCloseTo(75, 12);
  });

  it('agrees with slabs worked out one by one, for any rings', () => {
    fc.assert(
      fc.property(shape, shape, shape, (ward, one, other) => {
        const found = byFields(ward, [one, other]);
        const theirs = slabAreas([ward, one, other], 4, byBits);
        const whole = Math.max(1e-3, ...theirs);
        for (const [bits, area] of found.entries())
          expect(Math.abs(area - theirs[bits])).toBeLessThanOrEqual(1e-9 * whole);
      }),
      { numRuns: 80 },
    );
  });

  it('agrees on the ellipsoid too, where edges cross by the hundred', () => {
    const star = (lon: number, lat: number, corners: number, turn: number): Shape => [
      [
        Array.from({ length: corners }, (_, i): Position => {
          const angle = (2 * Math.PI * i) / corners + turn;
          const radius = 0.02 * (1 + 0.3 * Math.sin(9 * angle));
          return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
        }),
      ],
    ];
    const ward = star(-1, 53, 90, 0);
    const fields = [star(-1.005, 53.004, 80, 0.3), star(-0.99, 52.995, 70, 0.7)];
    const found = byFields(ward, fields, squareMetresPerSquareDegree);
    const whole = areaSquareMetres(ward);
    expect(found.reduce((sum, area) => sum + area, 0) / whole).toBeCloseTo(1, 11);
    const theirs = slabAreas([ward, ...fields], 4, byBits, squareMetresPerSquareDegree);
    for (const [bits, area] of found.entries())
      expect(Math.abs(area - theirs[bits]) / whole).toBeLessThan(1e-9);
  });

  it('answers with more fields than fit a number', () => {
    const ward: Shape = [[rectangle(0, 0, 40, 1)]];
    const fields = Array.from({ length: 40 }, (_, i): Shape => [[rectangle(i, 0, 40, 1)]]);
    const answerAt = (holds: (field: number) => boolean): number =>
      fields.reduce((sum, _, field) => sum + (holds(field) ? 1 : 0), 0);
    const questions = [{ answers: 41, answerAt }];
    const [areas] = lastOf(scanAreas({ ward, fields, questions, weight: () => 1, outlined: null })).areas;
    expect([...areas]).toEqual([0, ...Array.from({ length: 40 }, () => expect.closeTo(1, 9))]);
  });

  it('can be stopped within a large ward', () => {
    const ward: Shape = [[rectangle(0, 0, 2_000, 1)]];
    const fields = [Array.from({ length: 1_000 }, (_, i) => [rectangle(2 * i, i * 1e-4, 2 * i + 1, 0.9)])];
    const questions = [{ answers: 1, answerAt: () => 0 }];
    const steps = [...scanAreas({ ward, fields, questions, weight: () => 1, outlined: null })];
    expect(steps.length).toBeGreaterThan(10);
  });

  it('finds nothing in a ward without a shape', () => {
    expect(byFields([], [[[rectangle(0, 0, 1, 1)]]])).toEqual([0, 0]);
  });
});
