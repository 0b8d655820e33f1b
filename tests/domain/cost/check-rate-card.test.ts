import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateProblems } from '../../../src/domain/cost/check-rate-card.ts';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import type { RateCard } from '../../../src/domain/cost/rate-card.ts';
import { exactly, rateCards } from '../../builders/any-rate-card.ts';

function problemOf(part: Partial<RateCard>): [string, string] {
  const [{ place, text }, ...more] = rateProblems({ ...DEFAULT_RATES, ...part });
  expect(more).toEqual([]);
  return [place, text];
}

const spread = (low: number, mid: number, high: number) => ({ value: { low, mid, high }, source: null });
const withItem = (item: keyof RateCard['items'], value: RateCard['items'][typeof item]) => ({
  items: { ...DEFAULT_RATES.items, [item]: value },
});

describe('checks of a rate card', () => {
  it('let pass what is in order', () => {
    fc.assert(
      fc.property(rateCards, (card) => {
        expect(rateProblems(card)).toEqual([]);
      }),
    );
  });

  it('name the rate and the figure that is out of bounds or order', () => {
    expect(problemOf(withItem('poundsPerChamber', spread(-1, 2, 3)))).toEqual([
      'items.poundsPerChamber.low',
      'Chamber, low: write a number from 0 to 1000000 (£ each).',
    ]);
    expect(problemOf(withItem('poundsPerChamber', spread(5, 4, 6)))[0]).toBe('items.poundsPerChamber.mid');
    expect(problemOf(withItem('metresBetweenChambers', spread(0, 40, 60)))[1]).toMatch(
      /^Metres between chambers, low/,
    );
    expect(problemOf({ crossings: { ...DEFAULT_RATES.crossings, water: spread(1, 9, 8) } })[1]).toBe(
      'Crossing water, high: write at least the mid figure, 9.',
    );
    expect(problemOf(withItem('poundsPerLeadIn', exactly(Number.NaN)).items ? { name: ' ' } : {})[0]).toBe(
      'name',
    );
  });

  it('name what is wrong with term, discount, price base and sources', () => {
    expect(problemOf({ termYears: { value: 20.5, source: null } })).toEqual([
      'termYears',
      'Years looked ahead: write a whole number from 1 to 100 years.',
    ]);
    expect(problemOf({ discountPercent: { value: 31, source: null } })[0]).toBe('discountPercent');
    expect(problemOf({ priceBase: 'about 2026' })[0]).toBe('priceBase');
    const source = { title: 'A quote', publisher: null, date: '2026-13', licence: null, url: null };
    expect(problemOf(withItem('poundsPerLeadIn', { ...exactly(3), source }))).toEqual([
      'items.poundsPerLeadIn.source.date',
      'Lead-in, each, source: There is no month 13: write 01 to 12.',
    ]);
  });

  it('refuse two rates for one surface and method', () => {
    const [first] = DEFAULT_RATES.trench;
    expect(problemOf({ trench: [...DEFAULT_RATES.trench, first] })).toEqual([
      'trench.not known.open cut',
      'not known, open cut: there are two rates for it. Keep one.',
    ]);
  });
});
