import { describe, expect, test } from 'vitest';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../../../src/domain/not-spots/count-shares.ts';
import { judgeLink } from '../../../src/domain/radio/judge-link.ts';
import { LinkMeter } from '../../../src/domain/radio/link-meter.ts';
import { REACH_QUALITIES, REACH_REASONS } from '../../../src/domain/radio/reach-answer.ts';
import type { ReachGround } from '../../../src/domain/radio/reach-ground.ts';
import { reachOfRoof } from '../../../src/domain/radio/reach-of-roof.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { premisesAt, squareFootprints } from '../../builders/footprints.ts';
import { gridOf } from '../../builders/height-grids.ts';
import { lastOf } from '../../builders/last-of.ts';
import { endAt, linkGround } from '../../builders/link-ground.ts';
import { seededRandom } from '../../builders/seeded-random.ts';

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
  const roofs = new Roofs(squareFootprints(town, blocks, 14), town);
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

  test('a radio so weak that a longer mast is too far away: the curve falls again, and is still the reach counted anew', () => {
    const ground = townGround();
    const { device, choices } = ground.meter;
    const meter = new LinkMeter({ ...device, powerDbm: { value: -29, source: null } }, choices);
    const site = endAt(town, [300.4, 300.4], 0);
    const asked = { site, radiusMetres: 280, mostMastMetres: 60 };
    const { mast } = lastOf(reachOfRoof(asked, { ...ground, meter }));
    const anew = Array.from({ length: 61 }, (_, antennaMetres) => {
      const answer = lastOf(
        reachOfRoof({ ...asked, mostMastMetres: 0, site: { ...site, antennaMetres } }, { ...ground, meter }),
      );
      return answer.served.units;
    });
    expect([...mast.served]).toEqual(anew);
    expect(Math.max(...anew)).toBeGreaterThan(anew[0]);
    expect(Math.max(...anew)).toBeGreaterThan(anew[60]);
  });

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

  test('judges each premises as its one link is judged, from where its antenna is', () => {
    for (const device of ['generic-60-ghz-multipoint', 'generic-5.8-ghz', 'generic-28-ghz']) {
      const ground = townGround(device);
      const site = endAt(town, [300.4, 300.4], 12);
      const { rows } = lastOf(reachOfRoof({ site, radiusMetres: 280, mostMastMetres: 0 }, ground));
      const qualities = new Set<string>();
      for (const [i, row] of rows.row.entries()) {
        const quality = REACH_QUALITIES[rows.quality[i]];
        qualities.add(quality);
        if (quality === 'no link') continue;
        const to = { lon: rows.lon[i], lat: rows.lat[i], antennaMetres: 2, above: 'surface' as const };
        const link = judgeLink(
          { from: site, to: { name: `row ${row}`, ...to } },
          { ...ground, buildingAt: null },
        );
        expect(link.clearance?.metres).toBeCloseTo(rows.clearanceMetres[i], 2);
        const holds = link.budget?.step && (link.budgetBack === null || link.budgetBack.step);
        const open = link.class === 'clear' || link.class === 'marginal' ? link.class : null;
        expect(quality).toBe(holds ? (open ?? 'obstructed') : open ? 'too weak' : 'blocked');
        if (holds) expect(rows.megabitsPerSecond[i]).toBeCloseTo(link.budget?.megabitsPerSecond ?? 0, 1);
      }
      expect(qualities.size).toBeGreaterThan(2);
    }
  });

  test('takes the best corner of a building, never its middle, and its own place without one', () => {
    // A roof of 10 m with a ridge of 14 m along its near side hides its middle, but not its near corners.
    const rows = Array.from({ length: 40 }, () =>
      Array.from({ length: 120 }, (_, x) => (x === 80 ? 14 : x > 80 && x < 100 ? 10 : 0)),
    );
    const grid = gridOf(rows);
    const { model, meter } = linkGround(grid);
    const roofs = new Roofs(squareFootprints(grid, [[80, 10]], 20), grid);
    const premises = premisesAt(grid, [[92, 20, 3]]);
    const site = endAt(grid, [10.5, 20.5], 12);
    const reached = (given: Roofs | null) =>
      lastOf(
        reachOfRoof(
          { site, radiusMetres: 110, mostMastMetres: 30 },
          { model, meter, roofs: given, premises, analysis: null },
        ),
      );
    const own = reached(null);
    expect(REACH_QUALITIES[own.rows.quality[0]]).toBe('blocked');
    expect(own.rows.isOnBuilding[0]).toBe(0);
    expect(own.notes.at(-1)).toMatch(/No building footprints are loaded/);
    const best = reached(roofs);
    expect(REACH_QUALITIES[best.rows.quality[0]]).toBe('clear');
    expect(best.rows.seaMetres[0]).toBe(16);
    expect(best.rows.neededMastMetres[0]).toBeLessThanOrEqual(12);
    expect(own.rows.neededMastMetres[0]).toBeGreaterThan(12);
    expect(best.served).toMatchObject({ units: 3 });
  });

  test('says why not: own building, own place, unknown roof, unknown way', () => {
    const rows = Array.from({ length: 60 }, (_, y) =>
      Array.from({ length: 60 }, (_, x) => (y < 10 && x > 40 ? null : x > 25 && x < 30 && y > 45 ? null : 0)),
    );
    const grid = gridOf(rows);
    const { model, meter } = linkGround(grid);
    const roofs = new Roofs(squareFootprints(grid, [[5, 5]], 6), grid);
    const premises = premisesAt(grid, [
      [9, 9, 1],
      [50, 55, 1],
      [50, 5, 1],
      [20, 30, 1],
      [500, 30, 1],
      [6.5, 6.5, 1],
    ]);
    const site = endAt(grid, [6.5, 6.5], 5);
    const answer = lastOf(
      reachOfRoof(
        { site, radiusMetres: 100, mostMastMetres: 5 },
        { model, meter, roofs, premises, analysis: null },
      ),
    );
    const words = Array.from(answer.rows.row, (row, i) => [
      row,
      REACH_QUALITIES[answer.rows.quality[i]],
      REACH_REASONS[answer.rows.reason[i]],
    ]);
    expect(words).toEqual([
      [0, 'no link', 'it is on the roof’s own building'],
      [1, 'not known', 'the height of its roof is not known'],
      [2, 'not known', 'heights on the way are not known'],
      [3, 'clear', 'served'],
      [5, 'no link', 'it is on the roof’s own building'],
    ]);
    expect(answer.rows.neededMastMetres[1]).toBe(-1);
    // How far it is, is known all the same.
    expect(answer.rows.distanceMetres[1]).toBeCloseTo(Math.hypot(43.5, 48.5), 1);
    const without = lastOf(
      reachOfRoof(
        { site, radiusMetres: 100, mostMastMetres: 5 },
        { model, meter, roofs: null, premises, analysis: null },
      ),
    );
    expect(REACH_REASONS[without.rows.reason[4]]).toBe('it is at the roof’s own place');
    const unknown = endAt(grid, [50, 55], 5, { name: 'Depot' });
    expect(() =>
      lastOf(
        reachOfRoof(
          { site: unknown, radiusMetres: 9, mostMastMetres: 5 },
          { model, meter, roofs, premises, analysis: null },
        ),
      ),
    ).toThrow(/The height of Depot is not known/);
  });

  test('is a picture of the circle with its corners, and ends between two steps when it is told to', () => {
    const ground = townGround();
    const site = endAt(town, [300.4, 300.4], 12);
    const question = { site, radiusMetres: 100, mostMastMetres: 0 };
    const { picture } = lastOf(reachOfRoof(question, ground));
    expect([picture.columns, picture.rows, picture.views.length]).toEqual([201, 201, 201 * 201]);
    const [northWest, northEast, southEast, southWest] = picture.corners;
    expect(northWest[0]).toBeLessThan(northEast[0]);
    expect(southEast[1]).toBeLessThan(northEast[1]);
    expect(northWest[1]).toBeGreaterThan(southWest[1]);
    const steps = reachOfRoof(question, ground);
    const fractions: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) fractions.push(step.value.fraction);
    expect(fractions.length).toBeGreaterThan(3);
    expect(fractions).toEqual([...fractions].sort((one, other) => one - other));
    expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
    const stopped = reachOfRoof(question, ground);
    stopped.next();
    expect(stopped.return(undefined as never).done).toBe(true);
  });

  test('refuses a radius beyond what diffraction is reckoned for, and a mast curve in parts of metres', () => {
    const site = endAt(town, [300.4, 300.4], 12);
    const asked = (radiusMetres: number, mostMastMetres: number) => () =>
      lastOf(reachOfRoof({ site, radiusMetres, mostMastMetres }, townGround()));
    expect(asked(5001, 0)).toThrow(/radius/);
    expect(asked(100, 2.5)).toThrow(/whole metres/);
    expect(asked(100, 61)).toThrow(/whole metres/);
  });
});
