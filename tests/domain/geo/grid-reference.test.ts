import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRITISH_NATIONAL_GRID, IRISH_GRID } from '../../../src/domain/geo/coordinate-system.ts';
import { readGridReference, writeGridReference } from '../../../src/domain/geo/grid-reference.ts';

describe('a grid reference', () => {
  test.each([
    ['SJ 82806 96569', 382_806, 396_569, 1],
    ['sj 828 965', 382_800, 396_500, 100],
    ['SU', 400_000, 100_000, 100_000],
    ['HP 6322 1671', 463_220, 1_216_710, 10],
    ['382806, 396569', 382_806, 396_569, 1],
    ['E382806 N396569', 382_806, 396_569, 1],
    ['382806.5 396569.25', 382_806.5, 396_569.25, 1],
  ])('%s is British', (text, easting, northing, cellMetres) => {
    expect(readGridReference(text)).toEqual({
      ok: true,
      easting,
      northing,
      cellMetres,
      system: BRITISH_NATIONAL_GRID,
    });
  });

  test('one letter is Irish', () => {
    expect(readGridReference('O 15904 34671')).toEqual({
      ok: true,
      easting: 315_904,
      northing: 234_671,
      cellMetres: 1,
      system: IRISH_GRID,
    });
  });

  test.each([
    ['', 'none', 'letters and an even number'],
    ['S', 'none', '100 km'],
    ['SI 12', 'malformed', 'SI is no square'],
    ['ZZ 12 34', 'malformed', 'ZZ is no square'],
    ['SJ 828 9656', 'malformed', '7 digits'],
    ['SJ 82 9656', 'malformed', 'same number of digits'],
    ['SJ 1234567 1234567', 'malformed', 'too many'],
    ['53, 2', 'none', 'degrees'],
    ['900000, 100', 'malformed', 'under 700,000'],
    ['stoke on trent', 'none', 'even number'],
  ])('%j is refused: %s', (text, kind, words) => {
    const reading = readGridReference(text);
    expect(reading).toMatchObject({ ok: false, kind });
    expect(!reading.ok && reading.reason).toContain(words);
  });

  test('reading what was written gives the same square, and writing what was read the same text', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat(69_999_999),
        fc.nat(129_999_999),
        fc.constantFrom(0, 1, 2, 3, 4, 5),
        (isIrish, x, y, perAxis) => {
          const cellMetres = 100_000 / 10 ** Math.max(perAxis, isIrish ? 1 : 0);
          const cut = (metres: number) => Math.floor(metres / cellMetres) * cellMetres;
          const easting = cut(isIrish ? x % 500_000 : x / 100);
          const northing = cut(isIrish ? y % 500_000 : y / 100);
          const system = isIrish ? IRISH_GRID : BRITISH_NATIONAL_GRID;
          const text = writeGridReference({ easting, northing, cellMetres, system });
          const read = readGridReference(text);
          expect(read).toEqual({ ok: true, easting, northing, cellMetres, system });
          if (read.ok) expect(writeGridReference(read)).toBe(text);
        },
      ),
    );
  });

  test('what lies on no sheet is not written', () => {
    const off = { easting: -1, northing: 5, cellMetres: 1, system: BRITISH_NATIONAL_GRID };
    expect(() => writeGridReference(off)).toThrow(RangeError);
  });
});

const FILE = '../shared/corpora/values/gridrefs/gridrefs-a.json';
const corpus: {
  valid: { text: string; easting: number; northing: number; cell: number }[];
  invalid: string[];
} = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { valid: [], invalid: [] };
if (!existsSync(FILE))
  console.log('Skipped: the grid references of the shared corpora are not present beside the repository.');

describe.skipIf(!existsSync(FILE))('grid references of the shared corpora', () => {
  test('the valid ones name their squares', () => {
    for (const { text, easting, northing, cell } of corpus.valid)
      expect(readGridReference(text)).toMatchObject({ ok: true, easting, northing, cellMetres: cell });
  });

  test('the invalid ones are refused, not moved', () => {
    for (const text of corpus.invalid) expect(readGridReference(text).ok, text).toBe(false);
  });
});
