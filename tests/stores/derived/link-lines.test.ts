import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundDistanceMetres } from '../../../src/domain/geo/ground-distance.ts';
import { liftedLink } from '../../../src/stores/derived/lifted-link.ts';
import { metresAlong, placeAlong } from '../../../src/stores/derived/link-lines.ts';
import { reachRing } from '../../../src/stores/derived/reach-ring.ts';
import { rooftopBox } from '../../../src/stores/derived/rooftop-box.ts';
import { FIRST_ROOFTOPS } from '../../../src/stores/view-store.ts';
import { linkAnswer } from '../../builders/link-answers.ts';
import { projectOf } from '../../builders/project.ts';
import { townRooftop } from '../../builders/town-reach.ts';

const british = fc.record({
  lon: fc.double({ min: -7, max: 1.7, noNaN: true }),
  lat: fc.double({ min: 50, max: 59, noNaN: true }),
});

describe('a place on a link', () => {
  const lines = fc
    .tuple(
      british,
      fc.double({ min: -0.05, max: 0.05, noNaN: true }),
      fc.double({ min: 0.001, max: 0.03, noNaN: true }),
    )
    .map(([{ lon, lat }, east, north]) => ({
      from: [lon, lat] as const,
      to: [lon + east, lat + north] as const,
    }));

  it('is found from its metres, and its metres from it', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (line, share) => {
        const place = placeAlong(line, share * 2_000, 2_000);
        expect(Math.abs(metresAlong(line, place, 2_000) - share * 2_000)).toBeLessThan(1);
      }),
    );
  });

  it('stays between its ends, wherever the pointer is', () => {
    fc.assert(
      fc.property(lines, british, (line, { lon, lat }) => {
        const metres = metresAlong(line, [lon, lat], 500);
        expect(metres).toBeGreaterThanOrEqual(0);
        expect(metres).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('a link in the air', () => {
  const surface = Array.from({ length: 80 }, (_, x) => (x > 30 && x < 36 ? 12 : 0));

  it('hangs from antenna to antenna over the ground', () => {
    const answer = linkAnswer({ surface, ground: surface.map(() => 0), masts: [10, 20] });
    const parts = liftedLink(answer) ?? [];
    const heights = parts.map(({ overGroundMetres }) => overGroundMetres);
    expect(heights[0]).toBeCloseTo(10, 0);
    expect(heights.at(-1)).toBeCloseTo(20, 0);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect([parts[0].from, parts.at(-1)?.to]).toEqual([
      [answer.from.lon, answer.from.lat],
      [answer.to.lon, answer.to.lat],
    ]);
  });

  it('is not drawn where an antenna’s height is not known', () => {
    expect(liftedLink(linkAnswer({ surface: [null, ...surface], masts: [10, 20] }))).toBe(null);
  });
});

describe('what the map goes to', () => {
  it('is a ring whose every place is the radius away', () => {
    fc.assert(
      fc.property(british, fc.integer({ min: 100, max: 5_000 }), (site, radius) => {
        const ring = reachRing(site, radius);
        expect(ring.at(-1)).toEqual(ring[0]);
        for (const [lon, lat] of ring)
          expect(Math.abs(groundDistanceMetres(site, { lon, lat }) - radius)).toBeLessThan(radius / 200);
      }),
      { numRuns: 50 },
    );
  });

  it('is the whole reach, some metres about a site, both ends of a link, or nothing', () => {
    const project = { ...projectOf({ datasets: [] }), sites: [townRooftop()] };
    const of = (topic: 'sites' | 'reach' | 'link', siteId: string | null) =>
      rooftopBox(project, { ...FIRST_ROOFTOPS, topic, siteId });
    expect(of('sites', null)).toBe(null);
    expect(of('sites', 'gone')).toBe(null);
    expect(of('link', 'site-1')).toBe(null);
    const [near, whole] = [of('sites', 'site-1'), of('reach', 'site-1')];
    expect([near?.isWhole, whole?.isWhole]).toEqual([false, true]);
    const height = (box: readonly number[] = []): number => (box[3] - box[1]) * 111_195;
    expect(height(near?.box)).toBeCloseTo(800, -1);
    expect(height(whole?.box)).toBeCloseTo(6_000, -1);
  });
});
