import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Lacks,
  lacksOfDifference,
  lackWords,
  mayTurn,
  withLacks,
} from '../../../src/domain/project/lacks.ts';

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));

describe('what a sum lacks', () => {
  it('is said with the sum, and of what is less than nothing the other way round', () => {
    expect(lackWords('£5', undefined)).toBe('£5');
    expect(lackWords('£5', { above: [], below: [] })).toBe('£5');
    expect(lackWords('£5', { above: ['a'], below: [] })).toBe('at least £5');
    expect(lackWords('£5', { above: [], below: ['a'] })).toBe('at most £5');
    expect(lackWords('£5', { above: ['a'], below: ['b'] })).toBe('£5, in part not known');
    expect(lackWords('−£5', { above: ['a'], below: [] }, true)).toBe('at most −£5');
    expect(withLacks({ mid: 1 }, [])).toEqual({ mid: 1 });
  });

  it('is no more lacking in the difference of two that both lack it', () => {
    expect(lacksOfDifference({ above: ['a'], below: [] }, { above: ['a'], below: [] })).toEqual({
      above: [],
      below: [],
    });
    expect(lacksOfDifference({ above: ['a'], below: [] }, undefined).above).toEqual(['a']);
    expect(lacksOfDifference(undefined, { above: ['a'], below: [] }).below).toEqual(['a']);
  });

  it('bounds the true difference on the side that it says, whatever the things that are not known come to', () => {
    const prices = fc.record({ a: fc.nat(99), b: fc.nat(99), c: fc.nat(99), d: fc.nat(99) });
    fc.assert(
      fc.property(names, names, prices, fc.integer({ min: -99, max: 99 }), (one, other, price, told) => {
        const of = (all: readonly ('a' | 'b' | 'c' | 'd')[]): number =>
          all.reduce((sum, name) => sum + price[name], 0);
        const lacksOf = (above: readonly string[]): Lacks => ({ above, below: [] });
        const lacks = lacksOfDifference(lacksOf(one as string[]), lacksOf(other as string[]));
        const truth = told + of(one as 'a'[]) - of(other as 'a'[]);
        if (lacks.below.length === 0) expect(truth).toBeGreaterThanOrEqual(told);
        if (lacks.above.length === 0) expect(truth).toBeLessThanOrEqual(told);
        if (told !== 0 && !mayTurn(told, lacks)) expect(truth * told).toBeGreaterThan(0);
      }),
    );
  });
});
