import { describe, expect, test } from 'vitest';
import { compareDates, dateInName, releaseDate } from '../../../src/domain/releases/release-date.ts';

describe('the date of a release', () => {
  test.each([
    ['202605_BDUK_uprn_release_london_croydon.csv', '2026-05'],
    ['ofcom cn2025 gigabit.csv', '2025'],
    ['premises-2025-07-31.geojson', '2025-07-31'],
    ['BDUK January 2026.csv', '2026-01'],
    ['bduk_sep2025.csv', '2025-09'],
    ['gigabit.geojson', null],
    ['codepoint 12026 rows.csv', null],
  ])('in the name %s is %s', (name, date) => {
    expect(dateInName(name)).toBe(date);
  });

  test('of its source goes before that of its name', () => {
    const source = { title: 'a', publisher: null, date: '2024', licence: null, url: null };
    expect(releaseDate({ source, fileName: '2025.csv' })).toBe('2024');
    expect(releaseDate({ source: { ...source, date: null }, fileName: '2025.csv' })).toBe('2025');
  });

  test('orders where both tell it, as far as both tell it', () => {
    expect(compareDates('2026-01', '2026-05')).toBe(-1);
    expect(compareDates('2026-05-02', '2025')).toBe(1);
    expect(compareDates('2026', '2026-05')).toBe(0);
    expect(compareDates(null, '2026')).toBe(0);
  });
});
