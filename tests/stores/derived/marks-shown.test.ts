import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARK_KINDS, MARK_LOOKS } from '../../../src/stores/derived/marks-looks.ts';
import {
  MOST_DRAWN,
  marksBox,
  marksCount,
  marksDrawn,
  marksKey,
} from '../../../src/stores/derived/marks-shown.ts';
import type { Mark } from '../../../src/stores/marks-store.ts';

const mark: fc.Arbitrary<Mark> = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  kind: fc.constantFrom(...MARK_KINDS),
  label: fc.string(),
});

describe('marks on show', () => {
  it('are all drawn up to the limit, and evenly picked beyond, the chosen one always', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * MOST_DRAWN }), fc.nat(), (length, at) => {
        const marks = Array.from({ length }, (): Mark => ({ lon: 0, lat: 0, kind: 'lost', label: '' }));
        const chosen = length === 0 ? null : at % length;
        const drawn = marksDrawn({ marks, chosen });
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.length).toBeLessThanOrEqual(MOST_DRAWN + 1);
        if (length <= MOST_DRAWN) expect(drawn.length).toBe(length);
        if (chosen !== null) expect(drawn).toContain(chosen);
        expect(drawn.every((place) => marks[place] !== undefined)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('lie within the box that the map is moved to', () => {
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1 }), (marks) => {
        const [west, south, east, north] = marksBox(marks) ?? [0, 0, 0, 0];
        for (const { lon, lat } of marks)
          expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true);
        expect(marks.some(({ lon }) => lon === west) && marks.some(({ lat }) => lat === north)).toBe(true);
      }),
    );
    expect(marksBox([])).toBeNull();
  });

  it('are counted by kind, and what the map leaves out is said', () => {
    const one: Mark = { lon: 0, lat: 0, kind: 'lost', label: '' };
    expect(marksKey([one, { ...one, kind: 'gained' }, one]).map(({ kind, count }) => [kind, count])).toEqual([
      ['gained', '1'],
      ['lost', '2'],
    ]);
    expect(marksCount([one])).toBe('1 place on the map');
    const many = Array.from({ length: 20_001 }, () => one);
    expect(marksCount(many)).toBe('20,001 places; the map draws 20,000 of them, evenly picked');
  });

  it('differ by outline, by colour and by word', () => {
    for (const field of ['outline', 'token', 'word'] as const)
      expect(new Set(MARK_KINDS.map((kind) => MARK_LOOKS[kind][field])).size).toBe(MARK_KINDS.length);
  });
});
