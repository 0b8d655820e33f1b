import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedBeside } from '../../../src/domain/published/published-beside.ts';
import { countedOf } from '../../builders/comparison.ts';

const source = (date: string | null) => ({
  title: 'file',
  publisher: null,
  date,
  licence: null,
  url: null,
});
const DEFINITION = 'gigabit';

const figure = { code: 'E08999001', name: 'Wren', percent: 80, units: null };
const table = {
  contentId: 'theirs',
  fileName: 'theirs.csv',
  period: '2023-09',
  step: 0,
  definition: DEFINITION,
  technologyGuessed: false,
  of: 'premises' as const,
  source: source('2023-09'),
};

describe('a published share beside a counted one', () => {
  it('has no reason where nothing differs', () => {
    const beside = publishedBeside({ figure, table, counted: countedOf({}) });
    expect(beside.difference).toBe(0);
    expect(beside.reasons).toEqual([]);
    expect(beside.bridged).toBe(true);
  });

  it('says what is not known, outside and rounded, each with its most', () => {
    const counted = countedOf({ notKnown: 20, outside: { units: 100, covered: 35 } });
    const { reasons, countable, bridged, difference } = publishedBeside({
      figure: { ...figure, percent: 84 },
      table: { ...table, step: 0.1 },
      counted,
    });
    expect(difference).toBeCloseTo(-4, 9);
    expect(reasons.map(({ kind }) => kind)).toEqual(['not-known', 'outside', 'rounding']);
    // Without the 100 outside, 765 of 900 are covered: 85 %, 5 points more.
    expect(reasons[1].atMost?.up).toBeCloseTo(5, 9);
    expect(reasons[1].text).toContain('5.0 percentage points higher');
    expect(countable.up).toBeCloseTo(2 + 5 + 0.05, 9);
    expect(bridged).toBe(true);
  });

  it('names dates, units, definitions and a source that is its own', () => {
    const counted = countedOf({
      unit: 'postcodes',
      definition: 'full fibre',
      layers: [
        { name: 'Gigabit', operator: null, contentId: 'theirs', source: source('2025'), column: null },
      ],
    });
    const { reasons } = publishedBeside({ figure, table: { ...table, technologyGuessed: true }, counted });
    expect(reasons.map(({ kind }) => kind)).toEqual(['same-source', 'date', 'unit', 'definition']);
    expect(reasons[1].text).toContain('September 2023');
    expect(reasons[1].text).toContain('2025');
    expect(reasons[3].text).toContain('(assumed)');
    expect(reasons.every(({ atMost }) => atMost === null)).toBe(true);
  });

  it('says that an authority has ended', () => {
    const ended = { ...figure, code: 'E07000026', name: 'Allerdale' };
    const { reasons } = publishedBeside({ figure: ended, table, counted: countedOf({}) });
    expect(reasons[0].text).toContain('Cumberland (E06000063)');
  });

  it('refuses shares of the land and authorities without premises', () => {
    expect(() =>
      publishedBeside({ figure, table: { ...table, of: 'land' }, counted: countedOf({}) }),
    ).toThrow(RangeError);
    expect(() => publishedBeside({ figure, table, counted: countedOf({ units: 0 }) })).toThrow(RangeError);
  });

  it('bridges a gap exactly when some truth within the reasons gives both figures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(500),
        fc.nat(500),
        fc.integer({ min: 0, max: 1000 }),
        (units, coveredSeed, unknownSeed, tenths) => {
          const covered = coveredSeed % (units + 1);
          const notKnown = unknownSeed % (units - covered + 1);
          const percent = tenths / 10;
          const { bridged } = publishedBeside({
            figure: { ...figure, percent },
            table: { ...table, step: 0.1 },
            counted: countedOf({ units, low: covered, mid: covered, high: covered, notKnown }),
          });
          const low = (100 * covered) / units - 0.05;
          const high = (100 * (covered + notKnown)) / units + 0.05;
          const near = Math.min(Math.abs(percent - low), Math.abs(percent - high)) < 1e-6;
          // At 0 and 100 the rounding cannot reach beyond.
          if (!near && tenths > 0 && tenths < 1000) expect(bridged).toBe(percent >= low && percent <= high);
        },
      ),
    );
  });
});
