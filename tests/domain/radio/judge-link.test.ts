import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bullingtonLossDecibels } from '../../../src/domain/radio/bullington.ts';
import { earthBulgeMetres } from '../../../src/domain/radio/earth-bulge.ts';
import { judgeLink } from '../../../src/domain/radio/judge-link.ts';
import { lineOfSight } from '../../../src/domain/radio/line-of-sight.ts';
import type { LinkAnswer } from '../../../src/domain/radio/one-link.ts';
import { placeEnd } from '../../../src/domain/radio/place-end.ts';
import { HeightsRefused } from '../../../src/domain/terrain/heights-refused.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { flatGrid, gridOf } from '../../builders/height-grids.ts';
import { endAt, linkGround } from '../../builders/link-ground.ts';

const town = seededTown({ side: 400, cellMetres: 1, seed: 5 });
const place = fc.tuple(
  fc.double({ min: 3, max: 397, noNaN: true }),
  fc.double({ min: 3, max: 397, noNaN: true }),
);
const mast = fc.double({ min: 0, max: 40, noNaN: true });
const device = fc.constantFrom(
  'generic-60-ghz-multipoint',
  'generic-28-ghz',
  'generic-5.8-ghz',
  'generic-3.8-4.2-ghz',
);

/** A wall of 30 m in the middle of 200 m of ground at 0. */
const walled = gridOf(
  Array.from({ length: 5 }, () => Array.from({ length: 200 }, (_, column) => (column === 100 ? 30 : 0))),
);

