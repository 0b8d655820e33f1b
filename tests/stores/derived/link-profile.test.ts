import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fresnelRadiusMetres } from '../../../src/domain/radio/fresnel-radius.ts';
import {
  drawnPlace,
  linkDrawing,
  linkPlace,
  linkPlaces,
  worstPlace,
} from '../../../src/stores/derived/link-profile.ts';
import { placeWords } from '../../../src/stores/derived/link-text.ts';
import { linkCursor, profileRows } from '../../../src/stores/derived/link-view.ts';
import { linkAnswer } from '../../builders/link-answers.ts';

const anySurface = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 30, maxLength: 300 });
const anyMasts = fc.tuple(
  fc.double({ min: 0.5, max: 40, noNaN: true }),
  fc.double({ min: 0.5, max: 40, noNaN: true }),
);
const anyDevice = fc.constantFrom('generic-60-ghz-multipoint', 'generic-5.8-ghz');
const anyAnswer = fc
  .record({ surface: anySurface, masts: anyMasts, device: anyDevice })
  .map((seed) => linkAnswer(seed));

function drawn(answer: ReturnType<typeof linkAnswer>) {
  const drawing = linkDrawing(answer);
  if (!drawing) throw new Error('Nothing is drawn.');
  return drawing;
}

describe('a link drawn from the side', () => {
  it('has its line end at the antennas', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { line, distancesMetres, lengthMetres } = drawn(answer);
        expect(line).toEqual({ firstMetres: answer.from.seaMetres, lastMetres: answer.to.seaMetres });
        expect(distancesMetres[0]).toBe(0);
        expect(distancesMetres.at(-1)).toBe(lengthMetres);
        expect(lengthMetres).toBeCloseTo(answer.distanceMetres, 6);
      }),
    );
  });

  it('has a Fresnel zone that is nothing at the ends, the same from either, and widest midway', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { zoneMetres, clearZoneMetres, distancesMetres, lengthMetres } = drawn(answer);
        const f = answer.frequencyGigahertz;
        const widest = fresnelRadiusMetres(f, lengthMetres / 2, lengthMetres / 2);
        expect(zoneMetres[0]).toBe(0);
        expect(zoneMetres.at(-1)).toBeCloseTo(0, 6);
        for (const [n, near] of distancesMetres.entries()) {
          expect(zoneMetres[n]).toBeCloseTo(fresnelRadiusMetres(f, lengthMetres - near, near), 9);
          expect(zoneMetres[n]).toBeLessThanOrEqual(widest + 1e-9);
          expect(clearZoneMetres[n]).toBeCloseTo(0.6 * zoneMetres[n], 9);
        }
      }),
    );
  });

  it('shows at the worst place the clearance that was answered', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { worst, line, lengthMetres } = drawn(answer);
        const { clearance } = answer;
        if (!worst || !clearance || !line) throw new Error('Nothing is judged.');
        const isBlocked = clearance.class === 'blocked';
        expect(worst.distanceMetres).toBeCloseTo(
          (isBlocked ? clearance.metresAt : clearance.fresnelAt) ?? -1,
          6,
        );
        if (isBlocked) expect(worst.clearanceMetres).toBeCloseTo(clearance.metres ?? Number.NaN, 6);
        else expect(worst.fresnelShare).toBeCloseTo(clearance.fresnel ?? Number.NaN, 6);
        // As drawn: a straight line, over a surface that the Earth has raised.
        const mark = drawnPlace(answer, worst);
        const share = worst.distanceMetres / lengthMetres;
        expect(mark.line).toBeCloseTo(line.firstMetres + (line.lastMetres - line.firstMetres) * share, 6);
        expect((mark.line ?? 0) - (mark.surface ?? 0)).toBeCloseTo(worst.clearanceMetres ?? Number.NaN, 6);
      }),
    );
  });

  it('has all that it draws between its lowest and its highest', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { surfaceMetres, earthMetres, zoneMetres, distancesMetres, lengthMetres, line, ...drawing } =
          drawn(answer);
        const within = (height: number) =>
          expect(height > drawing.lowMetres && height < drawing.highMetres).toBe(true);
        for (const height of [...surfaceMetres, ...earthMetres]) within(height);
        if (!line) throw new Error('No line is drawn.');
        for (const [n, near] of distancesMetres.entries()) {
          const at = line.firstMetres + ((line.lastMetres - line.firstMetres) * near) / lengthMetres;
          within(at + zoneMetres[n]);
          within(at - zoneMetres[n]);
        }
      }),
    );
  });

  it('is thinned where it is long, and keeps every peak, the worst and what is not known', () => {
    const surface = Array.from({ length: 1500 }, (_, i) =>
      i === 777 ? 55 : i === 901 ? null : (i * 7) % 11,
    );
    const answer = linkAnswer({ surface, masts: [30, 30], device: 'generic-5.8-ghz' });
    const { distancesMetres, surfaceMetres, worst, notKnown } = drawn(answer);
    expect(answer.profile?.distancesMetres.length).toBeGreaterThan(2500);
    expect(distancesMetres.length).toBeLessThan(1300);
    expect(Math.max(...surfaceMetres.filter((height) => !Number.isNaN(height)))).toBeGreaterThanOrEqual(55);
    expect(worst?.surfaceMetres).toBe(55);
    expect(distancesMetres).toContain(worst?.distanceMetres);
    expect([...surfaceMetres].some(Number.isNaN)).toBe(true);
    expect(notKnown).toHaveLength(1);
  });

  it('lies with the ground below the surface where a ground is known', () => {
    const surface = Array.from({ length: 60 }, (_, i) => (i > 20 && i < 40 ? 15 : 5));
    const answer = linkAnswer({ surface, ground: surface.map(() => 5), masts: [20, 20] });
    const { groundMetres, surfaceMetres } = drawn(answer);
    for (const [n, ground] of (groundMetres ?? []).entries())
      expect(ground).toBeLessThanOrEqual(surfaceMetres[n] + 1e-9);
    expect(linkPlace(answer, 30)).toMatchObject({ surfaceMetres: 15, groundMetres: 5 });
  });
});

