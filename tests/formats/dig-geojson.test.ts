import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigDesign } from '../../src/domain/dig/dig-design.ts';
import { digGeoJson } from '../../src/formats/dig-geojson.ts';
import { DigRefused, readDigGeoJson } from '../../src/formats/read-dig-geojson.ts';
import { anyDesign } from '../builders/dig-arbitrary.ts';
import { EMPTY_DESIGN, FULL_DESIGN } from '../builders/dig-designs.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';
import { mutated } from './mutated-bytes.ts';

const written = digGeoJson(FULL_DESIGN, DIG_TOLD);

// biome-ignore lint/suspicious/noExplicitAny: what is spoiled has no type
type Loose = any;

/** The file with something done to its parsed form. */
function spoiled(spoil: (file: Loose) => void): string {
  const file = JSON.parse(written);
  spoil(file);
  return JSON.stringify(file);
}

function refusal(json: string): DigRefused {
  try {
    readDigGeoJson(json, 'north.geojson');
  } catch (error) {
    if (error instanceof DigRefused) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('a design as GeoJSON', () => {
  it.each([
    ['with a result', FULL_DESIGN],
    ['not run yet', EMPTY_DESIGN],
  ])('reads back to the identical design: %s', (_, design: DigDesign) => {
    const json = digGeoJson(design, DIG_TOLD);
    const read = readDigGeoJson(json, 'north.geojson');
    expect(read).toEqual({ design, fictional: false });
    expect(digGeoJson(read.design, DIG_TOLD)).toBe(json);
  });

  it('reads back to the identical design, whatever it is', () => {
    fc.assert(
      fc.property(anyDesign, fc.boolean(), (design, fictional) => {
        const read = readDigGeoJson(digGeoJson(design, { ...DIG_TOLD, fictional }), 'any.geojson');
        expect(read).toEqual({ design, fictional });
      }),
      { numRuns: 300 },
    );
  });

  it('is the same design however its text is laid out and its members are ordered', () => {
    const turned = JSON.parse(written, (_, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(readDigGeoJson(JSON.stringify(turned, null, 3), 'north.geojson').design).toEqual(FULL_DESIGN);
  });

  it('is a table of lines and points to everybody else', async () => {
    const { table } = await readOne(memoryFile('north.geojson', written), quietly());
    expect(table.rows).toBe(5);
    expect(table.geometry.lines?.row).toHaveLength(2);
    expect(table.geometry.points?.row).toHaveLength(3);
    const names = table.columns.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['what', 'surface', 'method', 'metres', 'capital_pounds_low', 'reason']),
    );
  });

  it('says of what it was made and when, and what was said of it', () => {
    const { features: _, notspot_dig: __, ...members } = JSON.parse(written);
    expect(members).toMatchObject({
      name: 'North Ward first',
      project: 'Testborough',
      made_on: '2026-11-27',
      sources: 'Streets, 2026',
      notes: 'Surfaces of 2 of 3 lines are not known.',
      inputs_sha256: 'a1',
    });
    expect(written.slice(0, 100)).toContain('"notspot_dig"');
  });
});

describe('a file that is not as Notspot wrote it', () => {
  it.each<[string, (file: Loose) => void, DigRefused['code'], string | null, RegExp]>([
    [
      'a length was changed',
      (file) => {
        file.features[0].properties.metres = 13;
      },
      'CHANGED',
      'feature 1',
      /^north\.geojson, feature 1: it is not as Notspot wrote it\. .*export the design again\.$/,
    ],
    [
      'a place was moved',
      (file) => {
        file.features[3].geometry.coordinates[0] += 0.001;
      },
      'CHANGED',
      'feature 4',
      /feature 4/,
    ],
    [
      'a feature was taken out',
      (file) => {
        file.features.pop();
      },
      'CHANGED',
      'features',
      /holds 4 features, and Notspot wrote 5/,
    ],
    [
      'a feature was added',
      (file) => {
        file.features.push(file.features[0]);
      },
      'CHANGED',
      'feature 6',
      /feature 6/,
    ],
    [
      'the question was changed',
      (file) => {
        file.notspot_dig.design.question.takeUpPercent = 41;
      },
      'CHANGED',
      '"notspot_dig"',
      /"notspot_dig": it is not as Notspot wrote it/,
    ],
    [
      'it is called real',
      (file) => {
        file.notspot_dig.fictional = true;
      },
      'CHANGED',
      '"notspot_dig"',
      /notspot_dig/,
    ],
    [
      'another program saved it',
      (file) => {
        delete file.notspot_dig;
      },
      'NOT_A_DIG',
      null,
      /no design as Notspot wrote it.*load it on the Data page/,
    ],
    [
      'a newer version wrote it',
      (file) => {
        file.notspot_dig.version = 2;
      },
      'NEWER',
      'notspot_dig.version',
      /newer version of Notspot .*Reload/,
    ],
    [
      'there was no such version',
      (file) => {
        file.notspot_dig.version = 0.5;
      },
      'DAMAGED',
      'notspot_dig.version',
      /notspot_dig\.version/,
    ],
    [
      'its sums are gone',
      (file) => {
        delete file.notspot_dig.sums;
      },
      'DAMAGED',
      'notspot_dig.sums',
      /notspot_dig\.sums/,
    ],
    [
      'it has no list of features',
      (file) => {
        file.features = {};
      },
      'DAMAGED',
      'features',
      /features/,
    ],
  ])('%s', (_, spoil, code, place, message) => {
    const error = refusal(spoiled(spoil));
    expect(error.code).toBe(code);
    expect(error.place).toBe(place);
    expect(error.message).toMatch(message);
    expect(error.message).toContain('north.geojson');
  });

  it('is broken JSON: the line and what was expected are named', () => {
    const error = refusal(written.replace('"features":[', '"features":'));
    expect(error.code).toBe('NOT_JSON');
    expect(error.message).toMatch(/north\.geojson is no JSON, line \d+, character \d+: .* was expected/);
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
          expect(readDigGeoJson(text, 'x.geojson').design).toEqual(FULL_DESIGN);
        } catch (error) {
          if (!(error instanceof DigRefused)) throw error;
          expect(error.message).toContain('x.geojson');
        }
      }),
      { numRuns: 500 },
    );
  });
});