describe('one link', () => {
  test('over flat ground is clear, as long as its ends are apart, and counts as gigabit at 60 GHz', () => {
    const grid = flatGrid(300, 20);
    const [from, to] = [endAt(grid, [20, 150], 10), endAt(grid, [260, 150], 10)];
    const answer = judgeLink({ from, to }, linkGround(grid));
    expect(answer).toMatchObject({ class: 'clear', diffractionDecibels: 0, reasons: [], budgetBack: null });
    expect(answer.distanceMetres).toBeCloseTo(240, 2);
    expect(answer.slantMetres).toBeCloseTo(240, 2);
    expect(answer.from).toMatchObject({ seaMetres: 30, surfaceMetres: 20, groundMetres: null });
    expect(answer.clearance?.metres).toBeCloseTo(10, 2);
    expect(answer.budget?.countsAsGigabit).toBe(true);
    expect(answer.parts.map(({ kind }) => kind)).toEqual(['surface']);
    // London lies east of the grid's meridian, so grid east there is a little south of true east.
    expect(answer.from.azimuthDegrees).toBeGreaterThan(90);
    expect(answer.from.azimuthDegrees).toBeLessThan(92.5);
    expect(((answer.to.azimuthDegrees ?? 0) - (answer.from.azimuthDegrees ?? 0) + 360) % 360).toBeCloseTo(
      180,
      1,
    );
    // Over 240 m the earth falls away by 3.4 mm at k = 4/3.
    expect(answer.from.tiltDegrees).toBeCloseTo(-0.0008, 4);
  });

  test('is the same both ways', () => {
    fc.assert(
      fc.property(place, place, mast, mast, device, (one, other, near, far, id) => {
        fc.pre(Math.hypot(one[0] - other[0], one[1] - other[1]) > 0.1);
        const ground = linkGround(town, { device: id });
        const [from, to] = [endAt(town, one, near), endAt(town, other, far)];
        const [there, back] = [judgeLink({ from, to }, ground), judgeLink({ from: to, to: from }, ground)];
        expect(back.class).toBe(there.class);
        expect(back.clearance?.metres).toEqual(there.clearance?.metres);
        expect(back.clearance?.fresnel).toEqual(there.clearance?.fresnel);
        expect(back.diffractionDecibels).toBe(there.diffractionDecibels);
        expect(back.budget?.lines).toEqual(there.budget?.lines);
        expect(back.budgetBack?.lines).toEqual(there.budgetBack?.lines);
        const [metresAt, metresAtBack] = [there.clearance?.metresAt ?? 0, back.clearance?.metresAt ?? 0];
        if (there.clearance?.metresAt) expect(metresAt + metresAtBack).toBeCloseTo(there.distanceMetres, 6);
      }),
      { numRuns: 120 },
    );
  });

  test('has the class that lines of sight give, and the clearance that its profile shows', () => {
    fc.assert(
      fc.property(place, place, mast, mast, device, (one, other, near, far, id) => {
        fc.pre(Math.hypot(one[0] - other[0], one[1] - other[1]) > 0.1);
        const ground = linkGround(town, { device: id });
        const [from, to] = [endAt(town, one, near), endAt(town, other, far)];
        const answer = judgeLink({ from, to }, ground);
        const ends = [from, to].map((end) => {
          const { x, y, seaMetres } = placeEnd(end, ground.model);
          return { x, y, metres: seaMetres ?? Number.NaN };
        });
        const sees = (fresnelShare: number) =>
          lineOfSight(town, [ends[0], ends[1]], {
            frequencyGigahertz: answer.frequencyGigahertz,
            earthFactor: 4 / 3,
            ownRoofMetres: 0,
            fresnelShare,
          });
        // Within rounding of the border between two classes either may be said.
        const isOnBorder =
          Math.abs(answer.clearance?.metres ?? 1) < 1e-9 ||
          Math.abs((answer.clearance?.fresnel ?? 1) - 0.6) < 1e-9;
        if (!isOnBorder) {
          expect(sees(0) === 'visible').toBe(answer.class !== 'blocked');
          expect(sees(0.6) === 'visible').toBe(answer.class === 'clear');
        }
        expect(leastOf(answer)).toBeCloseTo(answer.clearance?.metres ?? Number.POSITIVE_INFINITY, 6);
      }),
      { numRuns: 120 },
    );
  });

  test('behind a wall loses what Bullington says, and less of the budget the higher its ends', () => {
    const at = (metres: number) => [endAt(walled, [20, 2.5], metres), endAt(walled, [180, 2.5], metres)];
    const judged = (metres: number) => {
      const [from, to] = at(metres);
      return judgeLink({ from, to }, linkGround(walled, { device: 'generic-5.8-ghz' }));
    };
    const low = judged(10);
    expect(low).toMatchObject({ class: 'blocked', clearance: { metresAt: expect.closeTo(80, 0) } });
    const { profile, diffractionDecibels, budget } = low;
    const loss = bullingtonLossDecibels(
      {
        distancesMetres: profile?.distancesMetres ?? new Float64Array(),
        surfaceMetres: profile?.surfaceMetres ?? new Float64Array(),
        firstAntennaMetres: 10,
        lastAntennaMetres: 10,
      },
      { frequencyGigahertz: 5.8, earthFactor: 4 / 3 },
    );
    expect(diffractionDecibels).toBeCloseTo(loss, 9);
    expect(loss).toBeGreaterThan(20);
    expect(budget?.lines.find(({ what }) => what === 'diffraction')?.value).toBeCloseTo(-loss, 9);
    const losses = [10, 20, 29, 30.3, 34].map((metres) => judged(metres).diffractionDecibels ?? Number.NaN);
    expect(losses).toEqual([...losses].sort((one, other) => other - one));
    expect(judged(30.3).class).toBe('marginal');
    expect(judged(34)).toMatchObject({ class: 'clear', diffractionDecibels: 0 });
  });

  test('leaves out what stands within the own roof of either end', () => {
    const grid = gridOf([[0, 5, 0, 0, 0, 0, 0, 0, 0, 0]]);
    const [from, to] = [endAt(grid, [0.5, 0.5], 3), endAt(grid, [9.5, 0.5], 3)];
    expect(judgeLink({ from, to }, linkGround(grid)).class).toBe('blocked');
    const choices = { ownRoofMetres: { value: 2, source: null } };
    const answer = judgeLink({ from, to }, linkGround(grid, { choices }));
    expect(answer).toMatchObject({ class: 'clear', ownRoofMetres: 2 });
    // A chart still shows the whole path.
    expect(Math.max(...(answer.profile?.surfaceMetres ?? []))).toBe(5);
  });

  test('is no link between ends at one place or on one building, and says so', () => {
    const grid = flatGrid(50, 0);
    const [from, to] = [
      endAt(grid, [10, 10], 5, { name: 'Depot' }),
      endAt(grid, [30, 10], 5, { name: 'Annexe' }),
    ];
    const here = judgeLink({ from, to: { ...from, name: 'Depot too', antennaMetres: 9 } }, linkGround(grid));
    expect(here).toMatchObject({ class: 'no link', budget: null, clearance: null, profile: null });
    expect(here.reasons).toEqual(['Depot and Depot too are at one place. Give two places that are apart.']);
    const one = judgeLink({ from, to }, linkGround(grid, { buildingAt: () => 7 }));
    expect(one).toMatchObject({ class: 'no link', budget: null, clearance: null });
    expect(one.reasons[0]).toMatch(/Depot and Annexe are on one building/);
    expect(judgeLink({ from, to }, linkGround(grid, { buildingAt: () => -1 })).class).toBe('clear');
  });

  test('is not known where heights are not, with the place and what to do', () => {
    const grid = gridOf([[0, 0, 0, 0, null, null, 0, 0, 0, 0]]);
    const [from, to] = [endAt(grid, [0.5, 0.5], 3, { name: 'Depot' }), endAt(grid, [9.5, 0.5], 3)];
    const answer = judgeLink({ from, to }, linkGround(grid));
    expect(answer).toMatchObject({ class: 'not known', budget: null, diffractionDecibels: null });
    expect(answer.reasons).toEqual([
      'Heights on the way are not known, first 4 m from Depot. Load a surface that covers the whole path.',
    ]);
    expect(answer.profile?.notKnown).toHaveLength(1);
    const outside = judgeLink({ from, to: endAt(grid, [40, 0.5], 3, { name: 'Far' }) }, linkGround(grid));
    expect(outside).toMatchObject({ class: 'not known', clearance: null, slantMetres: null });
    expect(outside.reasons[0]).toMatch(
      /^The height of Far is not known: the surface says nothing at 51\.\d+, -0\.\d+/,
    );
    // What is known may block all the same.
    const blocked = gridOf([[0, 0, 9, 0, null, null, 0, 0, 0, 0]]);
    expect(judgeLink({ from, to }, linkGround(blocked))).toMatchObject({ class: 'blocked', budget: null });
  });

  test('needs a ground model for heights above ground, and takes each end by its own', () => {
    const [grid, ground] = [flatGrid(50, 12), flatGrid(50, 2)];
    const [from, to] = [
      endAt(grid, [10, 10], 15, { above: 'ground' }),
      endAt(grid, [40, 10], 17, { above: 'sea' }),
    ];
    expect(() => judgeLink({ from, to }, linkGround(grid))).toThrow(HeightsRefused);
    const answer = judgeLink({ from, to }, linkGround(grid, { ground }));
    expect([answer.from.seaMetres, answer.to.seaMetres]).toEqual([17, 17]);
    expect(answer.from.groundMetres).toBe(2);
    expect(answer.profile?.groundMetres?.every((height) => height === 2)).toBe(true);
    const sunk = judgeLink({ from: { ...from, antennaMetres: 5 }, to }, linkGround(grid, { ground }));
    expect(sunk.reasons[0]).toMatch(/stands 5\.0 m below the surface/);
  });

  test('beyond 5 km is reckoned where it is clear, and says why not where it is not', () => {
    const long = (height: number) =>
      gridOf([Array.from({ length: 130 }, (_, column) => (column === 60 ? height : 0))], { cellMetres: 50 });
    const judged = (height: number) => {
      const grid = long(height);
      const ends = { from: endAt(grid, [25, 25], 60), to: endAt(grid, [6425, 25], 60) };
      return judgeLink(ends, linkGround(grid, { device: 'generic-5.8-ghz' }));
    };
    expect(judged(0)).toMatchObject({ class: 'clear', diffractionDecibels: 0 });
    expect(judged(0).budget).not.toBeNull();
    const blocked = judged(70);
    expect(blocked).toMatchObject({ class: 'blocked', budget: null, diffractionDecibels: null });
    expect(blocked.reasons[0]).toMatch(/at most 5000 m|from 0 to 5000 m/);
  });

  test('at a frequency that no rain model covers has no budget, but a reason', () => {
    const grid = flatGrid(300, 0);
    const ground = linkGround(grid);
    const { meter } = ground;
    const low = { ...meter.device, frequencyGigahertz: { value: 0.7, source: null } };
    const Meter = meter.constructor as new (...given: unknown[]) => typeof meter;
    const ends = { from: endAt(grid, [20, 150], 10), to: endAt(grid, [260, 150], 10) };
    const answer = judgeLink(ends, { ...ground, meter: new Meter(low, meter.choices) });
    expect(answer).toMatchObject({ class: 'clear', budget: null });
    expect(answer.reasons[0]).toMatch(/GHz/);
  });

  test('says what the way back carries where the licence turns one end down', () => {
    const grid = flatGrid(300, 0);
    const ends = { from: endAt(grid, [20, 150], 10), to: endAt(grid, [260, 150], 10) };
    const { budget, budgetBack } = judgeLink(ends, linkGround(grid, { device: 'generic-28-ghz' }));
    // 22 + 35 dBm would be 2 dB above 55: the premises turns down, the hub does not.
    expect((budgetBack?.levelDbm ?? 0) - (budget?.levelDbm ?? 0)).toBeCloseTo(-2, 9);
  });
});

/** The least height of the line over what the whole profile shows, bulge and all. */
function leastOf({ profile, from, to, earthFactor }: LinkAnswer): number {
  const { distancesMetres, surfaceMetres } = profile ?? { distancesMetres: [], surfaceMetres: [] };
  const length = distancesMetres[distancesMetres.length - 1];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < distancesMetres.length - 1; i++) {
    const share = distancesMetres[i] / length;
    const line = (from.seaMetres ?? 0) * (1 - share) + (to.seaMetres ?? 0) * share;
    const bulge = earthBulgeMetres(distancesMetres[i], length - distancesMetres[i], earthFactor);
    least = Math.min(least, line - surfaceMetres[i] - bulge);
  }
  return least;
}
