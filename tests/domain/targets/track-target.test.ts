import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDateProblem } from '../../../src/domain/project/iso-date.ts';
import type { CountedShare } from '../../../src/domain/published/counted-share.ts';
import type { Target } from '../../../src/domain/targets/target.ts';
import { TARGETS } from '../../../src/domain/targets/targets.ts';
import {
  neededUnits,
  timeWords,
  trackPublished,
  trackTarget,
} from '../../../src/domain/targets/track-target.ts';

const target: Target = { ...TARGETS[0], percent: 85, isExceeded: false, by: '2025-12-31' };
const countedOf = (units: number, covered: number, notKnown = 0, half = 0): CountedShare => ({
  technology: 'gigabit',
  label: 'gigabit',
  unit: 'premises',
  rows: units,
  units,
  low: covered - half,
  mid: covered,
  high: covered + half,
  notKnown,
  outside: { units: 0, covered: 0 },
  fromShares: half > 0,
  definition: '',
  layers: [],
  premisesSource: null,
  wardVintage: null,
});

describe('a share against a target', () => {
  it('is reached, short or open', () => {
    expect(trackTarget(target, countedOf(1000, 850), '2026-11-27')).toMatchObject({
      status: 'reached',
      lacking: { least: 0, mid: 0, most: 0 },
      time: 'The date passed 10 months ago.',
    });
    const short = trackTarget(target, countedOf(1000, 800, 20), '2025-01-31');
    expect(short).toMatchObject({ status: 'short', lacking: { least: 30, mid: 50, most: 50 } });
    expect(short.words).toBe('Not reached here: 50 more premises are needed (between 30 and 50).');
    expect(short.time).toBe('11 months are left.');
    expect(trackTarget(target, countedOf(1000, 840, 20), '2025-01-01').status).toBe('open');
    expect(trackTarget(target, countedOf(1000, 850, 0, 5), '2025-01-01').status).toBe('open');
  });

  it('needs exactly so many: with them it is reached, with one fewer it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.constantFrom(...TARGETS), (units, one) => {
        const needed = neededUnits(one, units);
        const reaches = (covered: number): boolean =>
          one.isExceeded ? 100 * covered > one.percent * units : 100 * covered >= one.percent * units;
        expect(reaches(needed)).toBe(true);
        if (needed > 0) expect(reaches(needed - 1)).toBe(false);
        expect(trackTarget(one, countedOf(units, needed), '2026-01-01').status).toBe('reached');
        expect(trackTarget(one, countedOf(units, needed - 1), '2026-01-01').lacking.mid).toBe(1);
      }),
    );
  });

  it('is open where the rounding of a published figure decides', () => {
    expect(trackPublished(target, 85, 0.1).status).toBe('open');
    expect(trackPublished(target, 85.1, 0.1).status).toBe('reached');
    expect(trackPublished(target, 82.5, 0.1)).toMatchObject({
      status: 'short',
      words: 'Short of it by 2.5 percentage points.',
    });
  });

  it('counts whole months of the calendar', () => {
    expect(timeWords('2032-12-31', '2026-11-27')).toBe('6.1 years are left.');
    expect(timeWords('2025-12-31', '2025-12-01')).toBe('less than a month is left.');
    expect(timeWords('2025-12-31', '2026-01-02')).toBe('The date passed less than a month ago.');
    expect(timeWords('2025-12-31', '2028-01-31')).toBe('The date passed 2.1 years ago.');
  });
});

it('every target has a source with a date, a scope and a last day', () => {
  expect(new Set(TARGETS.map(({ id }) => id)).size).toBe(TARGETS.length);
  for (const { source, by, scope, percent } of TARGETS) {
    expect(source.publisher).not.toBeNull();
    expect(source.url).toMatch(/^https:\/\/www\.gov\.uk\//);
    for (const date of [by, source.date ?? '']) {
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(isoDateProblem(date)).toBeNull();
    }
    expect(scope).toContain('no duty of any one authority');
    expect(percent).toBeGreaterThan(0);
  }
});
