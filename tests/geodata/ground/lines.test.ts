import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLine, lengthMetres, pointAlong, straightened } from '../../../geodata/ground/cut-line.ts';
import { at, type Position } from '../../../geodata/ground/position.ts';
import { crossingOf, distanceToSegment, SegmentGrid } from '../../../geodata/ground/segment-grid.ts';

const place = fc
  .tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 90_000 }))
  .map(([x, y]): Position => at(x / 100, y / 100));
const line = fc.array(place, { minLength: 2, maxLength: 9 }).filter((points) => lengthMetres(points) > 5);

describe('cutLine', () => {
  it('gives pieces that share their ends, have the line’s length and lie on it', () => {
    fc.assert(
      fc.property(
        line,
        fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 5 }),
        (points, shares) => {
          const length = lengthMetres(points);
          const pieces = cutLine(
            points,
            shares.map((share) => share * length).sort((a, b) => a - b),
          );
          expect(pieces[0][0]).toEqual(points[0]);
          expect(pieces.at(-1)?.at(-1)).toEqual(points.at(-1));
          pieces.slice(1).forEach((piece, i) => {
            expect(piece[0]).toEqual(pieces[i].at(-1));
          });
          const sum = pieces.reduce((metres, piece) => metres + lengthMetres(piece), 0);
          // Cuts are rounded to the centimetre.
          expect(Math.abs(sum - length)).toBeLessThan(0.03 * pieces.length);
        },
      ),
    );
  });

  it('cuts where it is told', () => {
    expect(
      cutLine(
        [
          [0, 0],
          [10, 0],
          [10, 10],
        ],
        [4, 10, 15],
      ),
    ).toEqual([
      [
        [0, 0],
        [4, 0],
      ],
      [
        [4, 0],
        [10, 0],
      ],
      [
        [10, 0],
        [10, 5],
      ],
      [
        [10, 5],
        [10, 10],
      ],
    ]);
    expect(
      pointAlong(
        [
          [0, 0],
          [10, 0],
        ],
        25,
      ),
    ).toEqual([10, 0]);
  });
});

describe('straightened', () => {
  it('keeps both ends and leaves nothing out that lies further than the tolerance', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 40, noNaN: true }), (points, tolerance) => {
        const kept = straightened(points, tolerance);
        expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
        // Each left out lies off the endless straight through the kept ones before and after it by no more than that.
        let from = 0;
        for (let i = 1; i < kept.length; i++) {
          const to = points.indexOf(kept[i], from + 1);
          for (const point of points.slice(from + 1, to))
            expect(offStraight(point, kept[i - 1], kept[i])).toBeLessThanOrEqual(tolerance + 1e-9);
          from = to;
        }
      }),
    );
  });
});

describe('SegmentGrid', () => {
  it('finds what is near and what crosses as looking at each does', () => {
    const pairs = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(pairs, place, place, fc.integer({ min: 1, max: 300 }), (segments, from, to, metres) => {
        const grid = new SegmentGrid<number>(70);
        segments.forEach(([a, b], i) => {
          grid.add(a, b, i);
        });
        const near: number[] = [];
        grid.near(from, metres, ({ tag }) => near.push(tag));
        expect(near.sort((a, b) => a - b)).toEqual(
          segments.flatMap(([a, b], i) => (distanceToSegment(from, a, b) <= metres ? [i] : [])),
        );
        const crossed: number[] = [];
        grid.crossing(from, to, (other) => {
          if (crossingOf(from, to, other.from, other.to) !== null) crossed.push(other.tag);
        });
        expect(crossed.sort((a, b) => a - b)).toEqual(
          segments.flatMap(([a, b], i) => (crossingOf(from, to, a, b) === null ? [] : [i])),
        );
      }),
    );
  });
});

function offStraight(point: Position, a: Position, b: Position): number {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length === 0) return Math.hypot(point[0] - a[0], point[1] - a[1]);
  return Math.abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length;
}
