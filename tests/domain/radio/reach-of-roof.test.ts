import { describe, expect, test } from 'vitest';
import { converterToDegrees } from '../../../src/domain/geo/convert-coordinates.ts';
import { PolygonsBuilder } from '../../../src/domain/geo/geometry.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../../../src/domain/not-spots/count-shares.ts';
import type { PremisesTable } from '../../../src/domain/premises/premises-table.ts';
import { emptyPremises } from '../../../src/domain/premises/premises-table.ts';
import { REACH_QUALITIES } from '../../../src/domain/radio/reach-answer.ts';
import { type ReachGround, reachOfRoof } from '../../../src/domain/radio/reach-of-roof.ts';
import type { HeightGrid } from '../../../src/domain/terrain/height-grid.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { lastOf } from '../../builders/last-of.ts';
import { endAt, linkGround } from '../../builders/link-ground.ts';
import { seededRandom } from '../../builders/seeded-random.ts';

/** Premises at so many metres from the south-western corner, each of some units. */
function premisesAt(grid: HeightGrid, places: readonly (readonly [number, number, number])[]): PremisesTable {
  const south = grid.north - grid.rows * grid.cellHeightMetres;
  const degrees = places.map(([x, y]) => converterToDegrees(grid.system)(grid.west + x, south + y));
  return {
    ...emptyPremises(),
    count: places.length,
    lon: Float64Array.from(degrees, ([lon]) => lon),
    lat: Float64Array.from(degrees, ([, lat]) => lat),
    units: Uint32Array.from(places, ([, , units]) => units),
  };
}

/** A square of `side` metres as footprint rows in degrees. */
function squares(grid: HeightGrid, corners: readonly (readonly [number, number])[], side: number) {
  const south = grid.north - grid.rows * grid.cellHeightMetres;
  const toDegrees = converterToDegrees(grid.system);
  const builder = new PolygonsBuilder();
  for (const [x, y] of corners)
    builder.push([
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
      ].map(([atX, atY]) => toDegrees(grid.west + atX, south + atY)),
    ]);
  return { ...builder.finish(), row: Uint32Array.from(corners, (_, row) => row) };
}

const SIDE = 600;
const town = seededTown({ side: SIDE, cellMetres: 1, seed: 3 });
const random = seededRandom(9);
const scattered = Array.from({ length: 150 }, () => [random(SIDE), random(SIDE), 1 + random(4)] as const);
// Blocks begin every 40 m, houses are 14 m wide at least.
const blocks = Array.from(
  { length: 15 * 15 },
  (_, i) => [40 * (i % 15), SIDE - 40 * Math.floor(i / 15) - 14] as const,
);

function townGround(device = 'generic-60-ghz-multipoint', other: Partial<ReachGround> = {}): ReachGround {
  const { model, meter } = linkGround(town, { device });
  const roofs = new Roofs(squares(town, blocks, 14), town);
  const premises = premisesAt(town, scattered);
  return { model, meter, roofs, premises, analysis: null, ...other };
}

describe('the reach of a roof', () => {
  test.each(['generic-60-ghz-multipoint', 'generic-5.8-ghz'])(
    '%s: each metre of the mast curve is the reach counted anew at that height',
    (device) => {
      const ground = townGround(device);
      const site = endAt(town, [300.4, 300.4], 3);
      const asked = { site, radiusMetres: 280, mostMastMetres: 24 };
      const { mast, served } = lastOf(reachOfRoof(asked, ground));
      expect(mast.askedMetres).toBeCloseTo(3, 5);
      expect(mast.served[3]).toBe(served.units);
      const anew = Array.from({ length: 25 }, (_, metres) => {
        const answer = lastOf(reachOfRoof({ ...asked, site: { ...site, antennaMetres: metres } }, ground));
        return answer.served.units;
      });
      expect([...mast.served]).toEqual(anew);
      expect(new Set(anew).size).toBeGreaterThan(5);
    },
  );

  test('counts units, all of them once, and newly served by the three answers', () => {
    const states = [ROW_YES, ROW_NO, ROW_NOT_KNOWN, ROW_SHARE];
    const rowState = Uint8Array.from(scattered, (_, i) => states[i % 4]);
    const rowChance = Uint8Array.from(scattered, (_, i) => (i % 4 === 3 ? 25 : 0));
    const analysis = { rowState, rowChance, recipeWords: 'no gigabit' };
    const site = endAt(town, [300.4, 300.4], 20);
    const answer = lastOf(
      reachOfRoof({ site, radiusMetres: 250, mostMastMetres: 0 }, townGround(undefined, { analysis })),
    );
    const { rows, byQuality, all, served } = answer;
    const sum = (of: (at: number) => number): number => rows.row.reduce((total, _, at) => total + of(at), 0);
    expect(all.units).toBe(sum((at) => rows.units[at]));
    expect(all.units).toBeGreaterThan(rows.row.length);
    expect(byQuality.reduce((total, { units }) => total + units, 0)).toBe(all.units);
    const isServed = (at: number) => ['clear', 'marginal'].includes(REACH_QUALITIES[rows.quality[at]]);
    const servedOf = (state: number) =>
      sum((at) => (isServed(at) && rows.notSpot[at] === state ? rows.units[at] : 0));
    expect(served).toEqual({
      units: sum((at) => (isServed(at) ? rows.units[at] : 0)),
      notSpots: servedOf(ROW_YES),
      expectedNotSpots: servedOf(ROW_SHARE) / 4,
      notKnown: servedOf(ROW_NOT_KNOWN),
    });
    expect(served.notSpots).toBeGreaterThan(0);
    expect(answer.recipeWords).toBe('no gigabit');
  });
});
