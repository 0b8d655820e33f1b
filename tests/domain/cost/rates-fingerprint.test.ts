import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { fnv1a } from '../../../src/domain/cost/fnv-1a.ts';
import { ratesFingerprint } from '../../../src/domain/cost/rates-fingerprint.ts';
import { rateCards } from '../../builders/any-rate-card.ts';

describe('the fingerprint of a rate card', () => {
  it('is FNV-1a, 64 bits, by its published vectors', () => {
    expect(fnv1a('')).toBe('cbf29ce484222325');
    expect(fnv1a('a')).toBe('af63dc4c8601ec8c');
    expect(fnv1a('foobar')).toBe('85944171f73967e8');
  });

  it('does not change with order, names and sources', () => {
    fc.assert(
      fc.property(rateCards, (card) => {
        const renamed = {
          ...card,
          name: 'another',
          trench: [...card.trench].reverse(),
          termYears: { ...card.termYears, source: null },
        };
        expect(ratesFingerprint(renamed)).toBe(ratesFingerprint(card));
      }),
    );
  });

  it('changes with every figure', () => {
    const prints = new Set([ratesFingerprint(DEFAULT_RATES)]);
    const { trench, items, crossings } = DEFAULT_RATES;
    const put = (part: Partial<typeof DEFAULT_RATES>): void =>
      void prints.add(ratesFingerprint({ ...DEFAULT_RATES, ...part }));
    put({ trench: trench.map((rate, at) => (at === 3 ? { ...rate, isAllowed: false } : rate)) });
    put({ trench: trench.slice(1) });
    put({
      items: { ...items, poundsPerPoleAYear: { value: { low: 5.74, mid: 5.75, high: 5.76 }, source: null } },
    });
    put({ crossings: { ...crossings, water: null } });
    put({ termYears: { value: 21, source: null } });
    put({ discountPercent: { value: 3, source: null } });
    expect(prints.size).toBe(7);
  });
});