describe('places along a link', () => {
  const answer = linkAnswer({
    surface: Array.from({ length: 400 }, (_, i) => (i === 123 ? 18 : i > 300 && i < 320 ? null : 5)),
    masts: [20, 14],
    ownRoofMetres: 10,
  });

  it('are some fifty for the table, the worst among them', () => {
    const rows = profileRows(answer);
    expect(rows.length).toBeGreaterThanOrEqual(50);
    expect(rows.length).toBeLessThanOrEqual(51);
    expect(rows[0].cells).toMatchObject({ distance: '0 m', note: 'own roof' });
    const worst = rows.find(({ cells }) => cells.note === 'worst place');
    expect(worst?.place).toEqual(worstPlace(answer));
    expect(rows.some(({ cells }) => cells.surface === 'not known' && cells.clearance === 'not known')).toBe(
      true,
    );
    const all = linkPlaces(answer, Number.POSITIVE_INFINITY);
    expect(all).toHaveLength(answer.profile?.distancesMetres.length ?? 0);
  });

  it('say distance, heights and clearance, and what is not known', () => {
    const clear = linkPlace(answer, 200);
    if (!clear) throw new Error('There is no place.');
    expect(placeWords(clear, 'Library')).toMatch(
      /^200 m from Library: surface 5 m, line of sight 22 m, clearance 17 m, over 10 times the first Fresnel zone\.$/,
    );
    expect(linkCursor(answer, 310)?.words).toContain(
      'surface not known, line of sight 20.3 m, clearance not known',
    );
    expect(linkCursor(answer, 2)?.words).toContain('Own roof: nothing blocks here.');
    expect(linkCursor(answer, null)).toBeNull();
    expect(linkPlace(answer, 1e6)?.distanceMetres).toBe(answer.profile?.distancesMetres.at(-1));
  });
});
