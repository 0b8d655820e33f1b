import { describe, expect, it } from 'vitest';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import { groundDistanceMetres } from '../../../src/domain/geo/ground-distance.ts';
import { digAskedLines } from '../../../src/stores/derived/dig-asked-lines.ts';
import { digPicture } from '../../../src/stores/derived/dig-picture.ts';
import { FULL_DESIGN } from '../../builders/dig-designs.ts';
import { crossGround } from '../../builders/dig-ground.ts';

const { question } = FULL_DESIGN;
const result = FULL_DESIGN.result as DigResult;

describe('the picture of a dig on paper', () => {
  const picture = digPicture(result, null, null);
  if (!picture) throw new Error('There is a route to draw.');

  it('draws each kind of line, who is served and missed, and where the route begins, all within the frame', () => {
    expect(picture.route.map(({ name }) => name)).toEqual(['footway', 'pole route']);
    expect(picture.served).toHaveLength(1);
    expect(picture.missed).toHaveLength(1);
    expect(picture.roots.map(({ name }) => name)).toEqual(['Exchange “North”']);
    for (const { x, y } of [...picture.served, ...picture.missed, ...picture.roots]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(picture.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(picture.height);
    }
  });

  it('has north above and east to the right, and a scale that measures as the ground does', () => {
    const [missed, served] = [picture.missed[0], picture.served[0]];
    expect(missed.x).toBeLessThan(served.x);
    const units = Math.hypot(missed.x - served.x, missed.y - served.y);
    const metres = groundDistanceMetres(result.missed[0], result.served[0]);
    const [, number, unit] = /^(\d+) (k?m)$/.exec(picture.scale.label) ?? [];
    const scaleMetres = Number(number) * (unit === 'km' ? 1_000 : 1);
    expect((units * scaleMetres) / picture.scale.length / metres).toBeCloseTo(1, 2);
  });

  it('draws streets in sight, and those that are closed once over with their sign', () => {
    const ground = crossGround();
    const [, , lon, lat] = ground.lines.lonLat;
    const near = { ...result, pieces: [], missed: [], served: [{ ...result.served[0], lon, lat }] };
    const drawn = digPicture(near, ground, new Map([['Mill Lane', 'protected']]));
    expect(drawn?.streets).toMatch(/^M/);
    expect(drawn?.bands.map(({ state }) => state)).toEqual(['protected']);
    const elsewhere = { ...near, served: [{ ...result.served[0], lon, lat: lat + 1 }] };
    expect(digPicture(elsewhere, ground, null)?.streets).toBe('');
  });

  it('is none where nothing is dug and nobody asked for', () => {
    expect(digPicture({ ...result, pieces: [], served: [], missed: [] }, null, null)).toBeNull();
  });
});

describe('what was asked, on paper', () => {
  const names = { ward: () => 'Ludderham', cluster: () => undefined };

  it('says everything that a person decided, and nothing that was not', () => {
    const lines = digAskedLines(question, result, { names, chosen: null, ground: null });
    const said = new Map(lines.map(({ name, value }) => [name, value]));
    expect(said.get('Whom it is to reach')).toMatch(/^Not-spots .* premises of a list of 2 ids\.$/);
    expect(said.get('Aim')).toBe('Serve as many as £120,000 can.');
    expect(said.get('Where fibre can come from')).toBe(
      '2 fibre points, 1 of them placed or moved by hand; the route begins at Exchange “North”',
    );
    expect(said.get('Works begin')).toBe('27 November 2026');
    expect(said.get('Restriction lifted')).toBe('street-2 (Agreed with the street authority)');
    expect(lines.filter(({ isAssumed }) => isAssumed).map(({ name }) => name)).toEqual([
      'Premises count as passed',
      'Take-up',
    ]);
    const plain = digAskedLines({ ...question, blocked: [], forced: [], lifted: [] }, result, {
      names,
      chosen: null,
      ground: null,
    });
    expect(plain.map(({ name }) => name)).not.toContain('Must be dug');
  });
});
