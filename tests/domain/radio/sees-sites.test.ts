import { describe, expect, test } from 'vitest';
import { judgeLink } from '../../../src/domain/radio/judge-link.ts';
import { REACH_QUALITIES } from '../../../src/domain/radio/reach-answer.ts';
import { reachOfRoof } from '../../../src/domain/radio/reach-of-roof.ts';
import type { RooftopSite } from '../../../src/domain/radio/rooftop-site.ts';
import { seesSites } from '../../../src/domain/radio/sees-sites.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { premisesAt, squareFootprints } from '../../builders/footprints.ts';
import { gridOf } from '../../builders/height-grids.ts';
import { lastOf } from '../../builders/last-of.ts';
import { endAt, linkGround } from '../../builders/link-ground.ts';

const siteOf = (end: ReturnType<typeof endAt>, id: string): RooftopSite => ({
  id,
  ...end,
  fromContentId: null,
  owner: null,
  overrides: [],
});

describe('what a premises sees', () => {
  // Ground at 0, a wall of 20 m at x = 50, a premises of 10 m at x from 60 to 70.
  const grid = gridOf(
    Array.from({ length: 20 }, () =>
      Array.from({ length: 120 }, (_, x) => (x === 50 ? 20 : x >= 60 && x < 70 ? 10 : 0)),
    ),
  );
  const { model, meter } = linkGround(grid);
  const roofs = new Roofs(squareFootprints(grid, [[60, 5]], 10), grid);
  const from = { name: 'Bakery', ...pick(endAt(grid, [65, 10], 0)) };
  const input = { from, model, meter, roofs };

  test('is each site from the best place of its roof, best first, with the mast that would clear the way', () => {
    const west = siteOf(endAt(grid, [5.5, 10.5], 15, { name: 'West' }), 'w');
    const east = siteOf(endAt(grid, [110.5, 10.5], 15, { name: 'East' }), 'e');
    const answer = lastOf(seesSites({ ...input, sites: [west, east] }));
    expect(answer).toMatchObject({ name: 'Bakery', isOnBuilding: true, mastMetres: 2 });
    const [first, second] = answer.sites;
    expect(first).toMatchObject({
      siteId: 'e',
      quality: 'clear',
      reason: 'served',
      clearMastMetres: expect.any(Number),
    });
    expect(second).toMatchObject({ siteId: 'w', quality: 'blocked', reason: 'something stands in the line' });
    // From 15 m over the wall's 20 m to the far side of the roof: about 15 + 5 × 64/45 − 10.
    expect(second.clearMastMetres).toBeGreaterThan(11);
    expect(second.clearMastMetres).toBeLessThan(13);
    const mast = second.clearMastMetres ?? 0;
    // So near, the signal would hold over the path that it clears, as it does to the east.
    expect(second.clearMarginDecibels).toBeGreaterThan(0);
    const { budget, budgetBack } = first.link;
    const margin = Math.min(budget?.marginDecibels ?? NaN, (budgetBack ?? budget)?.marginDecibels ?? NaN);
    expect(Math.abs((first.clearMarginDecibels ?? NaN) - margin)).toBeLessThan(1);
    // With that mast on some corner of the roof the way is clear, with a tenth less on none.
    const classes = (antennaMetres: number) =>
      roofs.pointsOf(0).map(({ x, y }) => {
        const south = grid.north - grid.rows;
        const to = endAt(grid, [x - grid.west, y - south], antennaMetres);
        return judgeLink({ from: west, to }, { model, meter, buildingAt: null }).class;
      });
    expect(classes(mast)).toContain('clear');
    expect(classes(mast - 0.1)).not.toContain('clear');
  });

  test('may need no mast, or more than anybody builds', () => {
    const near = siteOf(endAt(grid, [110.5, 10.5], 60, { name: 'Tower' }), 't');
    const low = siteOf(endAt(grid, [46.5, 10.5], 0.5, { name: 'Low' }), 'l');
    const { sites } = lastOf(seesSites({ ...input, sites: [low, near] }));
    expect(sites.map(({ siteId, clearMastMetres }) => [siteId, clearMastMetres])).toEqual([
      ['t', expect.closeTo(0, 0)],
      ['l', null],
    ]);
  });

  test('has a mast that clears the way and does not help, where the radio does not carry so far', () => {
    const far = gridOf([Array.from({ length: 4000 }, (_, x) => (x === 50 ? 20 : 0))], { cellMetres: 2 });
    const over = linkGround(far);
    const site = siteOf(endAt(far, [5, 1], 15, { name: 'Far' }), 'f');
    const asks = { name: 'Farm', ...pick(endAt(far, [7900, 1], 0)) };
    const { sites } = lastOf(seesSites({ ...over, roofs: null, from: asks, sites: [site] }));
    expect(sites[0].quality).not.toBe('clear');
    expect(sites[0].clearMarginDecibels).toBeLessThan(-20);
  });

  test('is no link to its own building, and not known without heights', () => {
    const own = siteOf(endAt(grid, [62.5, 7.5], 3, { name: 'Own' }), 'o');
    const off = siteOf(endAt(grid, [500, 10], 3, { name: 'Off' }), 'f');
    const { sites } = lastOf(seesSites({ ...input, sites: [own, off] }));
    expect(sites).toEqual([
      expect.objectContaining({
        siteId: 'f',
        quality: 'not known',
        reason: 'the height of the site is not known',
      }),
      expect.objectContaining({
        siteId: 'o',
        quality: 'no link',
        reason: 'it is on the roof’s own building',
      }),
    ]);
    expect(sites[0].link.reasons[0]).toMatch(/The height of Off is not known/);
    const elsewhere = { name: 'Nowhere', ...pick(endAt(grid, [-50, 10], 0)) };
    const lost = lastOf(seesSites({ ...input, from: elsewhere, sites: [own] }));
    expect(lost.sites[0]).toMatchObject({
      quality: 'not known',
      reason: 'the height of its roof is not known',
    });
  });

  test('is what the roof’s own reach says of it', () => {
    const town = seededTown({ side: 400, cellMetres: 1, seed: 8 });
    const corners = Array.from(
      { length: 100 },
      (_, i) => [40 * (i % 10), 400 - 40 * Math.floor(i / 10) - 14] as const,
    );
    const over = {
      ...linkGround(town, { device: 'generic-5.8-ghz' }),
      roofs: new Roofs(squareFootprints(town, corners, 14), town),
    };
    const places = corners.slice(0, 60).map(([x, y]) => [x + 5, y + 5, 1] as const);
    const premises = premisesAt(town, places);
    const site = siteOf(endAt(town, [210.3, 190.7], 10, { name: 'Hub' }), 'h');
    const { rows } = lastOf(
      reachOfRoof({ site, radiusMetres: 5000, mostMastMetres: 0 }, { ...over, premises, analysis: null }),
    );
    for (const [i, row] of rows.row.entries()) {
      const asks = { name: `p${row}`, lon: premises.lon[row], lat: premises.lat[row] };
      const { sites } = lastOf(seesSites({ ...over, from: asks, sites: [site] }));
      expect(sites[0].quality).toBe(REACH_QUALITIES[rows.quality[i]]);
      if (sites[0].quality !== 'no link') expect(sites[0].link.to.lon).toBeCloseTo(rows.lon[i], 9);
    }
  });
});

function pick({ lon, lat }: { readonly lon: number; readonly lat: number }) {
  return { lon, lat };
}
