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
  layers: [layerOf()],
  premisesSource: null,
  wardVintage: null,
});

type Layer = CountedShare['layers'][number];
function layerOf(seed: Partial<Layer> = {}, date: string | null = '2023-09'): Layer {
  const source = { title: 'ours', publisher: null, date, licence: null, url: null };
  return { name: 'Ours', operator: null, contentId: 'ours', source, column: null, ...seed };
}

describe('a share against a target', () => {
  it('is reached, short or open', () => {
    expect(trackTarget(target, countedOf(1000, 850), '2026-11-27')).toMatchObject({
      status: 'reached',
      words: 'Reached as of September 2023.',
      lacking: { least: 0, mid: 0, most: 0, ifKnown: 0 },
      time: 'The date passed 10 months ago.',
    });
    const short = trackTarget(target, countedOf(1000, 800, 20), '2025-01-31');
    expect(short).toMatchObject({ status: 'short', lacking: { least: 50, mid: 50, most: 50, ifKnown: 30 } });
    expect(short.words).toBe(
      'Not reached as of September 2023. 50 more premises are needed. If all 20 not known were covered: at least 30.',
    );
    expect(short.time).toBe('11 months are left.');
    expect(trackTarget(target, countedOf(1000, 840, 20), '2025-01-01').status).toBe('open');
    expect(trackTarget(target, countedOf(1000, 850, 0, 5), '2025-01-01').status).toBe('open');
  });

  it('is as of the coverage, not of today: from before a day that has passed it says nothing of that day', () => {
    const late = trackTarget(target, countedOf(1000, 800), '2026-11-27');
    expect(late.words).toBe(
      'Not reached as of September 2023. 50 more premises are needed. Whether it was reached by 31 December 2025 cannot be told from this.',
    );
    const counted = { ...countedOf(1000, 800), layers: [layerOf({}, null)] };
    expect(trackTarget(target, counted, '2025-01-01')).toMatchObject({
      words: 'Not reached, date not known. 50 more premises are needed.',
      coverageDate: 'date not known',
    });
    const since = { ...countedOf(1000, 800), layers: [layerOf({}, '2026-01'), layerOf({}, '2025-07')] };
    expect(trackTarget(target, since, '2026-11-27').words).toBe(
      'Not reached as of July 2025 to January 2026. 50 more premises are needed.',
    );
  });

  it('names what is counted where the aim is of something else, and the companies where not all may be loaded', () => {
    const counted: CountedShare = { ...countedOf(1000, 800), unit: 'postcodes' };
    expect(trackTarget(target, counted, '2025-01-01').words).toContain(
      'Not reached as of September 2023 (of postcodes, not premises). 50 more postcodes',
    );
    const one = { ...countedOf(1000, 800), layers: [layerOf({ operator: 'EE' })] };
    expect(trackTarget(target, one, '2025-01-01')).toMatchObject({
      words: 'Not reached as of September 2023 (only EE is loaded). 50 more premises are needed.',
      companies: 'Only EE is loaded: what other companies cover is not counted.',
    });
    const mixed = { ...one, layers: [...one.layers, layerOf()] };
    expect(trackTarget(target, mixed, '2025-01-01').companies).toBe('');
  });

  it('has the same bounds in units as in percent', () => {
    const { share, lacking } = trackTarget(target, countedOf(13_115, 11_000, 145, 70), '2025-01-01');
    const needed = neededUnits(target, 13_115);
    expect(lacking.least).toBe(needed - Math.round((share.high * 13_115) / 100));
    expect(lacking.most).toBe(needed - Math.round((share.low * 13_115) / 100));
    expect(lacking.ifKnown).toBe(Math.max(0, lacking.least - 145));
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
