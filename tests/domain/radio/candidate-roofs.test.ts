import { describe, expect, test } from 'vitest';
import { candidateRoofs, type RoofSource } from '../../../src/domain/radio/candidate-roofs.ts';
import { judgeLink } from '../../../src/domain/radio/judge-link.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { premisesAt, squareFootprints } from '../../builders/footprints.ts';
import { flatGrid } from '../../builders/height-grids.ts';
import { lastOf } from '../../builders/last-of.ts';
import { endAt, linkGround } from '../../builders/link-ground.ts';

const town = seededTown({ side: 400, cellMetres: 1, seed: 11 });
const corners = Array.from(
  { length: 100 },
  (_, i) => [40 * (i % 10), 400 - 40 * Math.floor(i / 10) - 14] as const,
);
const roofs = new Roofs(squareFootprints(town, corners, 14), town);
const premises = premisesAt(
  town,
  corners.map(([x, y], i) => [x + 5, y + 5, 1 + (i % 3)]),
);
const ground = linkGround(town);
const sources: RoofSource[] = corners.map((_, building) => ({
  name: `Building ${building + 1}`,
  sourceRow: building,
  place: { building, points: roofs.pointsOf(building) },
}));
const asked = {
  sources,
  contentId: 'b',
  ...ground,
  roofs,
  premises,
  mastMetres: 3,
  radiusMetres: 300,
  most: 10,
};

describe('candidate roofs', () => {
  test('come by the units that a mast on their best point sees', () => {
    const { roofs: found, looked, notKnown } = lastOf(candidateRoofs(asked));
    expect([found.length, looked, notKnown]).toEqual([10, 100, 0]);
    expect(found.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const seen = found.map(({ seenUnits }) => seenUnits);
    expect(seen).toEqual([...seen].sort((one, other) => other - one));
    const [best] = found;
    // Counted again link by link: a mast on the roof's point, the premises on the highest point of theirs.
    const from = { name: 'Best', lon: best.lon, lat: best.lat, antennaMetres: 3, above: 'surface' as const };
    let [units, of] = [0, 0];
    for (const [building] of corners.entries()) {
      if (building === best.sourceRow) continue;
      const [{ x, y }] = roofs.pointsOf(building);
      const to = endAt(town, [x - town.west, y - (town.north - 400)], 2);
      const link = judgeLink({ from, to }, { ...ground, buildingAt: null });
      if (link.distanceMetres > 300) continue;
      of += 1 + (building % 3);
      if (link.class === 'clear') units += 1 + (building % 3);
    }
    expect([best.seenUnits, best.ofUnits]).toEqual([units, of]);
    expect(best.point).not.toBe('own place');
  });

  test('are the same and in the same order each time, whatever order they come in', () => {
    const once = lastOf(candidateRoofs(asked)).roofs;
    const again = lastOf(candidateRoofs({ ...asked, sources: sources.toReversed() })).roofs;
    expect(again).toEqual(once);
  });

  test('of equal view go by height, then by row; roofs of unknown height are left out and counted', () => {
    const flat = flatGrid(60, 5);
    const point = (x: number, surfaceMetres: number) =>
      ({ x: flat.west + x, y: flat.north - 30, surfaceMetres, kind: 'own place' }) as const;
    const source = (sourceRow: number, points: RoofSource['place']['points']): RoofSource => ({
      name: `Asset ${sourceRow}`,
      sourceRow,
      place: { building: -1, points },
    });
    const { roofs: found, notKnown } = lastOf(
      candidateRoofs({
        ...asked,
        ...linkGround(flat, { ground: flatGrid(60, 2) }),
        sources: [
          source(4, [point(10, 5)]),
          source(2, [point(20, 5)]),
          source(7, [point(30, 9)]),
          source(9, []),
        ],
        roofs: null,
        premises: premisesAt(flat, []),
      }),
    );
    expect(found.map(({ name }) => name)).toEqual(['Asset 7', 'Asset 2', 'Asset 4']);
    expect(found[0]).toMatchObject({ seaMetres: 9, aboveGroundMetres: 7, seenUnits: 0, ofUnits: 0 });
    expect(notKnown).toBe(1);
  });
});
