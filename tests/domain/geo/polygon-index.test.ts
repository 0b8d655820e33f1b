import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPolygonIndex } from '../../../src/domain/geo/build-polygon-index.ts';
import { type Polygons, polygonCount } from '../../../src/domain/geo/geometry.ts';
import { polygonHolds } from '../../../src/domain/geo/point-in-polygon.ts';
import { findOwner, holdsPoint, NO_OWNER, visitPieces } from '../../../src/domain/geo/polygon-index.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';

// A small lattice makes points on edges, on corners and collinear runs the rule, not the exception.
const lattice = fc.integer({ min: 0, max: 12 });
const latticePoint = fc.tuple(lattice, lattice);
const ring = fc.array(latticePoint, { minLength: 3, maxLength: 9 });
const roughPoint = fc.tuple(
  fc.double({ min: -1, max: 13, noNaN: true }),
  fc.double({ min: -1, max: 13, noNaN: true }),
);
const somePolygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });

describe('the polygon index answers as a walk along every edge does', () => {
  test('on lattice shapes of any kind, at lattice and other points, for any cell size', () => {
    fc.assert(
      fc.property(
        somePolygons,
        fc.array(fc.oneof(latticePoint, roughPoint), { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 1, max: 900 }),
        (shapes, points, cells) => {
          const polygons = polygonsOf(...shapes);
          const owners = Uint32Array.from(shapes, (_, i) => i >> 1);
          const index = buildPolygonIndex(polygons, { owners, cells });
          const ofOne = buildPolygonIndex(polygons, { owners: null, cells });
          const found = { owner: NO_OWNER, twice: false };
          for (const [lon, lat] of points) {
            const holders = walk(polygons, lon, lat).map((polygon) => owners[polygon]);
            findOwner(index, lon, lat, found);
            expect(found.owner).toBe(holders.length ? Math.min(...holders) : NO_OWNER);
            expect(found.twice).toBe(new Set(holders).size > 1);
            expect(holdsPoint(index, lon, lat)).toBe(holders.length > 0);
            expect(holdsPoint(ofOne, lon, lat)).toBe(holders.length > 0);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('on coordinates of real size, at points a rounding error away from an edge', () => {
    const lon = fc.double({ min: -2.31, max: -2.29, noNaN: true });
    const lat = fc.double({ min: 53.4, max: 53.42, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(lon, lat), { minLength: 3, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (corners, t) => {
          const polygons = polygonsOf([corners]);
          const index = buildPolygonIndex(polygons, { owners: null, cells: 400 });
          corners.forEach(([ax, ay], i) => {
            const [bx, by] = corners[(i + 1) % corners.length];
            const x = ax + (bx - ax) * t;
            const y = ay + (by - ay) * t;
            expect(holdsPoint(index, x, y)).toBe(polygonHolds(polygons, 0, x, y));
            expect(holdsPoint(index, ax, ay)).toBe(true);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  test('on long wiggly rings that run through many cells and come back into them', () => {
    const step = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 30, maxLength: 200 }),
        fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), {
          minLength: 10,
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 3000 }),
        (steps, halves, cells) => {
          const ring = walkOf(steps);
          const polygons = polygonsOf([ring]);
          const index = buildPolygonIndex(polygons, { owners: null, cells });
          const points = [...ring, ...halves.map(([a, b]): [number, number] => [a / 2, b / 2])];
          for (const [lon, lat] of points)
            expect(holdsPoint(index, lon, lat)).toBe(polygonHolds(polygons, 0, lon, lat));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('every edge stands in the pieces of some cell, under its owner', () => {
    fc.assert(
      fc.property(somePolygons, fc.integer({ min: 1, max: 300 }), (shapes, cells) => {
        const polygons = polygonsOf(...shapes);
        const owners = Uint32Array.from(shapes, (_, i) => i);
        const index = buildPolygonIndex(polygons, { owners, cells });
        const seen = new Set<string>();
        for (let cell = 0; cell < index.cells.length; cell++) {
          visitPieces(index, cell, (owner, first, last) => {
            for (let vertex = first; vertex < last; vertex++) seen.add(`${owner} ${vertex}`);
          });
        }
        for (let polygon = 0; polygon < polygonCount(polygons); polygon++) {
          for (let ring = polygons.polygonStarts[polygon]; ring < polygons.polygonStarts[polygon + 1]; ring++)
            for (let v = polygons.ringStarts[ring]; v < polygons.ringStarts[ring + 1] - 1; v++)
              expect(seen).toContain(`${polygon} ${v}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('holes, their edges and islands in them', () => {
    const polygons = polygonsOf([rectangle(0, 0, 10, 10), rectangle(2, 2, 8, 8)], [rectangle(4, 4, 6, 6)]);
    const index = buildPolygonIndex(polygons, { owners: null, cells: 64 });
    expect([1, 2, 3, 4, 5, 7, 8, 9].map((x) => holdsPoint(index, x, 5))).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  test('nothing is held outside, at NaN or by no polygons', () => {
    const index = buildPolygonIndex(polygonsOf([rectangle(0, 0, 1, 1)]), { owners: null });
    expect([
      holdsPoint(index, -0.1, 0.5),
      holdsPoint(index, Number.NaN, 0.5),
      holdsPoint(index, 0.5, 1e9),
    ]).toEqual([false, false, false]);
    const none = buildPolygonIndex(polygonsOf(), { owners: null });
    expect(holdsPoint(none, 0, 0)).toBe(false);
  });
});

function walk(polygons: Polygons, lon: number, lat: number): number[] {
  return Array.from({ length: polygonCount(polygons) }, (_, i) => i).filter((i) =>
    polygonHolds(polygons, i, lon, lat),
  );
}

/** Where one stands after each step from the origin. */
function walkOf(steps: readonly (readonly [number, number])[]): [number, number][] {
  let x = 0;
  let y = 0;
  return steps.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x, y];
  });
}
