import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundDistanceMetres } from '../../../src/domain/geo/ground-distance.ts';
import type { LinkAnswer } from '../../../src/domain/radio/one-link.ts';
import { VIEW_BEYOND, VIEW_NOT_KNOWN } from '../../../src/domain/radio/viewshed.ts';
import { liftedLink } from '../../../src/stores/derived/lifted-link.ts';
import { metresAlong, oneLinkLine, placeAlong, seenLines } from '../../../src/stores/derived/link-lines.ts';
import { linkQuality } from '../../../src/stores/derived/link-quality.ts';
import { linkText } from '../../../src/stores/derived/link-text.ts';
import { reachRing } from '../../../src/stores/derived/reach-ring.ts';
import { rooftopBox } from '../../../src/stores/derived/rooftop-box.ts';
import { LINK_LOOKS, LINK_STATES } from '../../../src/stores/derived/rooftop-looks.ts';
import { FIRST_ROOFTOPS } from '../../../src/stores/view-store.ts';
import { linkAnswer } from '../../builders/link-answers.ts';
import { projectOf } from '../../builders/project.ts';
import { townReach, townRooftop, townSees } from '../../builders/town-reach.ts';

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

describe('a link’s line', () => {
  const flat = new Array<number>(80).fill(5);
  const free = linkAnswer({ surface: flat, masts: [20, 20] });
  const weak = withMargin(free, -62);

  it('says as the list beside it what a free path is worth where no rate is held', () => {
    expect(linkQuality(free)).toBe('clear');
    expect(linkQuality(weak)).toBe('too weak');
    expect(oneLinkLine(free.from, free.to, weak).state).toBe('too weak');
    expect(linkText(weak).classWords).toMatch(/^Too weak: the path is clear, but no rate is held/);
    const wall = flat.map((height, i) => (i === 40 ? 90 : height));
    const blocked = linkAnswer({ surface: wall, masts: [20, 20] });
    expect(linkQuality(withMargin(blocked, -1))).toBe('blocked');
    expect(linkQuality(withMargin(blocked, 1))).toBe('obstructed');
    expect(linkQuality({ ...free, budget: null, budgetBack: null })).toBe('not known');
    expect(linkQuality({ ...free, class: 'no link' })).toBe('no link');
  });

  it('is of the weaker way', () => {
    const { budget } = free;
    const back = budget && { ...budget, marginDecibels: -0.1 };
    expect(linkQuality({ ...free, budgetBack: back })).toBe('too weak');
  });

  it('from a premises has the quality that its list has', () => {
    const seen = townSees([townRooftop('high', 40), townRooftop('low', 0.5)]);
    const sites = seen.sites.map((site) => ({ ...site, quality: 'too weak' as const }));
    expect(seenLines({ ...seen, sites }).map(({ state }) => state)).toEqual(['too weak', 'too weak']);
    for (const { link, quality } of seen.sites) expect(linkQuality(link)).toBe(quality);
  });

  it('is not reckoned, never not known, while there is no answer', () => {
    expect(oneLinkLine(free.from, free.to, null).state).toBe('not reckoned');
    expect(LINK_LOOKS['not reckoned'].label).not.toBe(LINK_LOOKS['not known'].label);
  });

  it('looks like no other: colour and dashes differ', () => {
    const looks = LINK_STATES.map((state) => `${LINK_LOOKS[state].token} ${LINK_LOOKS[state].dashes.join()}`);
    const dashes = LINK_STATES.map((state) => LINK_LOOKS[state].dashes.join());
    expect(new Set(looks).size).toBe(LINK_STATES.length);
    expect(new Set(dashes).size).toBe(LINK_STATES.length);
  });
});

/** The same link with its margin both ways. */
function withMargin(answer: LinkAnswer, marginDecibels: number): LinkAnswer {
  const { budget } = answer;
  return { ...answer, budget: budget && { ...budget, marginDecibels }, budgetBack: null };
}

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

  it('is what is known of a reach, where most of its circle is not', () => {
    const project = { ...projectOf({ datasets: [] }), sites: [townRooftop()] };
    const view = { ...FIRST_ROOFTOPS, topic: 'reach' as const, siteId: 'site-1' };
    const reach = townReach();
    const { picture } = reach;
    const whole = rooftopBox(project, view);
    expect(rooftopBox(project, view, reach)).toEqual(whole);
    // Only the north-western quarter is known.
    const views = picture.views.map((code, at) => {
      const isKnown = at % picture.columns < picture.columns / 2 && at < picture.views.length / 2;
      return code === VIEW_BEYOND || isKnown ? code : VIEW_NOT_KNOWN;
    });
    const box = rooftopBox(project, view, { ...reach, picture: { ...picture, views } })?.box;
    const [[west, north]] = picture.corners;
    const { lon, lat } = reach.site;
    // The grid is turned a little against the degrees.
    for (const [at, edge] of [west, lat, lon, north].entries())
      expect(Math.abs((box?.[at] ?? Number.NaN) - edge)).toBeLessThan(3e-4);
    // A reach of another place says nothing of this one.
    expect(rooftopBox(project, view, { ...reach, site: { ...reach.site, lon: 0 } })).toEqual(whole);
  });
});
