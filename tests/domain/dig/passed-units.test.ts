import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrenchPiece } from '../../../src/domain/cost/trench-piece.ts';
import { passedUnits } from '../../../src/domain/dig/passed-units.ts';
import { FULL_DESIGN } from '../../builders/dig-designs.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesOf } from '../../builders/premises.ts';
import { premisesAt } from '../../builders/small-digs.ts';
import { degreesAt } from '../../builders/street-networks.ts';

const place = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }));

function pieceAlong(places: readonly (readonly [number, number])[], kind: TrenchPiece['kind']): TrenchPiece {
  const [piece] = FULL_DESIGN.result?.pieces ?? [];
  return { ...piece, kind, line: places.flatMap(([east, north]) => degreesAt(east, north)) };
}

describe('passedUnits', () => {
  it('counts as looking at every piece for every premises does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { maxLength: 5 }),
        fc.array(place, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 150 }),
        (lines, places, within) => {
          const withinMetres = within + 0.3;
          const pieces = lines.map((line) => pieceAlong(line, 'street'));
          const premises = premisesOf(
            places.map(([east, north], at) => premisesAt(east, north, { units: at + 1 })),
          );
          const metresOf = (at: number): number =>
            Math.min(
              ...lines.flatMap((line) =>
                line.slice(1).map((end, i) => metresToSegment(places[at], line[i], end)),
              ),
              Number.POSITIVE_INFINITY,
            );
          const metres = places.map((_, at) => metresOf(at));
          // The ellipsoid's plane and the sphere's differ by 0.32 % at this latitude: 0.48 m at the farthest asked.
          fc.pre(metres.every((one) => Math.abs(one - withinMetres) > 0.6));
          const expected = metres.reduce((sum, one, at) => sum + (one <= withinMetres ? at + 1 : 0), 0);
          expect(lastOf(passedUnits(premises, { pieces, served: [], withinMetres }))).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not count along lead-ins, but everybody who has one', () => {
    const premises = premisesOf([premisesAt(0, 0), premisesAt(5, 0), premisesAt(300, 0)]);
    const pieces = [
      pieceAlong(
        [
          [0, 0],
          [300, 0],
        ],
        'lead-in',
      ),
    ];
    const [lon, lat] = degreesAt(300, 0);
    const served = [{ ids: ['x'], units: 1, lon, lat }];
    expect(lastOf(passedUnits(premises, { pieces, served, withinMetres: 50 }))).toBe(1);
  });
});

/** On the plane in which the places are given: within centimetres of the ground. */
function metresToSegment(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
