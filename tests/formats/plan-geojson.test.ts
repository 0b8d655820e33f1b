import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { planGeoJson } from '../../src/formats/plan-geojson.ts';
import { PlanRefused, readPlanGeoJson } from '../../src/formats/read-plan-geojson.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { anyPlan } from '../builders/plan-arbitrary.ts';
import { EMPTY_PLAN, FULL_PLAN } from '../builders/plans.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';
import { mutated } from './mutated-bytes.ts';

const written = planGeoJson(FULL_PLAN, DIG_TOLD);

// biome-ignore lint/suspicious/noExplicitAny: what is spoiled has no type
type Loose = any;

/** The file with something done to its parsed form. */
function spoiled(spoil: (file: Loose) => void): string {
  const file = JSON.parse(written);
  spoil(file);
  return JSON.stringify(file);
}

function refusal(json: string): PlanRefused {
  try {
    readPlanGeoJson(json, 'north.geojson');
  } catch (error) {
    if (error instanceof PlanRefused) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

/** Place of the first feature that is so, counted from 1. */
function featureOf(what: string): number {
  return JSON.parse(written).features.findIndex(({ properties }: Loose) => properties.what === what) + 1;
}

describe('a plan as GeoJSON', () => {
  it.each([
    ['with designs', FULL_PLAN],
    ['not worked out yet', EMPTY_PLAN],
  ])('reads back to the identical plan: %s', (_, plan: Plan) => {
    const json = planGeoJson(plan, DIG_TOLD);
    const read = readPlanGeoJson(json, 'north.geojson');
    expect(read).toEqual({ plan, device: null, fictional: false });
    expect(planGeoJson(read.plan, DIG_TOLD)).toBe(json);
  });

  it('reads back to the identical plan, whatever it is', () => {
    fc.assert(
      fc.property(anyPlan, fc.boolean(), (plan, fictional) => {
        const json = planGeoJson(plan, { ...DIG_TOLD, fictional });
        const read = readPlanGeoJson(json, 'any.geojson');
        expect(read).toEqual({ plan, device: null, fictional });
        expect(planGeoJson(read.plan, { ...DIG_TOLD, fictional })).toBe(json);
      }),
      { numRuns: 300 },
    );
  });

  it('holds the radio that it was made with, whole, and tells where that was changed', () => {
    const radio = { ...GENERIC_DEVICES[1], id: 'device-7', name: 'Ours' };
    const json = planGeoJson(FULL_PLAN, DIG_TOLD, radio);
    expect(readPlanGeoJson(json, 'north.geojson')).toEqual({
      plan: FULL_PLAN,
      device: radio,
      fictional: false,
    });
    expect(refusal(json.replace('"name":"Ours"', '"name":"Mine"'))).toMatchObject({
      code: 'CHANGED',
      place: '"notspot_plan"',
    });
  });

  it('is the same plan however its text is laid out and its members are ordered', () => {
    const turned = JSON.parse(written, (_, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    const read = readPlanGeoJson(JSON.stringify(turned, null, 3), 'north.geojson').plan;
    expect(read).toEqual(FULL_PLAN);
    expect(planGeoJson(read, DIG_TOLD)).toBe(written);
  });

  it('is a table of lines and points to everybody else, each told to which design it belongs', async () => {
    const { table } = await readOne(memoryFile('north.geojson', written), quietly());
    const { features } = JSON.parse(written);
    expect(table.rows).toBe(features.length);
    const of = new Set(features.map(({ properties }: Loose) => properties.of));
    expect(of).toEqual(new Set(['rooftop radio', 'dig']));
    const link = features[featureOf('link') - 1];
    expect(link.geometry.coordinates).toHaveLength(2);
    const hub = features[featureOf('hub') - 1].properties;
    expect(hub).toMatchObject({ name: 'Library', units: 2 });
  });

  it('says of what it was made and when, and what was said of it', () => {
    const { features: _, notspot_plan: __, ...members } = JSON.parse(written);
    expect(members).toMatchObject({
      name: 'North Ward “first”',
      chosen: 'rooftop radio',
      project: 'Testborough',
      made_on: '2026-11-27',
      sources: 'Streets, 2026',
      inputs_sha256: 'a1',
      plan_made_of: 'c3d4',
    });
    expect(members.notes).toContain('Owners of 3 of 12 roofs are not known.');
    expect(written.slice(0, 100)).toContain('"notspot_plan"');
  });
});

describe('a file of a plan that is not as Notspot wrote it', () => {
  it.each<[string, string, (feature: Loose) => void]>([
    ['a piece of trench is shorter', 'piece', ({ properties }) => (properties.metres = 1)],
    ['a hub was moved', 'hub', ({ geometry }) => (geometry.coordinates[0] += 0.001)],
    ['a hub looks elsewhere', 'hub', ({ properties }) => (properties.sectors[0].azimuthDegrees = 46)],
    ['a link is faster', 'link', ({ properties }) => (properties.megabitsPerSecond = 1e4)],
    ['more are served', 'served by radio', ({ properties }) => (properties.units = 3)],
    ['a reason is another', 'missed by radio', ({ properties }) => (properties.reason = 'no roof near')],
  ])('%s: that feature is named, with what to do', (_, what, spoil) => {
    const number = featureOf(what);
    expect(number).toBeGreaterThan(0);
    const error = refusal(spoiled((file) => spoil(file.features[number - 1])));
    expect(error.code).toBe('CHANGED');
    expect(error.place).toBe(`feature ${number}`);
    expect(error.message).toBe(
      `north.geojson, feature ${number}: it is not as Notspot wrote it. Open the file as it was, or export the plan again.`,
    );
  });

  it.each<[string, (file: Loose) => void, PlanRefused['code'], string | null]>([
    ['a feature was taken out', (file) => file.features.pop(), 'CHANGED', 'features'],
    [
      'a lever was put back',
      (file) => {
        file.notspot_plan.plan.levers = [];
      },
      'CHANGED',
      '"notspot_plan"',
    ],
    [
      'something else is chosen',
      (file) => {
        file.notspot_plan.plan.chosen = ['dig'];
      },
      'CHANGED',
      '"notspot_plan"',
    ],
    [
      'it is called real',
      (file) => {
        file.notspot_plan.fictional = true;
      },
      'CHANGED',
      '"notspot_plan"',
    ],
    [
      'another program saved it',
      (file) => {
        delete file.notspot_plan;
      },
      'NOT_A_PLAN',
      null,
    ],
    [
      'a newer version wrote it',
      (file) => {
        file.notspot_plan.version = 2;
      },
      'NEWER',
      'notspot_plan.version',
    ],
    [
      'its sums are gone',
      (file) => {
        delete file.notspot_plan.sums;
      },
      'DAMAGED',
      'notspot_plan.sums',
    ],
  ])('%s', (_, spoil, code, place) => {
    const error = refusal(spoiled((file) => void spoil(file)));
    expect(error.code).toBe(code);
    expect(error.place).toBe(place);
    expect(error.message).toContain('north.geojson');
    expect(error.message).toMatch(
      /again\.|Reload to get the new version\.|load it on the Data page as lines\.$/,
    );
  });

  it('holds a name that every object has: refused, and nothing is set', () => {
    const error = refusal(written.replace('{"what":"piece"', '{"__proto__":{"x":1},"what":"piece"'));
    expect(error.code).toBe('DAMAGED');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('is never taken for something else, and never crashes the reader, wherever its bytes were changed', () => {
    const bytes = new TextEncoder().encode(written);
    fc.assert(
      fc.property(mutated(bytes), (content) => {
        const text = new TextDecoder().decode(content);
        try {
          expect(readPlanGeoJson(text, 'x.geojson').plan).toEqual(FULL_PLAN);
        } catch (error) {
          if (!(error instanceof PlanRefused)) throw error;
          expect(error.message).toContain('x.geojson');
        }
      }),
      { numRuns: 500 },
    );
  });
});
